package dev.drydock.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every Java file is as the formatter leaves it. `mvn test -Dtest=FormatTest -Ddrydock.golden=write` formats them.
///
/// A test and not a Maven plugin because the formatter must run on the JDK whose syntax it reads, and Maven itself
/// may run on an older one.
class FormatTest {

    private static final Path ROOT = Path.of(System.getProperty("drydock.basedir", "."));

    @Test
    void everyFileIsFormatted() throws Exception {
        boolean write = "write".equals(System.getProperty("drydock.golden"));
        var formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
                .style(JavaFormatterOptions.Style.PALANTIR)
                .build());
        List<Path> unformatted = new ArrayList<>();
        for (Path file : javaFiles()) {
            String text = Files.readString(file);
            if (hasLongDoc(text)) {
                // The formatter would break the line and leave its end outside of the comment.
                unformatted.add(ROOT.relativize(file));
                continue;
            }
            String formatted = format(formatter, file, text);
            if (formatted.equals(text)) {
                continue;
            }
            if (write) {
                Files.writeString(file, formatted);
            } else {
                unformatted.add(ROOT.relativize(file));
            }
        }
        assertThat(unformatted)
                .as("unformatted files; mvn test -Dtest=FormatTest -Ddrydock.golden=write formats them")
                .isEmpty();
    }

    private static boolean hasLongDoc(String text) {
        return text.lines().anyMatch(line -> line.strip().startsWith("///") && line.length() > 116);
    }

    private static String format(Formatter formatter, Path file, String text) throws FormatterException {
        try {
            return formatter.formatSource(ImportOrderer.reorderImports(
                    RemoveUnusedImports.removeUnusedImports(text), JavaFormatterOptions.Style.PALANTIR));
        } catch (FormatterException e) {
            // Its own message names no file. Known: it wants `var _`, not `_`, in a record pattern.
            throw new FormatterException(file + ": " + e.getMessage());
        }
    }

    private static List<Path> javaFiles() throws Exception {
        try (var files = Files.walk(ROOT.resolve("src"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
