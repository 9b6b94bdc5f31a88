import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Makes a rule: its class, its page and its line in `Rules.java`.
///
/// `java src/dev/NewRule.java <rule-id> [dockerfile|compose|project]`, in the repository's root.
class NewRule {

    public static void main(String[] args) throws IOException {
        String room = args.length > 1 ? args[1] : "dockerfile";
        if (args.length == 0
                || !args[0].matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")
                || !List.of("dockerfile", "compose", "project").contains(room)) {
            System.err.println(
                    "usage: java src/dev/NewRule.java <rule-id, in-kebab-case> [dockerfile|compose|project]");
            System.exit(2);
        }
        String id = args[0];
        String name = camel(id);
        Path root = Path.of("src/main/java/dev/drydock/rules");
        Path type = root.resolve(room).resolve(name + ".java");
        Path page = Path.of("rules").resolve(id + ".md");
        if (Files.exists(type) || Files.exists(page)) {
            System.err.println("there is a rule " + id);
            System.exit(1);
        }
        Files.writeString(type, room.equals("dockerfile") ? dockerfileRule(name) : projectRule(room, name));
        Files.writeString(page, page());
        list(root.resolve("Rules.java"), room, name);
        System.out.println("""
                made %s
                     %s
                and a line in Rules.java. Now write the check, then the page's scenarios without what is drawn, and run
                  mvn -q test -Dtest='PagesTest,RuleIndexTest,SchemaTest,FormatTest' -Ddrydock.golden=write
                and read what it drew.""".formatted(type, page));
    }

    private static String dockerfileRule(String name) {
        return """
                package dev.drydock.rules.dockerfile;

                import dev.drydock.model.build.BuildFile;
                import dev.drydock.rule.Report;
                import dev.drydock.rule.Rule;

                public final class %s implements Rule.OnDockerfile {

                    @Override
                    public void check(BuildFile file, Report report) {
                        // report.at(file.source(), span, "what is wrong; what to do");
                    }
                }
                """.formatted(name);
    }

    private static String projectRule(String room, String name) {
        return """
                package dev.drydock.rules.%s;

                import dev.drydock.model.Workspace;
                import dev.drydock.rule.Report;
                import dev.drydock.rule.Rule;

                public final class %s implements Rule.OnProject {

                    @Override
                    public void check(Workspace workspace, Report report) {
                        // report.at(file.source(), span, "what is wrong; what to do").related(other, "what it has to do with it");
                    }
                }
                """.formatted(room, name);
    }

    private static String page() {
        return """
                ---
                title: what it finds, in one line
                level: warning
                profile: strict
                since: 0.1.0
                aliases:
                fix: none
                security: 0
                options:
                ---
                Why it matters, in a paragraph of your own words.

                ## What is flagged
                ```dockerfile
                FROM alpine:3.22
                ```

                ## What is not
                ```dockerfile
                FROM alpine:3.22
                ```
                """;
    }

    /// Adds the import and the instance, each in its place by the alphabet.
    private static void list(Path file, String room, String name) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        insert(lines, "import dev.drydock.rules." + room + "." + name + ";", "import dev.drydock.rules.");
        int end = 0;
        while (!lines.get(end).endsWith(");") || !lines.get(end).strip().startsWith("new ")) {
            end++;
        }
        lines.set(end, lines.get(end).replace(");", ","));
        insert(lines, "                new " + name + "(),", "                new ");
        int last = lines.size() - 1;
        while (!lines.get(last).strip().startsWith("new ")) {
            last--;
        }
        lines.set(last, lines.get(last).substring(0, lines.get(last).length() - 1) + ");");
        Files.write(file, lines);
    }

    private static void insert(List<String> lines, String line, String prefix) {
        int at = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(prefix) && (at < 0 || lines.get(i).compareTo(line) < 0)) {
                at = lines.get(i).compareTo(line) < 0 ? i + 1 : i;
            }
        }
        lines.add(at, line);
    }

    private static String camel(String id) {
        var name = new StringBuilder();
        for (String part : id.split("-", -1)) {
            name.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
        }
        return name.toString();
    }
}
