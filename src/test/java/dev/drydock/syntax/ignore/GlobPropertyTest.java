package dev.drydock.syntax.ignore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.source.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The matcher against a second one that goes the way moby goes: each pattern becomes a regular expression or a
/// plain comparison, each directory above a path is tried too.
class GlobPropertyTest {

    private static final int PAIRS = 100_000;

    private static final String[] NAMES = {"a", "b", "ab", "ba", "a.b", "é", "*", "a+", "7", "_", "b]", "^a", "d", "-"};

    /// Pieces of patterns that are more than their characters, with what Go makes of what moby makes of them; null
    /// where Go refuses it.
    private static final String[][] PIECES = {
        {"[ab]", "[ab]"},
        {"[^a]", "[^a]"},
        {"[a-d]", "[a-d]"},
        {"[!a]", "[!a]"},
        {"[a*]", "[a\\[^/]*\\]"},
        {"[a?]", "[a\\[^/]\\]"},
        {"[a.]", "[a.]"},
        {"[\\d_]", "[0-9_]"},
        {"[^\\w]", "[^0-9A-Za-z_]"},
        {"[a\\-]", "[a\\-]"},
        {"[[:alpha:]]", "[A-Za-z]"},
        {"[z-a]", null},
        {"\\*", "\\*"},
        {"\\a", "\\x07"},
        {"\\b", "\\b"},
        {"\\B", "\\B"},
        {"\\d", "[0-9]"},
        {"\\W", "[^0-9A-Za-z_]"},
        {"\\_", "_"},
        {"\\q", null},
        {"\\é", null},
        {"^", "^"},
        {"?", "[^/]"},
    };

    private static final String[] PLAIN = {
        "a", "b", "/", "/", "*", "**", "**/", "/**", ".", "..", "+", "é", "7", "_", "]"
    };

    private final Random random = new Random(20261125);
    private final Map<String, Pattern> compiled = new HashMap<>();

    @Test
    void bothMatchersAgree() {
        int ignored = 0;
        int refused = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            String path = path();
            var lines = new ArrayList<String>();
            for (int i = random.nextInt(1, 4); i > 0; i--) {
                lines.add(line(path, i));
            }
            IgnoreFile file = IgnoreFile.read(Source.of(".dockerignore", String.join("\n", lines)));
            Boolean expected = naive(lines, path);
            if (expected == null) {
                refused++;
                assertThat(file.patterns())
                        .as("%s", lines)
                        .extracting(IgnorePattern::isValid)
                        .contains(false);
                continue;
            }
            ignored += expected ? 1 : 0;
            assertThat(file.ignores(path)).as("%s for %s", lines, path).isEqualTo(expected);
            assertThat(file.patterns())
                    .as("%s", lines)
                    .extracting(IgnorePattern::isValid)
                    .doesNotContain(false);
        }
        assertThat(refused).isBetween(PAIRS / 100, PAIRS / 5);
        assertThat(ignored).isBetween(PAIRS / 4, PAIRS * 3 / 4);
    }

    private String path() {
        var parts = new ArrayList<String>();
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            parts.add(NAMES[random.nextInt(NAMES.length)]);
        }
        return String.join("/", parts);
    }

    /// A pattern out of nothing, or one made of the path, so that many match.
    private String line(String path, int number) {
        var line = new StringBuilder(random.nextInt(4) == 0 && number == 1 ? "!" : "");
        line.append(random.nextInt(8) == 0 ? random.nextBoolean() ? "/" : "./" : "");
        line.append(random.nextInt(60) == 0 ? "!" : "");
        if (random.nextInt(3) == 0) {
            for (int i = random.nextInt(1, 6); i > 0; i--) {
                line.append(piece());
            }
            return line.toString();
        }
        String[] parts = path.split("/", -1);
        int count = random.nextInt(1, parts.length + 1);
        line.append(random.nextInt(6) == 0 ? "**/" : "");
        for (int i = 0; i < count; i++) {
            line.append(i > 0 ? "/" : "");
            switch (random.nextInt(6)) {
                case 0 -> line.append('*');
                case 1 -> line.append("**");
                case 2 -> line.append(piece()).append(parts[i].substring(1));
                case 3 -> line.append(parts[i]).append(piece());
                default -> line.append(parts[i]);
            }
        }
        return line.toString();
    }

    private String piece() {
        return random.nextBoolean() ? PLAIN[random.nextInt(PLAIN.length)] : PIECES[random.nextInt(PIECES.length)][0];
    }

    /// What becomes of a path; null where Go refuses a pattern.
    private @Nullable Boolean naive(List<String> lines, String path) {
        boolean ignored = false;
        for (String line : lines) {
            boolean marked = line.startsWith("!");
            String pattern = IgnoreFile.clean(marked ? line.substring(1) : line);
            pattern = pattern.length() > 1 && pattern.startsWith("/") ? pattern.substring(1) : pattern;
            boolean exception = marked || pattern.startsWith("!");
            pattern = !marked && exception ? pattern.substring(1) : pattern;
            boolean matched = false;
            for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
                matched |= Boolean.TRUE.equals(naive(pattern, path.substring(0, end)));
            }
            // Made clean once more, `!/` is a bare `!`.
            boolean bare = pattern.isEmpty() || (marked && pattern.equals("/"));
            Boolean whole = bare ? null : naive(pattern, path);
            if (whole == null) {
                return null;
            }
            if (exception == ignored && (matched || whole)) {
                ignored = !exception;
            }
        }
        return ignored;
    }

    private @Nullable Boolean naive(String pattern, String path) {
        boolean regex = false;
        boolean prefix = false;
        boolean suffix = false;
        var expression = new StringBuilder();
        for (int i = 0; i < pattern.length(); ) {
            String[] piece = pieceAt(pattern, i);
            if (piece != null) {
                if (piece[1] == null) {
                    return null;
                }
                expression.append(piece[1]);
                // Moby leaves this one as it is.
                regex |= !piece[0].equals("^");
                i += piece[0].length();
            } else if (pattern.startsWith("**", i)) {
                boolean first = i == 0;
                i += pattern.startsWith("**/", i) ? 3 : 2;
                boolean last = i >= pattern.length();
                prefix |= last && !regex && !suffix;
                expression.append(last ? ".*" : "(.*/)?");
                regex = !first && (!last || regex || suffix);
                suffix |= first;
            } else if (pattern.charAt(i) == '*') {
                expression.append("[^/]*");
                regex = true;
                i++;
            } else {
                expression.append(Pattern.quote(pattern.substring(i, i + 1)));
                regex |= pattern.charAt(i) == ']';
                i++;
            }
        }
        if (regex) {
            return compiled.computeIfAbsent(expression.toString(), text -> Pattern.compile(text, Pattern.UNIX_LINES))
                    .matcher(path)
                    .matches();
        }
        if (suffix) {
            String rest = pattern.substring(2);
            return path.endsWith(rest) || (rest.startsWith("/") && path.equals(rest.substring(1)));
        }
        return prefix ? path.startsWith(pattern.substring(0, pattern.length() - 2)) : path.equals(pattern);
    }

    private static String @Nullable [] pieceAt(String pattern, int at) {
        for (String[] piece : PIECES) {
            if (pattern.startsWith(piece[0], at)) {
                return piece;
            }
        }
        return null;
    }
}
