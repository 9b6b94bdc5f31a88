package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Paths;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.PackageOperation;
import dev.drydock.model.context.ContextCopy;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Edit;
import dev.drydock.source.Source;
import dev.drydock.syntax.dockerfile.Word;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Sources copied before a dependency install that needs only the manifests.
public final class CacheBustingOrder implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            ContextCopy whole = ContextCopy.whole(ContextCopy.of(stage));
            if (whole != null) {
                check(file, stage, whole, report);
            }
        }
    }

    private static void check(BuildFile file, Stage stage, ContextCopy whole, Report report) {
        Set<String> installed = new HashSet<>();
        for (Stage parent = stage.parent(); parent != null; parent = parent.parent()) {
            for (Step step : parent.steps()) {
                collect(step, installed);
            }
        }
        for (Step step : stage.steps()) {
            if (step.index() < whole.step().index()) {
                collect(step, installed);
                continue;
            }
            for (PackageOperation operation : step.commands().packageOperations()) {
                List<String> manifests = operation.manifests();
                if (manifests.isEmpty() || operation.command().isConditional() || !installed.add(key(operation))) {
                    continue;
                }
                String verb = (operation.manager().name() + " " + operation.verb()).strip();
                Report.Draft draft = report.at(
                                file.source(),
                                whole.source().span(),
                                "copies everything before " + verb + ", so every change installs anew; copy "
                                        + names(manifests) + " first, and this after it")
                        .related(file.source(), operation.verbSpan(), "installs here");
                List<Edit> edits = edits(file.source(), whole, step, manifests);
                if (!edits.isEmpty()) {
                    draft.fix(Fix.unsafe(
                            "copies " + names(manifests) + ", installs, and then copies the rest",
                            file.source(),
                            edits.toArray(new Edit[0])));
                }
            }
        }
    }

    /// Copies the manifests in place of everything, and everything behind the install; none where more stands
    /// between the two or in the install.
    private static List<Edit> edits(Source source, ContextCopy whole, Step install, List<String> manifests) {
        Word destination = whole.transfer().destination();
        boolean plain = whole.transfer().head().flags().isEmpty()
                && whole.transfer().sources().size() == 1
                && destination.isPlain();
        if (!plain
                || install.index() != whole.step().index() + 1
                || install.commands().list().size() != 1) {
            return List.of();
        }
        var names = new StringBuilder();
        for (String manifest : manifests) {
            if (manifest.startsWith("/")) {
                return List.of();
            }
            names.append(names.isEmpty() ? "" : " ").append(manifest);
        }
        String to = destination.text();
        String line = source.text().contains("\r\n") ? "\r\n" : "\n";
        return List.of(
                new Edit(whole.source().span(), names.toString()),
                new Edit(destination.span(), to.endsWith("/") ? to : to + "/"),
                Edit.insert(
                        install.instruction().span().end(),
                        line + source.text(whole.transfer().span())));
    }

    private static String names(List<String> manifests) {
        return manifests.stream()
                .map(manifest -> manifest.startsWith("/") ? Paths.lastName(manifest) : manifest)
                .collect(Collectors.joining(" and "));
    }

    private static void collect(Step step, Set<String> installed) {
        for (PackageOperation operation : step.commands().packageOperations()) {
            if (!operation.manifests().isEmpty()) {
                installed.add(key(operation));
            }
        }
    }

    private static String key(PackageOperation operation) {
        return operation.manager().name();
    }
}
