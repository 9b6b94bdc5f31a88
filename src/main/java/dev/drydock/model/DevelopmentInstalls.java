package dev.drydock.model;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Argument;
import dev.drydock.model.command.Command;
import dev.drydock.model.command.InstallDirectory;
import dev.drydock.model.command.NamedPackage;
import dev.drydock.model.command.PackageManager;
import dev.drydock.model.command.PackageOperation;
import dev.drydock.model.command.Removal;
import dev.drydock.model.command.Switch;
import dev.drydock.model.compose.Role;
import dev.drydock.model.data.DataTable;
import dev.drydock.source.Place;
import dev.drydock.source.Span;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Word;
import dev.drydock.syntax.ignore.IgnoreFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The dependencies for development that each stage of a file has at its end: installed in it or in what it starts
/// from, or copied from another stage, and not removed since.
public final class DevelopmentInstalls {

    /// More in one stage say nothing new, and would be handed on from stage to stage.
    private static final int MOST = 32;

    private final List<List<DevelopmentInstall>> byStage = new ArrayList<>();
    private final List<Set<String>> configured = new ArrayList<>();

    private DevelopmentInstalls() {}

    /// Those of a file.
    static DevelopmentInstalls of(BuildFile file) {
        var installs = new DevelopmentInstalls();
        for (Stage stage : file.stages()) {
            installs.byStage.add(new Reader(installs, stage).read());
        }
        return installs;
    }

    /// Those that are there where the stage ends.
    public List<DevelopmentInstall> at(Stage stage) {
        return byStage.get(stage.index());
    }

    private static final class Reader {
        private final DevelopmentInstalls earlier;
        private final Stage stage;
        private final List<DevelopmentInstall> found = new ArrayList<>();
        /// The managers that were told, in a way that lasts, what to leave out.
        private final Set<String> configured;

        Reader(DevelopmentInstalls earlier, Stage stage) {
            this.earlier = earlier;
            this.stage = stage;
            Stage parent = stage.parent();
            if (parent != null) {
                found.addAll(earlier.at(parent));
            }
            configured = parent == null ? new HashSet<>() : new HashSet<>(earlier.configured.get(parent.index()));
            earlier.configured.add(configured);
        }

        List<DevelopmentInstall> read() {
            for (Step step : stage.steps()) {
                if (step.isOnbuild()) {
                    continue;
                }
                switch (step.instruction()) {
                    case Instruction.Run _ -> run(step);
                    case Instruction.Copy copy when copy.from() != null -> copy(step, copy, copy.from());
                    default -> {
                        // Brings no dependencies that are already installed.
                    }
                }
            }
            return found;
        }

        private void run(Step step) {
            for (Command command : step.commands()) {
                String directory = command.directory() instanceof Text.Known(String path) ? path : null;
                Removal removal = Removal.of(command);
                if (removal != null) {
                    remove(removal, directory);
                    continue;
                }
                if (command.has("config") && setsWhatToInstall(command)) {
                    configured.add(command.name());
                }
                BuildSteps.Row build = found.isEmpty() ? null : BuildSteps.find(command);
                if (build != null && build.bundles()) {
                    found.replaceAll(one -> one.isOfFamily("node") ? one.building() : one);
                }
                PackageOperation operation = PackageOperation.of(command);
                if (operation != null) {
                    if (prunes(operation)) {
                        found.removeIf(one -> one.isOfFamily(operation.manager().family()));
                    } else if (operation.is(PackageManager.Action.INSTALL)) {
                        install(step, operation, directory);
                    }
                }
            }
        }

        /// Whether an operation leaves, of what its manager installed, no dependencies for development.
        private static boolean prunes(PackageOperation operation) {
            return operation.verb().equals("prune")
                    || (operation.is(PackageManager.Action.INSTALL) && operation.has(Switch.NO_DEV));
        }

        private void remove(Removal removal, @Nullable String directory) {
            for (Argument argument : removal.paths()) {
                String path = argument.text() instanceof Text.Known(String known)
                        ? InstallDirectory.absolute(directory, known)
                        : null;
                String prefix = argument.prefix();
                boolean named = prefix.contains("node_modules") || prefix.contains("vendor") || prefix.contains("venv");
                found.removeIf(one -> {
                    boolean certain = one.directory() != null && path != null;
                    return certain ? (one.directory() + "/").startsWith(path + "/") : named;
                });
            }
        }

        private void install(Step step, PackageOperation operation, @Nullable String directory) {
            Command command = operation.command();
            if (command.isConditional() || operation.has(Switch.GLOBAL) || operation.has(Switch.DESTINATION)) {
                return;
            }
            if (bringsThem(operation)) {
                String name = InstallDirectory.inProject(command);
                String path = name == null ? null : InstallDirectory.absolute(directory, name);
                boolean kept = path == null || step.mountOver(path) == null;
                if (kept && !configured.contains(operation.manager().name())) {
                    add(DevelopmentInstall.Kind.MANIFEST, operation, words(operation), path);
                }
            }
            if (operation.manager().family().equals("python")) {
                python(operation);
            }
        }

        /// The manager's name and its verb.
        private static Span words(PackageOperation operation) {
            return operation.command().executable().span().to(operation.verbSpan());
        }

        private void python(PackageOperation operation) {
            // Where a virtual environment is copied from one stage to another, its packages go along.
            String environment = InstallDirectory.ofEnvironment(operation.command());
            for (Argument file : operation.values(Switch.FILES)) {
                if (isForDevelopment(Role.ofFile(file.value()).kind())) {
                    add(DevelopmentInstall.Kind.FILE, operation, file.span(), environment);
                }
            }
            for (NamedPackage named : operation.packages()) {
                if (hasDevelopmentExtra(named.argument().value())) {
                    add(DevelopmentInstall.Kind.EXTRA, operation, named.span(), environment);
                }
            }
            for (Argument editable : operation.values(Switch.EDITABLE)) {
                if (hasDevelopmentExtra(editable.value())) {
                    add(DevelopmentInstall.Kind.EXTRA, operation, editable.span(), environment);
                } else if (editable.text().isKnown() && editable.value().indexOf(':') < 0) {
                    add(
                            DevelopmentInstall.Kind.EDITABLE,
                            operation,
                            words(operation).to(editable.span()),
                            null);
                }
            }
        }

        private static boolean isForDevelopment(Role.Kind kind) {
            return kind == Role.Kind.DEVELOPMENT || kind == Role.Kind.TEST;
        }

        /// Whether a requirement such as `.[dev,test]` names such an extra.
        private static boolean hasDevelopmentExtra(String requirement) {
            int open = requirement.indexOf('[');
            int close = requirement.indexOf(']', open + 1);
            if (open < 0 || close < 0 || !requirement.startsWith(".")) {
                return false;
            }
            for (String extra : DataTable.split(requirement.substring(open + 1, close), ',')) {
                if (isForDevelopment(Role.ofWord(extra.strip().toLowerCase(Locale.ROOT)))) {
                    return true;
                }
            }
            return false;
        }

        /// Whether the project's manifest brings dependencies for development.
        private static boolean bringsThem(PackageOperation operation) {
            if (operation.manager().name().equals("bundle")
                    && operation.isFromManifest()
                    && !operation.has(Switch.NO_DEV)) {
                // Bundler installs every group unless it is told otherwise, which a file may do as well: where the
                // rest is set up for production, it was forgotten.
                Command command = operation.command();
                return command.variable("BUNDLE_WITHOUT") == null
                        && (isProduction(command, "RAILS_ENV") || isProduction(command, "RACK_ENV"));
            }
            return operation.development() == PackageOperation.Development.INCLUDED;
        }

        private static boolean isProduction(Command command, String variable) {
            Text value = command.variable(variable);
            return value != null && value.is("production");
        }

        private static boolean setsWhatToInstall(Command command) {
            for (Argument argument : command.arguments()) {
                String text = argument.prefix();
                if (text.contains("production") || text.contains("omit") || text.contains("without")) {
                    return true;
                }
            }
            return false;
        }

        private void copy(Step step, Instruction.Copy copy, Word from) {
            Stage source = step.value(from) instanceof Text.Known(String name)
                    ? stage.file().stageReferred(name, stage.index())
                    : null;
            String to = step.value(copy.destination()) instanceof Text.Known(String path)
                    ? InstallDirectory.absolute(
                            step.workdir() instanceof Text.Known(String workdir) ? workdir : null, path)
                    : null;
            if (source == null || to == null || copy.flag("exclude") != null || copy.flag("parents") != null) {
                return;
            }
            for (Word word : copy.sources()) {
                if (!(step.value(word) instanceof Text.Known(String written))) {
                    continue;
                }
                String path = IgnoreFile.clean("/" + written);
                String prefix = path.equals("/") ? "" : path;
                for (DevelopmentInstall install : List.copyOf(earlier.at(source))) {
                    String directory = install.directory();
                    if (directory != null && (directory + "/").startsWith(prefix + "/") && found.size() < MOST) {
                        String into = IgnoreFile.clean(to + "/" + directory.substring(prefix.length()));
                        found.add(install.copied(new Place(stage.file().source(), word.span()), into, stage));
                    }
                }
            }
        }

        private void add(
                DevelopmentInstall.Kind kind, PackageOperation operation, Span span, @Nullable String directory) {
            var place = new Place(stage.file().source(), span);
            // A name that depends on an argument is another one in another build.
            boolean varies =
                    kind != DevelopmentInstall.Kind.MANIFEST && place.text().indexOf('$') >= 0;
            if (varies || found.size() >= MOST) {
                return;
            }
            if (directory != null) {
                found.removeIf(one -> directory.equals(one.directory()));
            }
            found.add(new DevelopmentInstall(kind, operation, place, directory, stage, null, false));
        }
    }
}
