package dev.drydock.model.contents;

import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.NamedPackage;
import dev.drydock.model.command.PackageManager;
import dev.drydock.model.command.PackageOperation;
import dev.drydock.model.command.Switch;
import dev.drydock.source.Span;
import dev.drydock.syntax.dockerfile.Instruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A package, or a named group of packages, that one `RUN` installs and a later one removes.
///
/// @param installed where it is named first
public record LateRemoval(Step step, NamedPackage named, Span installed) {

    /// Those of an image: of its stage and of what that starts from.
    public static List<LateRemoval> of(Stage image) {
        List<LateRemoval> found = new ArrayList<>();
        Map<String, Span> installed = new HashMap<>();
        for (Stage stage : image.lineage().reversed()) {
            for (Step step : stage.steps()) {
                if (step.instruction() instanceof Instruction.Run && !step.isOnbuild()) {
                    Map<String, Span> here = new HashMap<>();
                    for (PackageOperation operation : step.commands().packageOperations()) {
                        if (operation.manager().isForSystem()
                                && !operation.command().isConditional()) {
                            read(step, operation, installed, here, found);
                        }
                    }
                    here.forEach(installed::putIfAbsent);
                }
            }
        }
        return found;
    }

    private static void read(
            Step step,
            PackageOperation operation,
            Map<String, Span> before,
            Map<String, Span> here,
            List<LateRemoval> found) {
        String family = operation.manager().family() + ' ';
        if (operation.is(PackageManager.Action.INSTALL)) {
            PackageOperation.Option group = operation.option(Switch.GROUP);
            if (group != null && group.value() != null) {
                here.putIfAbsent(family + group.value().value(), group.value().span());
            }
            for (NamedPackage named : operation.packages()) {
                here.putIfAbsent(family + named.name(), named.span());
            }
        } else if (operation.is(PackageManager.Action.REMOVE)) {
            for (NamedPackage named : operation.packages()) {
                Span installed = before.get(family + named.name());
                if (installed != null) {
                    found.add(new LateRemoval(step, named, installed));
                }
            }
        }
    }
}
