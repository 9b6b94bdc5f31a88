package dev.drydock.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Makes inputs from seeds: cuts, repeats and mixes them along their words, and puts in what readers trip over. The
/// same seed of chance makes the same inputs.
final class Mutator {

    private static final int LONGEST = 20_000;

    /// What readers trip over.
    private static final List<String> NASTY = List.of(
            "\0",
            "\u00ff",
            "\ufeff",
            "\r\n",
            "\r",
            "\n",
            "\t",
            "\\",
            "\\\n",
            "\\ \n",
            "`\n",
            "'",
            "\"",
            "`",
            "$",
            "$$",
            "$(",
            "${",
            "${a:-",
            "$((",
            "))",
            ")",
            "}",
            "{",
            "[",
            "]",
            "((",
            "<<E",
            "<<-'E'\n",
            "\nE\n",
            "#",
            " #",
            "&a ",
            "*a",
            "<<: ",
            "!reset ",
            "!!binary ",
            "? ",
            "- ",
            ": ",
            "|",
            ">-\n",
            "---\n",
            "...\n",
            "%YAML 1.1\n",
            "\u2028",
            "\u0085",
            "\u00a0",
            "\u200b",
            "\ud83d\udea2",
            "\u001b[2J",
            "--",
            "=",
            "@",
            "**/",
            "/../",
            "..",
            "/",
            "!",
            "[^",
            "[a-",
            "\\[",
            "-1",
            "99999999999999999999",
            "0x",
            "1e9",
            "true",
            "~",
            "null",
            "Ⅷ",
            "İ",
            "ß",
            "\ud83d",
            "\udea2",
            "%0A",
            "%",
            "\f",
            "\u000b",
            "\u007f");

    private final Random random;
    private final List<byte[]> seeds;
    private final List<byte[]> words;

    Mutator(List<byte[]> seeds, long chance) {
        this.random = new Random(chance);
        this.seeds = List.copyOf(seeds);
        this.words = words(seeds);
    }

    private static List<byte[]> words(List<byte[]> seeds) {
        Set<String> found = new LinkedHashSet<>(NASTY);
        for (byte[] seed : seeds) {
            String text = new String(seed, StandardCharsets.UTF_8);
            int start = 0;
            for (int i = 1; i <= text.length(); i++) {
                if (i == text.length() || kind(text.charAt(i)) != kind(text.charAt(i - 1))) {
                    found.add(text.substring(start, i));
                    start = i;
                }
            }
            for (String line : text.split("(?<=\n)", -1)) {
                found.add(line);
            }
        }
        var words = new ArrayList<byte[]>();
        found.forEach(word -> words.add(word.getBytes(StandardCharsets.UTF_8)));
        return words;
    }

    private static int kind(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' ? 0 : Character.isWhitespace(c) ? 1 : 2;
    }

    /// The next input.
    byte[] next() {
        byte[] input = one(seeds);
        int steps = 1 + random.nextInt(8);
        for (int i = 0; i < steps; i++) {
            input = step(input);
        }
        return input.length > LONGEST ? slice(input, 0, LONGEST) : input;
    }

    private byte[] step(byte[] input) {
        int from = place(input);
        int to = random.nextInt(4) == 0 ? place(input) : near(input, from);
        int start = Math.min(from, to);
        int end = Math.max(from, to);
        return switch (random.nextInt(11)) {
            case 0, 1, 2 -> join(slice(input, 0, from), one(words), slice(input, from, input.length));
            case 3, 4 -> join(slice(input, 0, start), one(words), slice(input, end, input.length));
            case 5 -> join(slice(input, 0, start), slice(input, end, input.length));
            case 6 -> repeated(input, start, end);
            case 7 -> join(slice(input, 0, from), slice(input, start, end), slice(input, from, input.length));
            case 8 -> {
                byte[] other = one(seeds);
                yield join(slice(input, 0, from), slice(other, place(other), other.length));
            }
            case 9 -> {
                byte[] changed = input.clone();
                if (changed.length > 0) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                }
                yield changed;
            }
            default -> wrapped(input, start, end);
        };
    }

    /// What lies between, in so many brackets.
    private byte[] wrapped(byte[] input, int start, int end) {
        String[] pair = List.of("$( )", "${a:- }", "[ ]", "{ }", "\" \"", "' '", "( )", "` `", "{a: }", "<<E\n \nE\n")
                .get(random.nextInt(10))
                .split(" ", -1);
        int times = random.nextInt(5) == 0 ? random.nextInt(300) : 1 + random.nextInt(3);
        byte[] open = pair[0].repeat(times).getBytes(StandardCharsets.UTF_8);
        byte[] close = pair[1].repeat(times).getBytes(StandardCharsets.UTF_8);
        return join(slice(input, 0, start), open, slice(input, start, end), close, slice(input, end, input.length));
    }

    private byte[] repeated(byte[] input, int start, int end) {
        int times = random.nextInt(6) == 0 ? random.nextInt(200) : random.nextInt(4);
        var out = new ByteArrayOutputStream();
        out.write(input, 0, start);
        for (int i = 0; i < times && out.size() < LONGEST; i++) {
            out.write(input, start, end - start);
        }
        out.write(input, end, input.length - end);
        return out.toByteArray();
    }

    /// A place in the input, more often than not between two words.
    private int place(byte[] input) {
        int at = random.nextInt(input.length + 1);
        while (random.nextInt(8) > 0 && at < input.length && kind((char) input[at]) == 0) {
            at++;
        }
        return at;
    }

    private int near(byte[] input, int from) {
        int to = Math.min(input.length, from + 1 + random.nextInt(12));
        while (random.nextInt(8) > 0 && to < input.length && kind((char) input[to]) == 0) {
            to++;
        }
        return to;
    }

    private byte[] one(List<byte[]> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static byte[] slice(byte[] input, int from, int to) {
        return java.util.Arrays.copyOfRange(input, from, to);
    }

    private static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.write(part, 0, part.length);
        }
        return out.toByteArray();
    }
}
