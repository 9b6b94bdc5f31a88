package dev.drydock.syntax.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drydock.source.MappedText;
import dev.drydock.source.Source;
import dev.drydock.syntax.dockerfile.CommandLine;
import dev.drydock.syntax.dockerfile.DockerfileReader;
import dev.drydock.syntax.dockerfile.Instruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What the reader makes of every `RUN` of the corpus.
class ShellCorpusTest {

    private static final Path CORPUS = Path.of(System.getProperty("drydock.corpus", "absent"));

    @Test
    void almostNothingIsUnknown() throws Exception {
        int statements = 0;
        int faulty = 0;
        List<String> unknown = new ArrayList<>();
        List<MappedText> bodies = bodies();
        long start = System.nanoTime();
        for (MappedText body : bodies) {
            Script script = ShellReader.read(body, Dialect.POSIX);
            var counter = new StatementCounter(script);
            statements += counter.statements();
            faulty += script.problems().isEmpty() ? 0 : 1;
            if (counter.unknown() > 0) {
                unknown.add(script.problems() + "\n" + body.text());
            }
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.println("bodies " + bodies.size() + ", statements " + statements + ", bodies with unknown "
                + unknown.size() + ", with problems " + faulty + ", " + millis + " ms");
        Path report = Path.of(System.getProperty("drydock.basedir", "."), "target", "shell-unknown.txt");
        Files.writeString(report, String.join("\n=======\n", unknown));
        assertThat(unknown.size()).as("see %s", report).isLessThan(statements / 200);
    }

    @Test
    void bashAgreesOnASample() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "bash is not installed");
        List<MappedText> bodies = bodies();
        int step = Math.max(1, bodies.size() / 800);
        int judged = 0;
        int rejected = 0;
        List<String> differing = new ArrayList<>();
        Random random = new Random(1);
        for (int i = 0; i < 2 * bodies.size(); i += step) {
            String script = bodies.get(i / 2).text();
            if (i >= bodies.size() && script.length() > 2) {
                // The corpus is sound: to be judged on what is not, the reader gets scripts that lack something.
                script = damaged(script, random);
            }
            boolean accepted = acceptedByBash(script);
            boolean ours = Dump.read(script).problems().isEmpty();
            judged++;
            rejected += accepted ? 0 : 1;
            if (accepted != ours) {
                differing.add((accepted ? "bash accepts" : "bash rejects") + "\n" + script);
            }
        }
        System.out.println("bash judged " + judged + ", rejected " + rejected + ", differing " + differing.size());
        Path report = Path.of(System.getProperty("drydock.basedir", "."), "target", "shell-differing.txt");
        Files.writeString(report, String.join("\n=======\n", differing));
        assertThat(rejected).isPositive();
        assertThat(differing.size()).as("see %s", report).isLessThanOrEqualTo(judged / 100);
    }

    private static String damaged(String script, Random random) {
        int start = random.nextInt(script.length());
        for (int i = 0; i < script.length(); i++) {
            int at = (start + i) % script.length();
            if ("'\"(){}`;&|<>#\\[]".indexOf(script.charAt(at)) >= 0) {
                return script.substring(0, at) + script.substring(at + 1);
            }
        }
        return script.substring(1);
    }

    private static boolean acceptedByBash(String script) throws Exception {
        Path file = Files.createTempFile("drydock", ".sh");
        try {
            Files.writeString(file, script);
            Process bash = new ProcessBuilder("/bin/bash", "-n", file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return bash.waitFor(10, TimeUnit.SECONDS) && bash.exitValue() == 0;
        } finally {
            Files.delete(file);
        }
    }

    private static List<MappedText> bodies() throws Exception {
        Path directory = CORPUS.resolve("dockerfiles");
        assumeTrue(Files.isDirectory(directory), "the corpus is not here");
        List<MappedText> bodies = new ArrayList<>();
        try (var files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                Source source = Source.of(file.getFileName().toString(), Files.readAllBytes(file));
                if (!isForWindowsOrTemplate(source.text())) {
                    addBodies(source, bodies);
                }
            }
        }
        return bodies;
    }

    private static void addBodies(Source source, List<MappedText> bodies) {
        for (Instruction instruction : DockerfileReader.read(source).instructions()) {
            if (instruction instanceof Instruction.Run run && run.command() instanceof CommandLine.Shell shell) {
                if (run.heredocs().isEmpty()) {
                    bodies.add(shell.text());
                } else if (shell.text().text().strip().length()
                        == run.heredocs().getFirst().opener().length()) {
                    bodies.add(run.heredocs().getFirst().body());
                }
            }
        }
    }

    private static boolean isForWindowsOrTemplate(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("powershell")
                || lower.contains("escape=`")
                || lower.contains("windowsservercore")
                || lower.contains("nanoserver")
                || text.contains("{{")
                || text.contains("{%")
                || text.contains("<%");
    }
}
