package dev.drydock.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The way from the command line to a report stays a closed world that starts at once: what it must not use.
/// `DistributionTest` counts the classes that a run loads.
class HotPathTest {

    /// What needs configuration in a native image or costs start-up wherever it is used.
    private static final List<String> FORBIDDEN = List.of(
            "java.lang.reflect.",
            "java.lang.invoke.MethodHandles",
            "java.util.ServiceLoader",
            "java.util.regex.",
            "java.util.Scanner",
            "java.util.Formatter",
            "java.util.logging.",
            "java.text.",
            "java.time.format.",
            "org.yaml.snakeyaml.Yaml",
            "com.fasterxml.",
            "picocli.");

    /// Methods that bring in regular expressions or formatters by themselves.
    private static final Set<String> FORBIDDEN_METHODS = Set.of(
            "java.lang.String.format",
            "java.lang.String.formatted",
            "java.lang.String.matches",
            "java.lang.String.replaceAll",
            "java.lang.String.replaceFirst",
            "java.lang.Class.forName",
            "java.lang.System.exit");

    /// Classes that are not on the way to a report.
    private static final Set<String> OFF_THE_PATH = Set.of("dev.drydock.cli.Help");

    @Test
    void nothingOnTheHotPathIsReflectiveOrSlowToStart() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.drydock");
        var uses = new TreeSet<String>();
        for (JavaClass type : classes) {
            if (OFF_THE_PATH.contains(type.getName())) {
                continue;
            }
            type.getDirectDependenciesFromSelf().stream()
                    .map(use -> use.getTargetClass().getName())
                    .filter(target -> FORBIDDEN.stream().anyMatch(target::startsWith))
                    // The array of an enum's values is made by reflection that javac writes, and needs no
                    // configuration.
                    .filter(target -> !target.equals("java.lang.reflect.Array"))
                    .forEach(target -> uses.add(type.getName() + " uses " + target));
            type.getMethodCallsFromSelf().stream()
                    .map(call -> call.getTarget().getOwner().getName() + "."
                            + call.getTarget().getName())
                    .filter(FORBIDDEN_METHODS::contains)
                    .forEach(method -> uses.add(type.getName() + " calls " + method));
        }
        assertThat(uses).isEmpty();
    }
}
