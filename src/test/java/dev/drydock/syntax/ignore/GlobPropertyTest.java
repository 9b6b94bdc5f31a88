package dev.drydock.syntax.ignore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.source.Source;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// The matcher against a second one that goes the way moby goes: each pattern becomes a regular expression or a
/// plain comparison, each directory above a path is tried too.
class GlobPropertyTest {

    @Property(tries = 5000)
    void bothMatchersAgree(@ForAll("files") List<String> lines, @ForAll("paths") String path) {
        boolean expected = false;
        for (String line : lines) {
            boolean exception = line.startsWith("!");
            String pattern = IgnoreFile.clean(exception ? line.substring(1) : line);
            pattern = pattern.length() > 1 && pattern.startsWith("/") ? pattern.substring(1) : pattern;
            boolean matched = false;
            for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
                matched |= naive(pattern, path.substring(0, end));
            }
            matched |= naive(pattern, path);
            if (exception == expected && matched) {
                expected = !exception;
            }
        }
        IgnoreFile file = IgnoreFile.read(Source.of(".dockerignore", String.join("\n", lines)));
        assertThat(file.ignores(path)).as("%s for %s", lines, path).isEqualTo(expected);
    }

    @Provide
    Arbitrary<List<String>> files() {
        Arbitrary<String> piece = Arbitraries.of(
                "a", "b", "ab", "/", "*", "**", "**/", "/**", "?", "[ab]", "[^a]", "\\*", "\\a", ".", "..", "+", "é");
        Arbitrary<String> line = piece.list().ofMinSize(1).ofMaxSize(6).map(pieces -> String.join("", pieces));
        return Arbitraries.of("", "!")
                .flatMap(sign -> line.map(text -> sign + text))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.of("a", "b", "ab", "ba", "a.b", "é", "*", "a+")
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(parts -> String.join("/", parts));
    }

    private static boolean naive(String pattern, String path) {
        boolean regex = false;
        boolean prefix = false;
        boolean suffix = false;
        var expression = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '*' && pattern.startsWith("**", i)) {
                boolean first = i == 0;
                i += pattern.startsWith("**/", i) ? 2 : 1;
                boolean last = i + 1 >= pattern.length();
                if (last && !regex && !suffix) {
                    prefix = true;
                } else {
                    expression.append(last ? ".*" : "(.*/)?");
                    regex = true;
                }
                if (first) {
                    suffix = true;
                    regex = false;
                }
                continue;
            }
            switch (c) {
                case '*' -> expression.append("[^/]*");
                case '?' -> expression.append("[^/]");
                case '\\' -> expression.append(Pattern.quote(pattern.substring(++i, i + 1)));
                case '[' -> {
                    int end = pattern.indexOf(']', i);
                    expression.append(pattern, i, end + 1);
                    i = end;
                }
                default -> {
                    expression.append(Pattern.quote(String.valueOf(c)));
                    continue;
                }
            }
            regex = true;
        }
        if (regex) {
            return Pattern.matches(expression.toString(), path);
        }
        if (suffix) {
            String rest = pattern.substring(2);
            return path.endsWith(rest) || (rest.startsWith("/") && path.equals(rest.substring(1)));
        }
        return prefix ? path.startsWith(pattern.substring(0, pattern.length() - 2)) : path.equals(pattern);
    }
}
