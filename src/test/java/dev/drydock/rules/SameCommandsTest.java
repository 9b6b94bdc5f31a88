package dev.drydock.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.rule.Finding;
import dev.drydock.rule.Rule;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import dev.drydock.syntax.dockerfile.CommandLine;
import dev.drydock.syntax.dockerfile.DockerfileReader;
import dev.drydock.syntax.dockerfile.Instruction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The same commands yield the same findings, however they are written: for every scenario of every page, each
/// `RUN` is written anew as a list, a heredoc, a nested shell, a subshell and an `ONBUILD`, and the rule must say
/// the same of the same words.
class SameCommandsTest {

    /// How a `RUN` may be written; null where this one cannot be written so.
    private interface Form {
        String of(Step step, String flags, String body);
    }

    private static final Map<String, Form> FORMS = new LinkedHashMap<>();

    static {
        FORMS.put(
                "a list with ;",
                (_, flags, body) -> isPlainList(body) && body.contains("&&")
                        ? "RUN " + flags + "set -e; " + body.replace(" && ", "; ")
                        : "");
        FORMS.put(
                "a list with &&",
                (_, flags, body) -> isPlainList(body) && body.contains("; ") && !body.endsWith(";")
                        ? "RUN " + flags + body.replace("; ", " && ")
                        : "");
        FORMS.put("a heredoc", (_, flags, body) -> "RUN " + flags + "<<SCRIPT\nset -e\n" + body + "\nSCRIPT");
        FORMS.put(
                "a nested shell",
                (step, flags, body) -> body.contains("'")
                        ? ""
                        : "RUN " + flags + String.join(" ", step.shell().words()) + " '" + body + "'");
        FORMS.put("a subshell", (_, flags, body) -> "RUN " + flags + "( " + body + " )");
        FORMS.put("an ONBUILD", (step, flags, body) -> step.isOnbuild() ? "" : "ONBUILD RUN " + flags + body);
    }

    /// Where a rule says something else of another form, and why that is right.
    private static final Map<String, Map<String, String>> OTHERWISE = Map.of(
            "arg-scope-lost",
            Map.of("an ONBUILD", "its variables are those of the stage that starts from the image"),
            "cache-busting-arg",
            Map.of("an ONBUILD", "it runs in another build, which the argument does not reach"),
            "cache-mount-target",
            Map.of("an ONBUILD", "the user that another instruction makes is made in the other build, too"),
            "shell-syntax-error",
            Map.of(
                    "a list with ;", "what is wrong with one operator is wrong with the other",
                    "a list with &&", "what is wrong with one operator is wrong with the other"),
            "shell-run-in-scratch",
            Map.of("an ONBUILD", "it runs in an image that may have a shell by then"));

    /// Rules about the lines of the file and no command in them, as those about comments are.
    private static final Set<String> ABOUT_LINES =
            Set.of("empty-continuation", "instruction-casing", "instruction-order", "stage-cycle");

    /// Rules about what a layer or an image holds: what an `ONBUILD` brings lies in another image.
    private static boolean isAboutTheImage(Rule rule) {
        return rule instanceof Rule.OnProject;
    }

    @TestFactory
    Stream<DynamicTest> sameCommandsSameFindings() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Rule rule : Rules.all()) {
            if (ABOUT_LINES.contains(rule.id()) || rule instanceof Rule.OnComments) {
                continue;
            }
            Page page = PagesTest.page(PagesTest.file(rule.id()));
            for (Map.Entry<String, Form> form : FORMS.entrySet()) {
                boolean exempt = OTHERWISE.getOrDefault(rule.id(), Map.of()).containsKey(form.getKey())
                        || (form.getKey().equals("an ONBUILD") && isAboutTheImage(rule));
                if (!exempt) {
                    tests.add(
                            dynamicTest(rule.id() + " as " + form.getKey(), () -> check(rule, page, form.getValue())));
                }
            }
        }
        return tests.stream();
    }

    private static void check(Rule rule, Page page, Form form) throws Exception {
        for (Page.Scenario scenario : page.scenarios()) {
            Map<String, String> languages = new LinkedHashMap<>();
            scenario.files().forEach((path, fence) -> languages.put(path, fence.language()));
            Map<String, String> before = scenario.texts();
            Map<String, String> after = new LinkedHashMap<>(before);
            before.forEach((path, text) -> {
                if (languages.getOrDefault(path, "").equals("dockerfile")) {
                    after.put(path, rewritten(Source.of(path, text), form));
                }
            });
            if (!after.equals(before)) {
                assertThat(said(PageRun.of(rule, after, languages).findings()))
                        .as("%s, written as%n%s", scenario.heading(), String.join("\n", after.values()))
                        .isEqualTo(said(PageRun.of(rule, before, languages).findings()));
            }
        }
    }

    /// The findings as the words they are about and what is said of them: places move.
    private static Map<String, Integer> said(List<Finding> findings) {
        Map<String, Integer> said = new TreeMap<>();
        for (Finding finding : findings) {
            String words = finding.place().source().text(finding.place().span());
            said.merge(words + ": " + finding.message(), 1, Integer::sum);
        }
        return said;
    }

    private static String rewritten(Source source, Form form) {
        var file = new BuildFile(DockerfileReader.read(source));
        var out = new StringBuilder();
        int at = 0;
        for (Stage stage : file.stages()) {
            for (Step step : stage.steps()) {
                String other = other(step, form);
                if (!other.isEmpty()) {
                    Span span = span(file, step);
                    out.append(source.text(), at, span.start()).append(other);
                    at = span.end();
                }
            }
        }
        return out.append(source.text(), at, source.text().length()).toString();
    }

    /// The whole instruction, its `ONBUILD` included.
    private static Span span(BuildFile file, Step step) {
        for (Instruction instruction : file.syntax().instructions()) {
            if (instruction.span().contains(step.instruction().span())) {
                Span span = instruction.span();
                String text = file.source().text(span);
                return new Span(
                        span.start(), span.start() + text.stripTrailing().length());
            }
        }
        throw new AssertionError("a step without an instruction");
    }

    private static String other(Step step, Form form) {
        if (!(step.instruction() instanceof Instruction.Run run)
                || !(run.command() instanceof CommandLine.Shell(var body))
                || !run.heredocs().isEmpty()
                || !step.shell().isPosix()
                || !run.head().span().equals(step.instruction().span())
                || body.text().isBlank()
                || body.text().contains("\n")) {
            return "";
        }
        var flags = new StringBuilder();
        run.head()
                .flags()
                .forEach(flag -> flags.append(step.stage().file().source().text(flag.span()))
                        .append(' '));
        String written = form.of(step, flags.toString(), body.text().strip());
        return written.isEmpty() || !step.isOnbuild() || written.startsWith("ONBUILD") ? written : "ONBUILD " + written;
    }

    /// Whether the text is commands joined by `&&` or `;` alone, so that each may stand for the other.
    private static boolean isPlainList(String body) {
        for (String other :
                List.of("||", "|", "(", "{", "'", "\"", "`", "if ", "for ", "while ", "case ", "& ", ";;", "<<")) {
            String text = body.replace("&&", "");
            if (text.contains(other)) {
                return false;
            }
        }
        return true;
    }
}
