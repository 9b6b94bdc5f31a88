package dev.drydock.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.cli.MainTestAccess;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The README's example is what its first command prints.
class ReadmeTest {

    private static final Path ROOT = Path.of(System.getProperty("drydock.basedir", "."));
    private static final String BEGIN = "<!-- example -->\n```\n";
    private static final String END = "```\n<!-- /example -->\n";

    @Test
    void theExampleIsReal() throws Exception {
        Path file = ROOT.resolve("README.md");
        String readme = Files.readString(file);
        int start = readme.indexOf(BEGIN) + BEGIN.length();
        int end = readme.indexOf(END);
        String printed = MainTestAccess.run(ROOT, "check", "testdata/projects/python-flask");
        String current = readme.substring(0, start) + printed + readme.substring(end);
        if ("write".equals(System.getProperty("drydock.golden"))) {
            Files.writeString(file, current);
        }
        assertThat(file).hasContent(current);
    }
}
