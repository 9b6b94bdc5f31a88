package dev.drydock.model;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.CacheMount;
import dev.drydock.model.build.Paths;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Argument;
import dev.drydock.model.command.Command;
import dev.drydock.model.command.PackageManager;
import dev.drydock.model.command.PackageOperation;
import dev.drydock.source.Span;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a `RUN` puts into a cache, and what looks for it in the image, where it is not.
///
/// @param mount the cache
/// @param use the words that look for it
/// @param what why that is in vain
public record CachedContent(CacheMount mount, Span use, String what) {

    /// Those of a file.
    public static List<CachedContent> of(Workspace workspace, BuildFile file) {
        List<CachedContent> found = new ArrayList<>();
        Set<Stage> asked = new HashSet<>();
        for (Step step : file.runs()) {
            List<CacheMount> mounts = step.isOnbuild() ? List.of() : CacheMount.of(step);
            if (!mounts.isEmpty() && asked.isEmpty()) {
                for (Stage target : workspace.targets(file)) {
                    asked.addAll(target.lineage());
                }
            }
            for (CacheMount mount : mounts) {
                CachedContent lost = new Search(step, mount, asked).lost();
                if (lost != null) {
                    found.add(lost);
                }
            }
        }
        return found;
    }

    /// Where the images of Ruby have their gems.
    private static final String GEMS = "/usr/local/bundle";

    private record Search(Step step, CacheMount mount, Set<Stage> asked) {

        @Nullable
        CachedContent lost() {
            CachedContent inStage = usedInStage();
            if (inStage != null || isAlsoFilled(Integer.MAX_VALUE)) {
                return inStage;
            }
            CachedContent copied = copied();
            return copied != null ? copied : dependencies();
        }

        /// Whether a step without the mount speaks of the place, so that something may lie there after all.
        private boolean isAlsoFilled(int before) {
            // That its last name is in "bundler" too says nothing.
            String name = mount.path().equals(GEMS) ? GEMS : Paths.lastName(mount.path());
            for (Step each : step.stage().steps()) {
                boolean brings = each.instruction() instanceof Instruction.Run
                        || each.instruction() instanceof Instruction.Transfer;
                if (brings
                        && each != step
                        && each.index() < before
                        && each.mountOver(mount.path()) == null
                        && each.text().contains(name)) {
                    return true;
                }
            }
            return false;
        }

        /// A later step of the stage that takes something from the place, or starts it.
        private @Nullable CachedContent usedInStage() {
            for (Step each : step.stage().steps()) {
                if (each.index() <= step.index() || each.isOnbuild() || each.mountOver(mount.path()) != null) {
                    continue;
                }
                boolean starts = each.instruction() instanceof Instruction.Cmd
                        || each.instruction() instanceof Instruction.Entrypoint;
                if (!starts && !(each.instruction() instanceof Instruction.Run)) {
                    continue;
                }
                Argument use = starts ? started(each) : taken(each);
                if (use != null && !isAlsoFilled(each.index())) {
                    return new CachedContent(mount, use.span(), "it is not there for this step");
                }
            }
            return null;
        }

        private @Nullable Argument started(Step each) {
            List<Command> commands = each.commands().list();
            Argument program = commands.isEmpty() ? null : commands.getFirst().executable();
            if (program == null) {
                return null;
            }
            if (program.value().indexOf('/') >= 0 && isInside(commands.getFirst(), program.value())) {
                return program;
            }
            // A relative path is one of the program's own files; an absolute one may be where it is to write.
            for (Argument argument : commands.getFirst().arguments()) {
                String path = argument.value();
                boolean relative = !argument.isOption() && !Paths.isAbsolute(path) && path.indexOf('/') > 0;
                if (relative && isInside(commands.getFirst(), path)) {
                    return argument;
                }
            }
            return null;
        }

        private @Nullable Argument taken(Step each) {
            for (Command command : each.commands()) {
                switch (command.name()) {
                    case "cp", "mv", "install", "strip" -> {
                        for (Argument argument : command.arguments()) {
                            if (!argument.isOption() && isInside(command, argument.value())) {
                                return argument;
                            }
                        }
                    }
                    case String _ -> {
                        // Others may bring forth what they name.
                    }
                }
            }
            return null;
        }

        private boolean isInside(Command command, String path) {
            Text directory = command.directory();
            if (path.isEmpty() || !(Paths.isAbsolute(path) || directory.isKnown())) {
                return false;
            }
            String whole = Paths.join(directory.or("/"), path);
            return mount.holds(whole) && !whole.equals(mount.path());
        }

        /// A copy of something at the place to another stage.
        private @Nullable CachedContent copied() {
            for (Word source : sources(false)) {
                return new CachedContent(mount, source.span(), "there is nothing to copy");
            }
            return null;
        }

        /// Dependencies that are installed into the place, for an image that needs them.
        private @Nullable CachedContent dependencies() {
            PackageOperation install = install();
            if (install == null || isForABuild()) {
                return null;
            }
            if (asked.contains(step.stage())) {
                return new CachedContent(mount, install.verbSpan(), "the image has none of what this installs");
            }
            for (Word source : sources(true)) {
                return new CachedContent(mount, source.span(), "this copies an empty directory with it");
            }
            return null;
        }

        private @Nullable PackageOperation install() {
            String name = Paths.lastName(mount.path());
            String family = switch (name) {
                case "node_modules" -> "node";
                case "site-packages", "dist-packages", ".venv", "venv" -> "python";
                case "vendor" -> "php";
                case String _ -> mount.path().equals(GEMS) ? "ruby" : "";
            };
            for (PackageOperation operation : step.commands().packageOperations()) {
                if (operation.is(PackageManager.Action.INSTALL)
                        && operation.manager().family().equals(family)) {
                    return operation;
                }
            }
            return null;
        }

        /// Whether a build uses what is installed, which may be all that it is for, or something takes it out.
        private boolean isForABuild() {
            for (Step each : step.stage().steps()) {
                if (each.mountOver(mount.path()) == null) {
                    continue;
                }
                if (!each.commands().areOnlyPackageOperations()) {
                    return true;
                }
                for (Command command : each.commands()) {
                    if (BuildSteps.find(command) != null || takesOut(command)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private static boolean takesOut(Command command) {
            return switch (command.name()) {
                case "cp", "mv", "tar", "install", "ln" -> true;
                case String _ -> false;
            };
        }

        /// What later stages copy from this one: from inside the place, or a directory around it.
        private List<Word> sources(boolean around) {
            List<Word> sources = new ArrayList<>();
            for (Stage stage : step.stage().file().stages()) {
                for (Step each : stage.steps()) {
                    if (each.instruction() instanceof Instruction.Copy copy
                            && copy.from() != null
                            && (!around || asked.contains(stage))
                            && each.value(copy.from()) instanceof Text.Known(String name)
                            && stage.file().stageReferred(name, stage.index()) == step.stage()) {
                        add(each, copy, around, sources);
                    }
                }
            }
            return sources;
        }

        private void add(Step each, Instruction.Copy copy, boolean around, List<Word> sources) {
            for (Word source : copy.sources()) {
                if (each.value(source) instanceof Text.Known(String written)) {
                    String path = Paths.join("/", written);
                    if (around ? !path.equals("/") && mount.path().startsWith(path + "/") : mount.holds(path)) {
                        sources.add(source);
                    }
                }
            }
        }
    }
}
