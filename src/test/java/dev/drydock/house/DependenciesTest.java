package dev.drydock.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// `docs/dependencies.md` names what `pom.xml` does, in the same versions.
class DependenciesTest {

    private static final Path ROOT = Path.of(System.getProperty("drydock.basedir", "."));
    private static final Pattern USED = Pattern.compile(
            "<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>" + "(?:\\s*<version>([^<]+)</version>)?");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| ([^ |]*) *\\| [^|]+ \\|$");

    @Test
    void thePageNamesEveryDependencyAndNoOther() throws IOException {
        var written = new TreeMap<String, String>();
        Matcher row = ROW.matcher(Files.readString(ROOT.resolve("docs/dependencies.md")));
        while (row.find()) {
            written.put(row.group(1), row.group(2));
        }
        String pom = Files.readString(ROOT.resolve("pom.xml"));
        var used = new TreeMap<String, String>();
        Matcher dependency = USED.matcher(pom.substring(pom.indexOf("<properties>")));
        while (dependency.find()) {
            String version = dependency.group(3) == null ? "" : dependency.group(3);
            Matcher property = Pattern.compile("\\$\\{([^}]+)}").matcher(version);
            if (property.matches()) {
                Matcher value = Pattern.compile("<" + Pattern.quote(property.group(1)) + ">([^<]+)<")
                        .matcher(pom);
                assertThat(value.find()).as(version).isTrue();
                version = value.group(1);
            }
            String known = version;
            used.merge(
                    dependency.group(1) + ":" + dependency.group(2),
                    known,
                    (before, now) -> now.isEmpty() ? before : now);
        }
        assertThat(used).hasSizeGreaterThan(20);
        assertThat(written).isEqualTo(used);
    }
}
