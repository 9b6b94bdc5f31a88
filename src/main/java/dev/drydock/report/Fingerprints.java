package dev.drydock.report;

import dev.drydock.rule.Finding;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import java.util.HashMap;
import java.util.Map;

/// Gives a finding a name that stays when lines above it come and go: made of the rule, the file, and the line's
/// words, with a count where the same words are found again.
final class Fingerprints {

    private final Run run;
    private final Map<String, Integer> seen = new HashMap<>();

    Fingerprints(Run run) {
        this.run = run;
    }

    /// The name of the next finding; ask in the order of the report.
    String next(Finding finding) {
        Source source = finding.place().source();
        Span line = source.lineSpan(source.line(finding.place().span().start()));
        String words = words(run.text(source), line);
        String key = finding.rule() + "\n" + source.path() + "\n" + words;
        int occurrence = seen.merge(key, 1, Integer::sum);
        return hash(key) + ":" + occurrence;
    }

    /// A line without its indentation, every run of white space one space.
    private static String words(String text, Span line) {
        var words = new StringBuilder(line.length());
        boolean space = false;
        for (int i = line.start(); i < line.end(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\t') {
                space = !words.isEmpty();
            } else {
                if (space) {
                    words.append(' ');
                    space = false;
                }
                words.append(c);
            }
        }
        return words.toString();
    }

    /// FNV-1a over UTF-16 code units, 64 bits: nobody attacks these names, and a digest from the JDK costs
    /// start-up.
    private static String hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        String hex = Long.toHexString(hash);
        return "0".repeat(16 - hex.length()) + hex;
    }
}
