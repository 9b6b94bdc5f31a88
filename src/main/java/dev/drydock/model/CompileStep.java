package dev.drydock.model;

import dev.drydock.model.build.Base;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Argument;
import dev.drydock.model.command.Command;
import dev.drydock.model.command.InstalledPackages;
import dev.drydock.model.command.NamedPackage;
import dev.drydock.source.Place;
import dev.drydock.source.Span;
import dev.drydock.syntax.dockerfile.Instruction;
import org.jspecify.annotations.Nullable;

/// A command that builds the program in the image that ships it, with tools that ship, too.
///
/// @param place the words of the command
/// @param bundles whether it works with the project's dependencies for development
/// @param tools what brings the tools: an image or a package
/// @param toolsPlace where that is named
public record CompileStep(Place place, boolean bundles, String tools, Place toolsPlace) {

    /// How a message calls the command: its words, without options between them.
    public String title() {
        String text = place.text();
        int option = text.indexOf(" -");
        return option < 0 ? text : text.substring(0, option) + text.substring(text.lastIndexOf(' '));
    }

    /// The first of an image; null where it has none.
    ///
    /// @param development what of the dependencies for development the image has
    public static @Nullable CompileStep of(ShippedImage image, Iterable<DevelopmentInstall> development) {
        InstalledPackages packages = null;
        for (Step step : image.steps()) {
            if (!(step.instruction() instanceof Instruction.Run)) {
                continue;
            }
            for (Command command : step.commands()) {
                BuildSteps.Row row = command.isConditional() ? null : BuildSteps.find(command);
                if (row == null) {
                    continue;
                }
                if (packages == null) {
                    packages = image.packages();
                }
                CompileStep found = row.bundles()
                        ? bundling(place(row, command, step), step, development)
                        : compiling(place(row, command, step), row, image, packages);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /// The language of what a stage, or one that it starts from, compiles, such as `Go`; null where it compiles
    /// nothing that is known.
    public static @Nullable String language(Stage stage) {
        for (Stage one : stage.lineage()) {
            for (Step step : one.steps()) {
                for (Command command : step.commands()) {
                    BuildSteps.Row row =
                            step.instruction() instanceof Instruction.Run ? BuildSteps.find(command) : null;
                    if (row != null && !row.bundles()) {
                        return row.language();
                    }
                }
            }
        }
        return null;
    }

    private static Place place(BuildSteps.Row row, Command command, Step step) {
        Argument verb = BuildSteps.verb(row, command);
        Span name = command.executable().span();
        boolean alone = verb == null || verb.isOption();
        return new Place(step.stage().file().source(), alone ? name : name.to(verb.span()));
    }

    private static @Nullable CompileStep compiling(
            Place place, BuildSteps.Row row, ShippedImage image, InstalledPackages packages) {
        Stage root = image.stage().lineage().getLast();
        if (root.from() != null
                && root.base() instanceof Base.Image(String text, var reference)
                && reference != null
                && row.isIn(reference)) {
            return new CompileStep(
                    place,
                    false,
                    text,
                    new Place(place.source(), root.from().image().span()));
        }
        for (InstalledPackages.Installed installed : packages.list()) {
            NamedPackage named = installed.named();
            if (row.isIn(named.name())) {
                return new CompileStep(place, false, named.name(), new Place(place.source(), named.span()));
            }
        }
        return null;
    }

    private static @Nullable CompileStep bundling(Place place, Step step, Iterable<DevelopmentInstall> development) {
        for (DevelopmentInstall install : development) {
            boolean here = install.copied() == null
                    && install.isOfFamily("node")
                    && install.place().span().start() < place.span().start();
            if (here && step.stage().lineage().contains(install.owner())) {
                return new CompileStep(place, true, install.place().text(), install.place());
            }
        }
        return null;
    }
}
