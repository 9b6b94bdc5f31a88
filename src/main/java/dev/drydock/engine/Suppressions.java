package dev.drydock.engine;

import dev.drydock.model.data.DataTable;
import dev.drydock.rule.Finding;
import dev.drydock.rule.Outcome.Suppressed;
import dev.drydock.rule.RuleIndex;
import dev.drydock.rule.RuleInfo;
import dev.drydock.source.Place;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import dev.drydock.syntax.dockerfile.Dockerfile;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.yaml.YamlFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The comments of a file that silence rules: Drydock's own, and those of Hadolint, BuildKit and dclint as they
/// are.
final class Suppressions {

    /// One comment that silences.
    ///
    /// @param names what it names; empty for all rules
    /// @param scope where it counts
    record Suppression(List<String> names, Span scope, Span comment, String reason) {}

    private final Source source;
    private final List<Suppression> suppressions = new ArrayList<>();

    private Suppressions(Source source) {
        this.source = source;
    }

    /// The suppressions of a Dockerfile.
    static Suppressions of(Dockerfile file) {
        var found = new Suppressions(file.source());
        Span whole = new Span(0, file.source().text().length());
        for (Dockerfile.Directive directive : file.directives()) {
            if (directive.name().equals("check")) {
                found.check(directive.value(), whole, directive.span(), "");
            }
        }
        int next = 0;
        List<Instruction> instructions = file.instructions();
        for (Dockerfile.Comment comment : file.comments()) {
            // Comments and instructions both ascend, so one walk finds the instruction that each comment is about.
            while (next < instructions.size()
                    && instructions.get(next).span().end() <= comment.span().start()) {
                next++;
            }
            Span scope = next < instructions.size() ? instructions.get(next).span() : Span.at(whole.end());
            found.comment(comment.text(), scope, whole, comment.span());
        }
        return found;
    }

    /// The suppressions of a YAML file: a comment alone on its line is about the block that begins below it, one
    /// behind something about its own line.
    static Suppressions of(YamlFile file) {
        Source source = file.source();
        var found = new Suppressions(source);
        Span whole = new Span(0, source.text().length());
        for (Span comment : file.comments()) {
            String text = source.text(comment).substring(1);
            if (!text.contains("drydock") && !text.contains("dclint")) {
                continue;
            }
            int line = source.line(comment.start());
            boolean alone = found.indent(line) == comment.start() - source.lineStart(line);
            found.yaml(text, line, alone, whole, comment);
        }
        return found;
    }

    private void yaml(String text, int line, boolean alone, Span whole, Span comment) {
        var words = new Words(text);
        switch (words.word().toLowerCase(Locale.ROOT)) {
            case "drydock" -> drydock(words, alone ? block(line) : source.lineSpan(line), whole, comment);
            case "dclint" -> {
                switch (words.word()) {
                    case "disable" -> dclint(words.rest(), whole, comment);
                    case "disable-line" -> dclint(words.rest(), source.lineSpan(line), comment);
                    case "disable-next-line" -> {
                        if (line < source.lineCount()) {
                            dclint(words.rest(), source.lineSpan(line + 1), comment);
                        }
                    }
                    default -> {
                        // Not a comment for dclint.
                    }
                }
            }
            default -> {
                // Not a comment for a linter.
            }
        }
    }

    private void dclint(String names, Span scope, Span comment) {
        var list = new ArrayList<String>();
        for (String name : DataTable.split(names, ' ')) {
            if (!name.isBlank()) {
                list.add("dclint:" + name.strip());
            }
        }
        suppressions.add(new Suppression(list, scope, comment, ""));
    }

    /// The first line below `line` that says something, with all below it that is indented deeper.
    private Span block(int line) {
        int first = line + 1;
        while (first <= source.lineCount() && isNothing(first)) {
            first++;
        }
        if (first > source.lineCount()) {
            return Span.at(source.text().length());
        }
        int indent = indent(first);
        int last = first;
        while (last < source.lineCount() && (isNothing(last + 1) || indent(last + 1) > indent)) {
            last++;
        }
        return source.lineSpan(first).to(source.lineSpan(last));
    }

    private boolean isNothing(int line) {
        Span span = source.lineSpan(line);
        int at = span.start() + indent(line);
        return at >= span.end() || source.text().charAt(at) == '#';
    }

    private int indent(int line) {
        Span span = source.lineSpan(line);
        int at = span.start();
        while (at < span.end()
                && (source.text().charAt(at) == ' ' || source.text().charAt(at) == '\t')) {
            at++;
        }
        return at - span.start();
    }

    /// The comment that silences the finding, or null.
    @Nullable
    Suppressed find(Finding finding, RuleIndex index) {
        for (Suppression suppression : suppressions) {
            if (covers(suppression.scope(), finding.place().span()) && names(suppression, finding, index)) {
                return new Suppressed(finding, new Place(source, suppression.comment()), suppression.reason());
            }
        }
        return null;
    }

    private static boolean covers(Span scope, Span finding) {
        return scope.start() <= finding.start() && finding.start() <= scope.end();
    }

    private static boolean names(Suppression suppression, Finding finding, RuleIndex index) {
        if (suppression.names().isEmpty()) {
            return true;
        }
        for (String name : suppression.names()) {
            if (name.equalsIgnoreCase("buildkit:all")
                    ? isBuildKits(finding.rule(), index)
                    : means(name, finding, index)) {
                return true;
            }
        }
        return false;
    }

    private static boolean means(String name, Finding finding, RuleIndex index) {
        for (RuleInfo info : index.named(name)) {
            if (info.id().equals(finding.rule())) {
                return !isSibling(name, finding.code());
            }
        }
        return false;
    }

    /// Whether the name is another code than the finding's, of the same tool: `DL3042` says nothing of a `DL3009`.
    private static boolean isSibling(String name, String code) {
        return code.length() > 2 && name.regionMatches(true, 0, code, 0, 2) && !name.equalsIgnoreCase(code);
    }

    private static boolean isBuildKits(String rule, RuleIndex index) {
        RuleInfo info = index.byId(rule);
        return info != null && info.aliases().stream().anyMatch(alias -> alias.startsWith("buildkit:"));
    }

    private void comment(String text, Span scope, Span whole, Span comment) {
        var words = new Words(text);
        String tool = words.word().toLowerCase(Locale.ROOT);
        switch (tool) {
            case "drydock" -> drydock(words, scope, whole, comment);
            case "hadolint" -> hadolint(words, scope, whole, comment);
            default -> {
                if (tool.startsWith("check=")) {
                    int slashes = text.indexOf("//");
                    String value = slashes < 0 ? text : text.substring(0, slashes);
                    String reason =
                            slashes < 0 ? "" : text.substring(slashes + 2).strip();
                    check(value.substring(value.indexOf('=') + 1).strip(), scope, comment, reason);
                }
            }
        }
    }

    /// `drydock ignore=a,b reason`, `drydock ignore-file=a,b reason`, and both without names for every rule.
    private void drydock(Words words, Span scope, Span whole, Span comment) {
        String word = words.word();
        int equals = word.indexOf('=');
        String verb = equals < 0 ? word : word.substring(0, equals);
        String names = equals < 0 ? "" : word.substring(equals + 1);
        switch (verb) {
            case "ignore" -> {
                if (!names.isEmpty()) {
                    add(names, scope, comment, words.rest());
                }
            }
            case "ignore-file" -> add(names, whole, comment, words.rest());
            default -> {
                // Not a comment for Drydock.
            }
        }
    }

    /// `hadolint ignore=DL3006,DL3008` and `hadolint global ignore=…`; spaces may stand around the commas.
    private void hadolint(Words words, Span scope, Span whole, Span comment) {
        String word = words.word();
        boolean global = word.equals("global");
        String rest = global ? words.rest() : word + words.rest();
        int equals = rest.indexOf('=');
        if (equals < 0 || !rest.substring(0, equals).strip().equals("ignore")) {
            return;
        }
        String names = rest.substring(equals + 1);
        int reason = names.indexOf('#');
        add(
                reason < 0 ? names : names.substring(0, reason),
                global ? whole : scope,
                comment,
                reason < 0 ? "" : names.substring(reason + 1).strip());
    }

    /// BuildKit's `skip=A,B;error=true`, where `skip=all` means every check.
    private void check(String value, Span scope, Span comment, String reason) {
        for (String part : DataTable.split(value, ';')) {
            String setting = part.strip();
            if (!setting.startsWith("skip=")) {
                continue;
            }
            var names = new ArrayList<String>();
            for (String name : DataTable.split(setting.substring("skip=".length()), ',')) {
                names.add("buildkit:" + name.strip());
            }
            suppressions.add(new Suppression(names, scope, comment, reason));
        }
    }

    private void add(String names, Span scope, Span comment, String reason) {
        var list = new ArrayList<String>();
        for (String name : DataTable.split(names, ',')) {
            if (!name.isBlank()) {
                list.add(name.strip());
            }
        }
        suppressions.add(new Suppression(list, scope, comment, reason));
    }

    /// The words of a comment, one after the other.
    private static final class Words {
        private final String text;
        private int at;

        Words(String text) {
            this.text = text;
        }

        String word() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            int start = at;
            while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return text.substring(start, at);
        }

        String rest() {
            return text.substring(at).strip();
        }
    }
}
