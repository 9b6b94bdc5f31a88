package dev.drydock.model;

import dev.drydock.model.build.Paths;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Argument;
import dev.drydock.model.command.Command;
import dev.drydock.model.command.InstallDirectory;
import dev.drydock.model.command.PackageOperation;
import dev.drydock.model.command.Removal;
import dev.drydock.model.contents.Addition;
import dev.drydock.model.context.BuildContext;
import dev.drydock.model.context.ContextCopy;
import dev.drydock.model.data.Wildcard;
import dev.drydock.source.Span;
import dev.drydock.source.Text;
import dev.drydock.source.Tree;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Mount;
import dev.drydock.syntax.dockerfile.Word;
import dev.drydock.syntax.ignore.IgnoreFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An install that may pass over a lock file that certainly lies there.
///
/// @param lock the lock file's name
/// @param brought the words that bring it
public record LockedProject(PackageOperation operation, String lock, Span brought) {

    /// Those of a stage.
    public static List<LockedProject> of(Workspace workspace, Stage stage) {
        List<LockedProject> found = new ArrayList<>();
        List<BuildContext> contexts = null;
        for (Step step : stage.steps()) {
            if (!(step.instruction() instanceof Instruction.Run)) {
                continue;
            }
            for (Command command : step.commands()) {
                PackageOperation operation = PackageOperation.of(command);
                if (operation == null
                        || !(command.directory() instanceof Text.Known(String directory))
                        || !operation.passesOverLock()
                        || InstallDirectory.movesAway(command)) {
                    continue;
                }
                contexts = contexts == null ? workspace.contexts(stage.file()) : contexts;
                for (String lock : operation.manager().locks()) {
                    Span brought = new Search(contexts, Paths.join(directory, lock)).before(step);
                    if (brought != null) {
                        found.add(new LockedProject(operation, lock, brought));
                        break;
                    }
                }
            }
        }
        return found;
    }

    /// Looks for what brings one file.
    ///
    /// @param path where it must lie
    private record Search(List<BuildContext> contexts, String path) {

        /// The words that bring the file and are in force at a step; null where nothing certainly does.
        @Nullable
        Span before(Step step) {
            Span brought = null;
            for (Stage stage : step.stage().lineage().reversed()) {
                for (Step each : stage.steps()) {
                    if (stage == step.stage() && each.index() > step.index()) {
                        break;
                    }
                    Span here = at(each, step);
                    brought = here != null ? here : removes(each) ? null : brought;
                }
            }
            return brought;
        }

        private @Nullable Span at(Step each, Step user) {
            return switch (each.instruction()) {
                case Instruction.Transfer _ -> added(each);
                case Instruction.Run run when each == user -> mounted(each, run);
                default -> null;
            };
        }

        private @Nullable Span added(Step step) {
            for (Addition addition : Addition.of(step)) {
                if (addition.path().equals(path)) {
                    return addition.span();
                }
            }
            for (ContextCopy copy : ContextCopy.of(step)) {
                String into = copy.destination(true);
                if (into != null && brings(copy.path(), copy.isPattern(), into)) {
                    return copy.source().span();
                }
            }
            return null;
        }

        private @Nullable Span mounted(Step step, Instruction.Run run) {
            for (Mount mount : run.mounts()) {
                Word target = mount.target();
                if (!mount.type().equals("bind")
                        || mount.from() != null
                        || target == null
                        || !(step.value(target) instanceof Text.Known(String written))) {
                    continue;
                }
                String at = Paths.join(step.workdir().or("/"), written);
                Word source = mount.source();
                String from = source == null
                        ? "."
                        : IgnoreFile.clean(step.value(source).or("."));
                if (at.equals(path) || brings(from, false, at)) {
                    return mount.flag().span();
                }
            }
            return null;
        }

        /// Whether some context has the file where a directory, or a pattern, takes it from.
        private boolean brings(String source, boolean pattern, String into) {
            String relative = relative(into);
            if (relative == null) {
                return false;
            }
            String found = relative;
            if (pattern) {
                String directory = Tree.directory(source);
                found = Tree.join(directory, relative);
                if (relative.indexOf('/') >= 0 || !Wildcard.matches(source, found)) {
                    return false;
                }
            } else if (!source.equals(".")) {
                found = source + "/" + relative;
            }
            for (BuildContext context : contexts) {
                if (context.kind(found) == Tree.Kind.FILE
                        && !context.decide(found).ignored()) {
                    return true;
                }
            }
            return false;
        }

        /// The path as seen from a directory above it.
        private @Nullable String relative(String directory) {
            String start = directory.endsWith("/") ? directory : directory + "/";
            return path.startsWith(start) ? path.substring(start.length()) : null;
        }

        private boolean removes(Step step) {
            if (!(step.instruction() instanceof Instruction.Run)) {
                return false;
            }
            String name = Paths.lastName(path);
            for (Command command : step.commands()) {
                Removal removal = Removal.of(command);
                if (removal != null) {
                    for (Argument argument : removal.paths()) {
                        if (Paths.lastName(argument.prefix()).equals(name)) {
                            return true;
                        }
                    }
                }
            }
            return false;
        }
    }
}
