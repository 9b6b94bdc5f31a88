package dev.drydock.house;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Who may import whom: `docs/architecture.md` draws it, this test keeps it.
class LayeringTest {

    private static final String BASE = "dev.drydock.";

    /// For each room, the rooms it may use besides itself.
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("source", Set.of()),
            Map.entry("syntax", Set.of("source")),
            Map.entry("model", Set.of("source", "syntax")),
            Map.entry("rule", Set.of("source", "syntax", "model")),
            Map.entry("rules", Set.of("source", "syntax", "model", "rule")),
            Map.entry("config", Set.of("source", "rule")),
            Map.entry("fix", Set.of("source", "rule")),
            Map.entry("report", Set.of("source", "rule")),
            Map.entry("graph", Set.of("source", "model", "report")),
            Map.entry("shellcheck", Set.of("source", "syntax", "model", "rule")),
            Map.entry("engine", Set.of("source", "syntax", "model", "rule", "config", "fix")),
            Map.entry("library", Set.of("source", "syntax", "model", "rule", "rules", "config", "report", "engine")),
            Map.entry(
                    "cli",
                    Set.of(
                            "source",
                            "syntax",
                            "model",
                            "rule",
                            "rules",
                            "config",
                            "fix",
                            "report",
                            "graph",
                            "engine",
                            "shellcheck")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.drydock");

    @Test
    void everyImportIsAllowed() {
        assertThat(wrongImports(CLASSES)).isEmpty();
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.drydock.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    /// What SECURITY.md promises: no network, and no other program than ShellCheck.
    @Test
    void nothingReachesTheNetworkOrStartsAProgram() {
        assertThat(CLASSES.stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(use -> isOutside(
                                use.getTargetClass().getName(),
                                room(use.getOriginClass().getPackageName())))
                        .map(Object::toString))
                .isEmpty();
    }

    private static boolean isOutside(String target, String room) {
        boolean process = target.equals("java.lang.Process") || target.startsWith("java.lang.ProcessBuilder");
        return target.startsWith("java.net.")
                || target.startsWith("javax.net.")
                || target.startsWith("java.nio.channels.Socket")
                || (process && !room.equals("shellcheck"));
    }

    @Test
    void noRuleImportsAnother() {
        assertThat(CLASSES.stream()
                        .filter(type -> room(type.getPackageName()).equals("rules")
                                && !type.getSimpleName().equals("Rules"))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(use ->
                                room(use.getTargetClass().getPackageName()).equals("rules"))
                        .filter(use -> !outermost(use.getOriginClass().getName())
                                .equals(outermost(use.getTargetClass().getName())))
                        .map(Object::toString))
                .isEmpty();
    }

    @Test
    void aPlantedWrongImportIsFound() {
        var planted = new ClassFileImporter().importClasses(dev.drydock.source.PlantedWrongImport.class);
        assertThat(wrongImports(planted)).singleElement().asString().contains("PlantedWrongImport");
    }

    private static List<String> wrongImports(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(use -> use.getTargetClass().getPackageName().startsWith(BASE))
                .filter(use -> !allowed(
                        room(use.getOriginClass().getPackageName()),
                        room(use.getTargetClass().getPackageName())))
                .map(use -> use.getOriginClass().getName() + " imports "
                        + use.getTargetClass().getName())
                .distinct()
                .toList();
    }

    private static boolean allowed(String from, String to) {
        return from.equals(to) || ALLOWED.getOrDefault(from, Set.of()).contains(to);
    }

    private static String room(String packageName) {
        if (!packageName.startsWith(BASE)) {
            return "";
        }
        String rest = packageName.substring(BASE.length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    private static String outermost(String className) {
        int dollar = className.indexOf('$');
        return dollar < 0 ? className : className.substring(0, dollar);
    }
}
