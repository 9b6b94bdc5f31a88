package dev.drydock.syntax.shell;

import dev.drydock.source.MappedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The here-documents of one script: announced by `<<`, read after the end of that line.
final class HereDocuments {

    private record Announced(int operator, String delimiter, boolean quoted, boolean indented) {}

    private final MappedText source;
    private final String text;
    private final List<Announced> announced = new ArrayList<>();
    private final Map<Integer, Redirection.Document> documents = new HashMap<>();

    HereDocuments(MappedText source) {
        this.source = source;
        this.text = source.text();
    }

    /// The document whose operator stands at `operator`, null where it is not in the text.
    Redirection.@Nullable Document at(int operator) {
        return documents.get(operator);
    }

    /// Notes the operator at `operator`; its delimiter follows at `at`.
    void announce(int operator, int at, boolean indented) {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        StringBuilder delimiter = new StringBuilder();
        boolean quoted = false;
        char quote = 0;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    delimiter.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
                quoted = true;
            } else if (c == '\\' && at + 1 < text.length()) {
                quoted = true;
                delimiter.append(text.charAt(++at));
            } else if (isBlank(c) || Lookahead.isOperator(c)) {
                break;
            } else {
                delimiter.append(c);
            }
        }
        announced.add(new Announced(operator, delimiter.toString(), quoted, indented));
    }

    /// Reads the announced documents, which start at `at`, a line's start.
    ///
    /// @return where the script goes on
    int read(int at) {
        for (Announced next : announced) {
            at = read(next, at);
        }
        announced.clear();
        return at;
    }

    private int read(Announced next, int at) {
        MappedText.Builder body = new MappedText.Builder();
        while (at < text.length()) {
            int newline = text.indexOf('\n', at);
            int end = newline < 0 ? text.length() : newline;
            int start = at;
            while (next.indented && start < end && text.charAt(start) == '\t') {
                start++;
            }
            at = newline < 0 ? end : newline + 1;
            int content = end > start && text.charAt(end - 1) == '\r' ? end - 1 : end;
            if (content - start == next.delimiter.length() && text.startsWith(next.delimiter, start)) {
                break;
            }
            body.append(source.slice(start, at));
        }
        documents.put(
                next.operator,
                new Redirection.Document(body.build(source.origin(Math.min(at, text.length()))), !next.quoted));
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r';
    }
}
