import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Turns the pages `rules/*.md` into the one resource that `dev.drydock.rule.RuleIndex` reads.
///
/// `java src/dev/IndexRules.java RULES_DIRECTORY INDEX_FILE VERSION` writes the index;
/// `java src/dev/IndexRules.java --readme RULES_DIRECTORY` prints the table `rules/README.md`.
/// A fault in a page is one line, `file:line: message`, and exit 1.
class IndexRules {

    private static final int MAGIC = 0x44525932;
    private static final List<String> KEYS =
            List.of("title", "level", "profile", "since", "aliases", "fix", "security", "options");

    /// `strict`, `hadolint=warning`, or `hadolint.DL3009=info` for the findings of one code.
    private static final String PROFILE =
            "((recommended|strict|security)|(hadolint|buildkit)(\\.[A-Za-z0-9]+)?=(error|warning|info|style))";

    record Page(String id, Map<String, String> front, String why, String body) {
        List<String> list(String key) {
            return split(front.get(key), ',');
        }
    }

    static final class BadPage extends Exception {
        private static final long serialVersionUID = 1;

        BadPage(Path file, int line, String message) {
            super(file + ":" + line + ": " + message);
        }
    }

    public static void main(String[] args) throws IOException {
        boolean readme = args[0].equals("--readme");
        var faults = new ArrayList<String>();
        List<Page> pages = pages(Path.of(args[readme ? 1 : 0]), faults);
        if (!faults.isEmpty()) {
            faults.forEach(System.err::println);
            System.exit(1);
        }
        if (readme) {
            System.out.write(table(pages).getBytes(StandardCharsets.UTF_8));
            System.out.flush();
            return;
        }
        Path target = Path.of(args[1]);
        byte[] index = index(pages, args[2]);
        // Left alone when nothing changed, so that a build after a build has nothing to do.
        if (!Files.exists(target) || !Arrays.equals(Files.readAllBytes(target), index)) {
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.write(target, index);
        }
    }

    private static List<Page> pages(Path directory, List<String> faults) throws IOException {
        var pages = new ArrayList<Page>();
        if (!Files.isDirectory(directory)) {
            return pages;
        }
        List<Path> files;
        try (var stream = Files.list(directory)) {
            files = stream.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.endsWith("README.md"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            try {
                pages.add(page(file));
            } catch (BadPage e) {
                faults.add(e.getMessage());
            }
        }
        return pages;
    }

    private static Page page(Path file) throws IOException, BadPage {
        String name = file.getFileName().toString();
        String id = name.substring(0, name.length() - ".md".length());
        if (!id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw new BadPage(file, 1, "a page's name is its rule's id in kebab-case");
        }
        List<String> lines = Files.readString(file).lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals("---")) {
            throw new BadPage(file, 1, "a page begins with front matter between --- lines");
        }
        int end = lines.subList(1, lines.size()).indexOf("---") + 1;
        if (end == 0) {
            throw new BadPage(file, 1, "the front matter has no closing ---");
        }
        Map<String, String> front = front(file, lines.subList(1, end));
        List<String> rest = lines.subList(end + 1, lines.size());
        var why = new ArrayList<String>();
        for (String line : rest) {
            if (line.isBlank()) {
                if (!why.isEmpty()) {
                    break;
                }
            } else if (line.startsWith("#") || line.startsWith("```")) {
                break;
            } else {
                why.add(line.strip());
            }
        }
        if (why.isEmpty()) {
            throw new BadPage(file, end + 2, "the front matter is followed by a paragraph that says why");
        }
        String body = String.join("\n", rest).strip() + "\n";
        return new Page(id, front, String.join(" ", why), body);
    }

    private static Map<String, String> front(Path file, List<String> lines) throws BadPage {
        Map<String, String> front = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int number = i + 2;
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new BadPage(file, number, "front matter is lines of key: value");
            }
            String key = line.substring(0, colon).strip();
            // The index is read at every start, and text of one byte a character is read without decoding.
            if (!line.chars().allMatch(character -> character < 128)) {
                throw new BadPage(file, number, "front matter is plain ASCII");
            }
            if (!KEYS.contains(key)) {
                throw new BadPage(file, number, "unknown key " + key + "; the keys are " + String.join(", ", KEYS));
            }
            String value = line.substring(colon + 1).strip();
            if (front.put(key, value) != null) {
                throw new BadPage(file, number, key + " is there twice");
            }
            check(file, number, key, value);
        }
        for (String key : KEYS) {
            if (!front.containsKey(key)) {
                throw new BadPage(file, 1, "the front matter lacks " + key);
            }
        }
        return front;
    }

    private static void check(Path file, int line, String key, String value) throws BadPage {
        boolean good = switch (key) {
            case "title" -> !value.isEmpty() && !value.endsWith(".");
            case "level" -> value.matches("error|warning|info|style");
            case "profile" ->
                value.matches("(" + PROFILE + "(, *" + PROFILE + ")*)?")
                        && (!split(value, ',').contains("recommended")
                                || split(value, ',').contains("strict"));
            case "since" -> value.matches("\\d+\\.\\d+\\.\\d+");
            case "aliases" -> value.matches("([A-Za-z][A-Za-z0-9_-]*(:[A-Za-z0-9_-]+)?(, *)?)*") && once(value);
            case "fix" -> value.matches("none|safe|unsafe");
            case "security" -> value.matches("\\d(\\.\\d)?|10(\\.0)?");
            case "options" -> value.matches("([a-z][a-z0-9-]*=[^;=]*(; *)?)*");
            default -> throw new IllegalStateException(key);
        };
        if (!good) {
            String want = switch (key) {
                case "title" -> "one line without a full stop";
                case "level" -> "error, warning, info or style";
                case "profile" -> "names of profiles, each perhaps =level, and strict wherever recommended is";
                case "since" -> "a version such as 0.1.0";
                case "aliases" -> "codes separated by commas, each once";
                case "fix" -> "none, safe or unsafe";
                case "security" -> "a number from 0 to 10";
                case "options" -> "name=default;name2=a,b";
                default -> throw new IllegalStateException(key);
            };
            throw new BadPage(file, line, key + " is " + want);
        }
    }

    private static boolean once(String list) {
        Set<String> seen = new HashSet<>();
        return split(list, ',').stream().allMatch(seen::add);
    }

    private static byte[] index(List<Page> pages, String version) throws IOException {
        var texts = new ByteArrayOutputStream();
        var places = new ArrayList<int[]>();
        for (Page page : pages) {
            byte[] why = page.why().getBytes(StandardCharsets.UTF_8);
            byte[] body = page.body().getBytes(StandardCharsets.UTF_8);
            places.add(new int[] {texts.size(), why.length, body.length});
            texts.write(why);
            texts.write(body);
        }
        // Offsets are of fixed width, so a first writing without them tells how long the head is.
        int head = head(pages, version, places, 0).length;
        var all = new ByteArrayOutputStream();
        all.write(head(pages, version, places, head));
        texts.writeTo(all);
        return all.toByteArray();
    }

    private static byte[] head(List<Page> pages, String version, List<int[]> places, int shift) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(MAGIC);
        out.writeInt(shift);
        out.writeUTF(version);
        out.writeInt(pages.size());
        for (int i = 0; i < pages.size(); i++) {
            Page page = pages.get(i);
            out.writeUTF(page.id());
            out.writeUTF(page.front().get("title"));
            out.writeUTF(page.front().get("level"));
            texts(out, page.list("profile"));
            out.writeUTF(page.front().get("since"));
            texts(out, page.list("aliases"));
            out.writeUTF(page.front().get("fix"));
            out.writeDouble(Double.parseDouble(page.front().get("security")));
            List<String> options = split(page.front().get("options"), ';');
            out.writeByte(options.size());
            for (String option : options) {
                int equals = option.indexOf('=');
                out.writeUTF(option.substring(0, equals).strip());
                texts(out, split(option.substring(equals + 1), ','));
            }
            out.writeInt(places.get(i)[0] + shift);
            out.writeInt(places.get(i)[1]);
            out.writeInt(places.get(i)[2]);
        }
        return bytes.toByteArray();
    }

    private static void texts(DataOutputStream out, List<String> texts) throws IOException {
        out.writeByte(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    private static List<String> split(String list, char separator) {
        var parts = new ArrayList<String>();
        for (String part : list.split(String.valueOf(separator), -1)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    private static String table(List<Page> pages) {
        var out = new StringBuilder("# Rules\n\n");
        out.append(
                        "Written by `mvn test -Dtest=RuleIndexTest -Ddrydock.golden=write` from the pages beside it. A rule that\n")
                .append("is not in a profile is off until the configuration or `--select` names it.\n\n");
        out.append("| rule | finds | level | profiles | fix | also known as |\n|---|---|---|---|---|---|\n");
        for (Page page : pages) {
            out.append("| [").append(page.id()).append("](").append(page.id()).append(".md)");
            for (String key : List.of("title", "level", "profile", "fix", "aliases")) {
                String value = page.front().get(key);
                out.append(" | ").append(value.equals("none") ? "" : value.replace("|", "\\|"));
            }
            out.append(" |\n");
        }
        return out.toString();
    }
}
