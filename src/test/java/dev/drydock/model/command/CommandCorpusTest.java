package dev.drydock.model.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import dev.drydock.syntax.dockerfile.DockerfileReader;
import dev.drydock.syntax.dockerfile.Instruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the command model makes of every `RUN` of the corpus; the counts go to `target/commands.txt`.
class CommandCorpusTest {

    private static final Path CORPUS = Path.of(System.getProperty("drydock.corpus", "absent"));

    private final Map<String, Integer> counts = new HashMap<>();

    @Test
    void almostEverythingIsUnderstood() throws Exception {
        Path directory = CORPUS.resolve("dockerfiles");
        assumeTrue(Files.isDirectory(directory), "the corpus is not here");
        int runs = 0;
        int incomplete = 0;
        try (var files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                Source source = Source.of(file.getFileName().toString(), Files.readAllBytes(file));
                Span whole = new Span(0, source.text().length());
                for (Stage stage : new BuildFile(DockerfileReader.read(source)).stages()) {
                    for (Step step : stage.steps()) {
                        if (!(step.instruction() instanceof Instruction.Run)
                                || !step.shell().isPosix()) {
                            continue;
                        }
                        runs++;
                        Commands commands = step.commands();
                        incomplete += commands.isComplete() ? 0 : 1;
                        for (Command command : commands) {
                            assertThat(whole.contains(command.span())).isTrue();
                            count(command);
                        }
                    }
                }
            }
        }
        List<String> report = new ArrayList<>();
        report.add("runs " + runs + ", incomplete " + incomplete);
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(entry -> report.add(entry.getValue() + "\t" + entry.getKey()));
        System.out.println(report.getFirst());
        Files.write(Path.of(System.getProperty("drydock.basedir", "."), "target", "commands.txt"), report);
        assertThat(incomplete).isLessThan(runs / 50);
    }

    private void count(Command command) {
        counts.merge("command " + command.name(), 1, Integer::sum);
        PackageOperation operation = PackageOperation.of(command);
        PackageManager manager = PackageManagers.find(command.name());
        if (manager != null && operation == null) {
            counts.merge("nothing: " + shortened(command.toString()), 1, Integer::sum);
        }
        if (operation == null) {
            return;
        }
        counts.merge("operation " + operation.manager() + " " + operation.action(), 1, Integer::sum);
        for (NamedPackage named : operation.packages()) {
            DevTools.Tool tool = DevTools.find(operation.manager().family(), named.name());
            String kind = tool == null ? "-" : tool.kind() + (tool.sure() ? "" : "?");
            counts.merge("package " + operation.manager().family() + " " + kind + " " + named.name(), 1, Integer::sum);
        }
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) : text;
    }
}
