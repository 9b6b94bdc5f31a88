package dev.drydock.syntax.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The reader accepts and rejects what bash and dash accepted and rejected: `testdata/shell/verdicts.txt`.
class ShellVerdictsTest {

    private static final Path VERDICTS =
            Path.of(System.getProperty("drydock.basedir", "."), "testdata/shell/verdicts.txt");

    @TestFactory
    Stream<DynamicTest> asTheShellsSay() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String entry : Files.readString(VERDICTS).split("(?m)^%% ", -1)) {
            if (entry.startsWith("#")) {
                continue;
            }
            String verdict = entry.substring(0, entry.indexOf('\n'));
            String text = entry.substring(entry.indexOf('\n') + 1, entry.length() - 1);
            tests.add(dynamicTest(text, () -> {
                Script bash = Dump.read(text, Dialect.BASH);
                assertThat(bash.problems().isEmpty())
                        .as("%s: %s", verdict, bash.problems())
                        .isEqualTo(verdict.contains("bash accepts"));
                Script dash = Dump.read(text, Dialect.POSIX);
                assertThat(dash.problems().isEmpty() && dash.bashisms().isEmpty())
                        .as("%s: %s %s", verdict, dash.problems(), dash.bashisms())
                        .isEqualTo(verdict.contains("dash accepts"));
            }));
        }
        return tests.stream();
    }
}
