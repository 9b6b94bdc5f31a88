package dev.drydock.model;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Paths;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.compose.Build;
import dev.drydock.model.compose.Mount;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.context.BuildContext;
import dev.drydock.model.context.ContextCopy;
import dev.drydock.source.Text;
import dev.drydock.source.Tree;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.ignore.IgnoreFile;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A directory of the project that is mounted over what the image was given of it.
///
/// @param source the directory in the project
/// @param target where it is mounted
/// @param copy what put the same files into the image; null where the Dockerfile is not known
public record MountedCode(
        String source, String target, @Nullable ContextCopy copy) {

    /// How many directories are looked into for a program's text.
    private static final int MAX_DIRECTORIES = 200;

    private static final List<String> PROGRAM = List.of(
            ".py", ".js", ".mjs", ".cjs", ".ts", ".tsx", ".jsx", ".vue", ".svelte", ".rb", ".php", ".go", ".java",
            ".kt", ".scala", ".rs", ".cs", ".c", ".cc", ".cpp", ".h", ".ex", ".exs", ".erl", ".clj", ".pl", ".lua",
            ".swift", ".dart");

    /// What the mount lays over the image of the service, or null where it is something else, or nobody can tell.
    public static @Nullable MountedCode of(Workspace workspace, Variant variant, Service service, Mount mount) {
        Build build = variant.build(service);
        String context = build == null ? null : build.contextPath();
        String source = mount.source() == null ? null : mount.source().path();
        if (build == null
                || context == null
                || source == null
                || mount.type() != Mount.Type.BIND
                || mount.target() == null
                || !(mount.target().text() instanceof Text.Known(String written))
                || !written.startsWith("/")
                || workspace.tree().kind(source) == Tree.Kind.FILE) {
            return null;
        }
        String target = IgnoreFile.clean(written);
        BuildFile file = workspace.buildFile(build);
        Stage stage = file == null ? null : Workspace.target(file, build);
        if (file == null || stage == null) {
            return source.equals(context) ? new MountedCode(source, target, null) : null;
        }
        BuildContext sent =
                BuildContext.of(workspace.tree(), context, file.source().path());
        for (Stage one : stage.lineage()) {
            for (ContextCopy copy : ContextCopy.of(one)) {
                if (covers(workspace.tree(), context, source, target, copy) && holdsCode(sent, source)) {
                    return new MountedCode(source, target, copy);
                }
            }
        }
        return null;
    }

    /// A mount of the whole project over what another stage has made of it; null where it is something else.
    public static @Nullable MountedCode overBuilt(Workspace workspace, Variant variant, Service service, Mount mount) {
        Build build = variant.build(service);
        BuildFile file = build == null ? null : workspace.buildFile(build);
        Stage stage = build == null || file == null ? null : Workspace.target(file, build);
        String source = mount.source() == null ? null : mount.source().path();
        if (build == null
                || stage == null
                || source == null
                || !source.equals(build.contextPath())
                || mount.type() != Mount.Type.BIND
                || mount.target() == null
                || !(mount.target().text() instanceof Text.Known(String written))
                || !written.startsWith("/")) {
            return null;
        }
        String target = IgnoreFile.clean(written);
        for (Stage one : stage.lineage()) {
            for (Step step : one.steps()) {
                if (step.instruction() instanceof Instruction.Copy copy
                        && copy.from() != null
                        && step.value(copy.from()) instanceof Text.Known(String name)
                        && one.file().stageReferred(name, one.index()) != null
                        && step.workdir() instanceof Text.Known(String workdir)
                        && step.value(copy.destination()) instanceof Text.Known(String to)
                        && below(IgnoreFile.clean(Paths.join(workdir, to)), target)) {
                    return new MountedCode(source, target, null);
                }
            }
        }
        return null;
    }

    /// Whether the mount puts the files of a copy, or some of them, where the copy put them.
    private static boolean covers(Tree tree, String context, String source, String target, ContextCopy copy) {
        if (copy.isPattern() && !copy.path().equals("*")) {
            return false;
        }
        String from = copy.path().equals("*") ? context : Tree.resolve(context, copy.path());
        String to = from == null ? null : copy.destination(tree.kind(from) != Tree.Kind.FILE);
        if (from == null || to == null) {
            return false;
        }
        if (below(source, from)) {
            return join(to, source.substring(from.isEmpty() ? 0 : Math.min(from.length() + 1, source.length())))
                    .equals(target);
        }
        return below(from, source)
                && join(target, from.substring(source.isEmpty() ? 0 : source.length() + 1))
                        .equals(to);
    }

    /// Whether a path is a directory or lies in it.
    private static boolean below(String path, String directory) {
        return directory.isEmpty() || path.equals(directory) || path.startsWith(directory + "/");
    }

    private static String join(String directory, String name) {
        return name.isEmpty() ? directory : directory.equals("/") ? "/" + name : directory + "/" + name;
    }

    /// Whether a program's text is among the files that the context sends from a directory: data, logs and settings
    /// are mounted in production too.
    static boolean holdsCode(BuildContext context, String directory) {
        String prefix = context.directory();
        String start = !below(directory, prefix) || directory.equals(prefix)
                ? ""
                : directory.substring(prefix.isEmpty() ? 0 : prefix.length() + 1);
        var left = new ArrayDeque<String>();
        left.add(start);
        for (int seen = 0; !left.isEmpty() && seen < MAX_DIRECTORIES; seen++) {
            String next = left.remove();
            for (String name : context.names(next)) {
                if (name.endsWith("/")) {
                    left.add(
                            next.isEmpty()
                                    ? name.substring(0, name.length() - 1)
                                    : next + "/" + name.substring(0, name.length() - 1));
                } else if (isProgram(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isProgram(String name) {
        for (String ending : PROGRAM) {
            if (name.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }
}
