package dev.drydock.engine;

import dev.drydock.engine.Suppressions.Name;
import dev.drydock.engine.Suppressions.Suppression;
import dev.drydock.model.data.DataTable;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import dev.drydock.syntax.dockerfile.Dockerfile;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.yaml.YamlFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Finds the comments of a file that silence rules: Drydock's own, and those of Hadolint, BuildKit and dclint as
/// they are.
final class SuppressionReader {

    private final Source source;
    private final Span whole;
    private final List<Suppression> suppressions = new ArrayList<>();

    private SuppressionReader(Source source) {
        this.source = source;
        this.whole = new Span(0, source.text().length());
    }

    /// The suppressions of a Dockerfile.
    static List<Suppression> read(Dockerfile file) {
        var reader = new SuppressionReader(file.source());
        for (Dockerfile.Directive directive : file.directives()) {
            if (directive.name().equals("check")) {
                reader.check(directive.value(), directive.valueSpan().start(), reader.whole, directive.span(), "");
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
            Span scope = next < instructions.size() ? instructions.get(next).span() : Span.at(reader.whole.end());
            reader.comment(comment.text(), scope, comment.span());
        }
        return reader.suppressions;
    }

    /// The suppressions of a YAML file: a comment alone on its line is about the block that begins below it, one
    /// behind something about its own line.
    static List<Suppression> read(YamlFile file) {
        Source source = file.source();
        var reader = new SuppressionReader(source);
        for (Span comment : file.comments()) {
            String text = source.text(comment).substring(1);
            if (!text.contains("drydock") && !text.contains("dclint")) {
                continue;
            }
            int line = source.line(comment.start());
            boolean alone = reader.indent(line) == comment.start() - source.lineStart(line);
            reader.yaml(text, line, alone, comment);
        }
        return reader.suppressions;
    }

    private void yaml(String text, int line, boolean alone, Span comment) {
        var words = new Words(text, comment.start() + 1);
        switch (words.word().toLowerCase(Locale.ROOT)) {
            case "drydock" -> drydock(words, alone ? block(line) : source.lineSpan(line), comment);
            case "dclint" -> {
                switch (words.word()) {
                    case "disable" -> dclint(words, whole, comment);
                    case "disable-line" -> dclint(words, source.lineSpan(line), comment);
                    case "disable-next-line" -> {
                        if (line < source.lineCount()) {
                            dclint(words, source.lineSpan(line + 1), comment);
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

    private void dclint(Words words, Span scope, Span comment) {
        suppressions.add(
                new Suppression(names("dclint:", words.rest(), words.at(), ' '), Set.of(), scope, comment, "", true));
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

    private void comment(String text, Span scope, Span comment) {
        var words = new Words(text, comment.start() + 1);
        String tool = words.word().toLowerCase(Locale.ROOT);
        switch (tool) {
            case "drydock" -> drydock(words, scope, comment);
            case "hadolint" -> hadolint(words, scope, comment);
            case "shellcheck" -> shellcheck(words, scope, comment);
            default -> {
                if (tool.startsWith("check=")) {
                    int slashes = text.indexOf("//");
                    String reason =
                            slashes < 0 ? "" : text.substring(slashes + 2).strip();
                    int equals = text.indexOf('=');
                    String value = text.substring(equals + 1, slashes < 0 ? text.length() : slashes);
                    check(value, comment.start() + 2 + equals, scope, comment, reason);
                }
            }
        }
    }

    /// `drydock ignore=a,b reason`, `drydock ignore-file=a,b reason`, and the latter without names for every rule.
    private void drydock(Words words, Span scope, Span comment) {
        String word = words.word();
        int equals = word.indexOf('=');
        String verb = equals < 0 ? word : word.substring(0, equals);
        String names = equals < 0 ? "" : word.substring(equals + 1);
        int at = words.at() - names.length();
        switch (verb) {
            case "ignore" -> {
                if (!names.isEmpty()) {
                    add(names, at, scope, comment, words.rest().strip(), false);
                }
            }
            case "ignore-file" -> add(names, at, whole, comment, words.rest().strip(), false);
            default -> {
                // Not a comment for Drydock.
            }
        }
    }

    /// `hadolint ignore=DL3006,DL3008` and `hadolint global ignore=…`; spaces may stand around the commas.
    private void hadolint(Words words, Span scope, Span comment) {
        int before = words.at();
        boolean global = words.word().equals("global");
        if (!global) {
            words.back(before);
        }
        String rest = words.rest();
        int equals = rest.indexOf('=');
        if (equals < 0 || !rest.substring(0, equals).strip().equals("ignore")) {
            return;
        }
        String names = rest.substring(equals + 1);
        int reason = names.indexOf('#');
        add(
                reason < 0 ? names : names.substring(0, reason),
                words.at() + equals + 1,
                global ? whole : scope,
                comment,
                reason < 0 ? "" : names.substring(reason + 1).strip(),
                true);
    }

    /// `shellcheck disable=SC2086,SC2046`, which ShellCheck itself sees in heredocs only.
    private void shellcheck(Words words, Span scope, Span comment) {
        String word = words.word();
        if (word.startsWith("disable=")) {
            String names = word.substring("disable=".length());
            add(names, words.at() - names.length(), scope, comment, words.rest().strip(), true);
        }
    }

    /// BuildKit's `skip=A,B;error=true;experimental=C`, where `skip=all` means every check but the experimental
    /// ones that the same line asks for.
    private void check(String value, int at, Span scope, Span comment, String reason) {
        List<Name> skipped = new ArrayList<>();
        Set<String> asked = new HashSet<>();
        boolean skips = false;
        int start = at;
        for (String part : DataTable.split(value, ';')) {
            int equals = part.indexOf('=');
            String key = equals < 0 ? "" : part.substring(0, equals).strip();
            String list = part.substring(equals + 1);
            if (key.equals("skip")) {
                skips = true;
                skipped.addAll(names("buildkit:", list, start + equals + 1, ','));
            } else if (key.equals("experimental")) {
                for (Name name : names("buildkit:", list, start + equals + 1, ',')) {
                    asked.add(name.text().toLowerCase(Locale.ROOT));
                }
            }
            start += part.length() + 1;
        }
        if (skips) {
            suppressions.add(new Suppression(skipped, asked, scope, comment, reason, true));
        }
    }

    private void add(String names, int at, Span scope, Span comment, String reason, boolean foreign) {
        suppressions.add(new Suppression(names("", names, at, ','), Set.of(), scope, comment, reason, foreign));
    }

    /// The names in a list that begins at `at`.
    private static List<Name> names(String prefix, String list, int at, char separator) {
        List<Name> names = new ArrayList<>();
        int start = at;
        for (String part : DataTable.split(list, separator)) {
            String name = part.strip();
            if (!name.isEmpty()) {
                int from = start + part.indexOf(name);
                names.add(new Name(prefix + name, new Span(from, from + name.length())));
            }
            start += part.length() + 1;
        }
        return names;
    }

    /// The words of a comment, one after the other.
    private static final class Words {
        private final String text;
        private final int offset;
        private int next;

        Words(String text, int offset) {
            this.text = text;
            this.offset = offset;
        }

        String word() {
            while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
                next++;
            }
            int start = next;
            while (next < text.length() && !Character.isWhitespace(text.charAt(next))) {
                next++;
            }
            return text.substring(start, next);
        }

        /// What follows, blanks included.
        String rest() {
            return text.substring(next);
        }

        /// Where in the file the rest begins.
        int at() {
            return offset + next;
        }

        void back(int to) {
            next = to - offset;
        }
    }
}
