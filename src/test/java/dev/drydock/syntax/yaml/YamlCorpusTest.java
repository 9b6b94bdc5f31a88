package dev.drydock.syntax.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drydock.source.Source;
import dev.drydock.source.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Real Compose files, with what go-yaml said of them.
class YamlCorpusTest {

    private static final Path CORPUS = Path.of(System.getProperty("drydock.corpus", ""));

    @Test
    void aFileIsRejectedWhereGoYamlRejectsIt() throws Exception {
        assumeTrue(Files.isDirectory(CORPUS.resolve("compose")), "no corpus");
        List<String> disagreements = new ArrayList<>();
        int files = 0;
        for (String line : Files.readAllLines(CORPUS.resolve("verdicts-compose.jsonl"))) {
            int start = line.indexOf("\"path\": \"") + 9;
            String path = line.substring(start, line.indexOf('"', start));
            boolean rejected = line.contains("go-yaml load error") || line.contains("construct errors");
            Source source = Source.of(path, Files.readAllBytes(CORPUS.resolve(path)));
            YamlFile file = YamlFile.read(source);
            files++;
            if (file.problems().isEmpty() == rejected) {
                disagreements.add(path + ": " + file.problems());
            }
            if (file.problems().isEmpty()) {
                file.documents().forEach(document -> everyScalarIsAtItsPlace(file, document));
            }
        }
        assertThat(files).isGreaterThan(1600);
        assertThat(disagreements).isEmpty();
    }

    private static void everyScalarIsAtItsPlace(YamlFile file, YamlNode node) {
        switch (node) {
            case YamlNode.Scalar scalar -> {
                Span span = scalar.span();
                var mapped = file.text(scalar);
                assertThat(mapped.text()).isEqualTo(scalar.value());
                for (int i = 0; i < mapped.length(); i++) {
                    char c = mapped.text().charAt(i);
                    if (c > ' ' && file.source().text().charAt(mapped.origin(i)) != '\\') {
                        assertThat(file.source().text().charAt(mapped.origin(i)))
                                .as("%s at %s", file.source(), span)
                                .isEqualTo(c);
                    }
                }
            }
            case YamlNode.Sequence sequence -> sequence.items().forEach(item -> everyScalarIsAtItsPlace(file, item));
            case YamlNode.Mapping mapping ->
                mapping.entries().forEach(entry -> everyScalarIsAtItsPlace(file, entry.value()));
            case YamlNode.Alias _ -> {}
        }
    }
}
