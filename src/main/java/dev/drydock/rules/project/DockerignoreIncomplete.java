package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.context.BuildContext;
import dev.drydock.model.context.Clutter;
import dev.drydock.model.context.ContextCopy;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Edit;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import dev.drydock.syntax.ignore.IgnoreFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a copy of the whole context brings along because the ignore file does not leave it out.
public final class DockerignoreIncomplete implements Rule.OnProject {

    /// Commands for which a build needs the history.
    private static final List<String> NEEDS_GIT = List.of(
            "git rev-", "git desc", "git log", "git show", "git sub", "git status", "git diff", "setuptools_scm");

    @Override
    public void check(Workspace workspace, Report report) {
        Set<String> done = new HashSet<>();
        for (BuildFile file : workspace.buildFiles()) {
            List<ContextCopy> copies = ContextCopy.of(file);
            ContextCopy whole = ContextCopy.whole(copies);
            if (whole == null) {
                continue;
            }
            for (BuildContext context : workspace.contexts(file)) {
                IgnoreFile ignoreFile = context.ignoreFile();
                // Two Dockerfiles with one ignore file have one and the same fault.
                if (ignoreFile != null && done.add(context.directory() + ":" + ignoreFile.source())) {
                    List<String> paths = unwanted(workspace, context, copies);
                    if (!paths.isEmpty()) {
                        report(whole, ignoreFile.source(), paths, report);
                    }
                }
            }
        }
    }

    private static List<String> unwanted(Workspace workspace, BuildContext context, List<ContextCopy> copies) {
        var paths = new ArrayList<String>();
        for (Clutter clutter : Clutter.of(workspace.tree(), context)) {
            if (!isWanted(clutter.path(), copies)) {
                paths.add(clutter.path());
            }
        }
        return paths;
    }

    /// Whether the file copies it by name, or runs Git and so needs its history.
    private static boolean isWanted(String path, List<ContextCopy> copies) {
        for (ContextCopy copy : copies) {
            if (copy.path().equals(path) || copy.path().startsWith(path + "/")) {
                return true;
            }
        }
        String text = copies.getFirst().step().stage().file().source().text();
        return path.equals(".git") && asksGit(text);
    }

    private static boolean asksGit(String dockerfile) {
        for (String command : NEEDS_GIT) {
            if (dockerfile.contains(command)) {
                return true;
            }
        }
        return false;
    }

    private static void report(ContextCopy whole, Source ignoreFile, List<String> paths, Report report) {
        String text = ignoreFile.text();
        int end = text.length();
        var lines = new StringBuilder(text.isEmpty() || text.endsWith("\n") ? "" : "\n");
        paths.forEach(path -> lines.append(path).append('\n'));
        report.at(
                        whole.step().stage().file().source(),
                        whole.source().span(),
                        "also copies " + list(paths) + ", which " + ignoreFile + " does not leave out; add "
                                + (paths.size() == 1 ? "it" : "them") + " there")
                .related(ignoreFile, Span.at(end), "nothing here leaves it out")
                .fix(Fix.unsafe("leave it out of the context", ignoreFile, Edit.insert(end, lines.toString())));
    }

    private static String list(List<String> paths) {
        return paths.size() == 1
                ? paths.getFirst()
                : String.join(", ", paths.subList(0, paths.size() - 1)) + " and " + paths.getLast();
    }
}
