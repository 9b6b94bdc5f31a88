package dev.drydock.engine;

import dev.drydock.rule.Finding;
import dev.drydock.rule.Outcome.Suppressed;
import dev.drydock.source.Place;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import dev.drydock.syntax.dockerfile.Dockerfile;
import dev.drydock.syntax.dockerfile.Instruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The comments of a file that silence rules: Drydock's own, and those of Hadolint, BuildKit and dclint as they are.
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

    /// The comment that silences the finding, or null.
    @Nullable
    Suppressed find(Finding finding, Engine.AliasTable aliases) {
        for (Suppression suppression : suppressions) {
            if (covers(suppression.scope(), finding.place().span()) && names(suppression, finding.rule(), aliases)) {
                return new Suppressed(finding, new Place(source, suppression.comment()), suppression.reason());
            }
        }
        return null;
    }

    private static boolean covers(Span scope, Span finding) {
        return scope.start() <= finding.start() && finding.start() <= scope.end();
    }

    private static boolean names(Suppression suppression, String rule, Engine.AliasTable aliases) {
        if (suppression.names().isEmpty()) {
            return true;
        }
        for (String name : suppression.names()) {
            if (aliases.means(name, rule)) {
                return true;
            }
        }
        return false;
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
        for (String part : split(value, ';')) {
            String setting = part.strip();
            if (!setting.startsWith("skip=")) {
                continue;
            }
            var names = new ArrayList<String>();
            for (String name : split(setting.substring("skip=".length()), ',')) {
                names.add("buildkit:" + name.strip());
            }
            suppressions.add(new Suppression(names, scope, comment, reason));
        }
    }

    private void add(String names, Span scope, Span comment, String reason) {
        var list = new ArrayList<String>();
        for (String name : split(names, ',')) {
            if (!name.isBlank()) {
                list.add(name.strip());
            }
        }
        suppressions.add(new Suppression(list, scope, comment, reason));
    }

    static List<String> split(String text, char separator) {
        var parts = new ArrayList<String>();
        int start = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, start)) {
            parts.add(text.substring(start, at));
            start = at + 1;
        }
        parts.add(text.substring(start));
        return parts;
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
