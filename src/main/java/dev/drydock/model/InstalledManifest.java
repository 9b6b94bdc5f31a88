package dev.drydock.model;

import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Argument;
import dev.drydock.model.command.Command;
import dev.drydock.model.command.InstallDirectory;
import dev.drydock.model.command.PackageManager;
import dev.drydock.model.command.PackageOperation;
import dev.drydock.model.command.Switch;
import dev.drydock.source.Place;
import dev.drydock.syntax.dockerfile.Instruction;
import java.util.ArrayList;
import java.util.List;

/// A file of the project whose list of dependencies a build installs, in a language that needs no other build.
///
/// @param name without directory
/// @param place the command that installs them
public record InstalledManifest(String name, boolean locks, Place place) {

    /// Those of a stage and of what it starts from.
    public static List<InstalledManifest> of(Stage stage) {
        var found = new ArrayList<InstalledManifest>();
        for (Stage one : stage.lineage()) {
            for (Step step : one.steps()) {
                if (step.instruction() instanceof Instruction.Run && !step.isOnbuild()) {
                    for (Command command : step.commands()) {
                        add(step, command, found);
                    }
                }
            }
        }
        return found;
    }

    private static void add(Step step, Command command, List<InstalledManifest> found) {
        PackageOperation operation = PackageOperation.of(command);
        if (operation == null || !operation.is(PackageManager.Action.INSTALL) || InstallDirectory.movesAway(command)) {
            return;
        }
        var place = new Place(step.stage().file().source(), command.span());
        for (Argument file : operation.values(Switch.FILES)) {
            if (file.text().isKnown()) {
                add(file.value().substring(file.value().lastIndexOf('/') + 1), false, place, found);
            }
        }
        switch (operation.manager().name()) {
            case "npm", "yarn", "pnpm", "bun", "composer", "bundle", "uv", "poetry", "pipenv" -> {
                List<String> names =
                        operation.isFromManifest() ? operation.manager().manifests() : List.of();
                for (String name : names) {
                    add(name, !name.equals(names.getFirst()), place, found);
                }
            }
            case String _ -> {
                // Names its files, or compiles what it installs.
            }
        }
    }

    private static void add(String name, boolean locks, Place place, List<InstalledManifest> found) {
        found.removeIf(earlier -> earlier.name().equals(name));
        found.add(new InstalledManifest(name, locks, place));
    }
}
