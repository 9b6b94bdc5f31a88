package dev.drydock.syntax.shell;

import dev.drydock.source.MappedText;
import dev.drydock.source.Source;
import java.util.ArrayList;
import java.util.List;

/// The bodies of a Dockerfile's `RUN` instructions, found by a rough splitter: enough to measure the shell reader
/// without the Dockerfile reader, and to judge the one against the other.
public final class RunBodies {

    private RunBodies() {}

    /// The shell-form bodies of `source`, flags cut off, lines joined.
    public static List<MappedText> of(Source source) {
        List<MappedText> bodies = new ArrayList<>();
        String text = source.text();
        char escape = text.toLowerCase(java.util.Locale.ROOT).startsWith("# escape=`") ? '`' : '\\';
        int at = 0;
        while (at < text.length()) {
            int begin = at;
            MappedText.Builder joined = new MappedText.Builder();
            boolean more = true;
            boolean first = true;
            while (more && at < text.length()) {
                int newline = text.indexOf('\n', at);
                int lineEnd = newline < 0 ? text.length() : newline;
                int next = newline < 0 ? text.length() : newline + 1;
                String line = text.substring(at, lineEnd);
                String stripped = line.strip();
                if (!first && (stripped.isEmpty() || stripped.startsWith("#"))) {
                    at = next;
                    continue;
                }
                if (first && (stripped.isEmpty() || stripped.startsWith("#"))) {
                    at = next;
                    more = false;
                    continue;
                }
                first = false;
                int end = line.stripTrailing().length();
                more = end > 0 && line.charAt(end - 1) == escape;
                joined.append(text, at, at + (more ? end - 1 : end));
                at = next;
            }
            MappedText line = joined.build(begin);
            String command = line.text();
            int start = command.length() - command.stripLeading().length();
            if (!command.regionMatches(true, start, "RUN ", 0, 4)) {
                continue;
            }
            start += 4;
            while (true) {
                while (start < command.length() && command.charAt(start) == ' ') {
                    start++;
                }
                if (!command.startsWith("--", start)) {
                    break;
                }
                int blank = command.indexOf(' ', start);
                start = blank < 0 ? command.length() : blank;
            }
            if (start >= command.length() || command.charAt(start) == '[' && command.stripTrailing().endsWith("]")) {
                continue;
            }
            MappedText body = line.slice(start, command.length());
            int mark = command.indexOf("<<", start);
            if (mark > 0 && !command.startsWith("<<<", mark)) {
                HereDocuments documents = new HereDocuments(MappedText.of(source, whole(source)));
                documents.announce(0, line.origin(mark) + (command.startsWith("<<-", mark) ? 3 : 2), true);
                int end = documents.read(at);
                body = new MappedText.Builder().append(body).append(text, at - 1, end).build(end);
                at = end;
            }
            bodies.add(body);
        }
        return bodies;
    }

    private static dev.drydock.source.Span whole(Source source) {
        return new dev.drydock.source.Span(0, source.text().length());
    }
}
