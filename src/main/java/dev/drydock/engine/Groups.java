package dev.drydock.engine;

import dev.drydock.model.compose.Build;
import dev.drydock.model.compose.ComposeProject;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.Variant;
import dev.drydock.source.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which Dockerfiles of a project have to be judged together, and which say all by themselves: a Dockerfile that
/// no service builds knows nothing of any other, but for those that share its ignore file. What stands apart is
/// read and judged on its own, on any thread, and is forgotten then; what is not asked for and has nothing to do
/// with the rest is not read at all.
///
/// @param together paths of those that belong to the Compose files
/// @param apart paths of the others that are asked for, group by group
record Groups(List<String> together, List<List<String>> apart) {

    Groups {
        together = List.copyOf(together);
        apart = List.copyOf(apart);
    }

    /// Groups the Dockerfiles of a project.
    static Groups of(Project project, ComposeProject compose) {
        Set<String> built = new HashSet<>();
        Set<String> contexts = new HashSet<>();
        for (Variant variant : compose.variants()) {
            for (Service service : variant.services()) {
                Build build = service.build();
                if (build != null && build.dockerfilePath() != null) {
                    built.add(build.dockerfilePath());
                }
                if (build != null && build.contextPath() != null) {
                    contexts.add(build.contextPath());
                }
            }
        }
        var together = new ArrayList<String>();
        Map<String, List<String>> apart = new LinkedHashMap<>();
        Map<String, Boolean> ignoring = new LinkedHashMap<>();
        for (String path : project.dockerfiles()) {
            String directory = Tree.directory(path);
            if (built.contains(path)) {
                together.add(path);
            } else if (project.reported().contains(path)) {
                boolean shares = ignoring.computeIfAbsent(directory, each -> hasIgnoreFile(project.tree(), each));
                if (shares && contexts.contains(directory)) {
                    together.add(path);
                } else {
                    // No directory has the name of a file.
                    apart.computeIfAbsent(shares ? directory : path, _ -> new ArrayList<>())
                            .add(path);
                }
            }
        }
        return new Groups(together, List.copyOf(apart.values()));
    }

    /// The groups that were written as [#lists()]; null where they are none of this project.
    static @Nullable Groups of(Project project, List<List<String>> lists) {
        if (lists.isEmpty() || lists.subList(1, lists.size()).contains(List.of())) {
            return null;
        }
        Set<String> known = new HashSet<>(project.dockerfiles());
        for (List<String> list : lists) {
            if (!known.containsAll(list)) {
                return null;
            }
        }
        return new Groups(lists.getFirst(), lists.subList(1, lists.size()));
    }

    /// Those together, and then each group of those apart.
    List<List<String>> lists() {
        var lists = new ArrayList<List<String>>();
        lists.add(together);
        lists.addAll(apart);
        return lists;
    }

    private static boolean hasIgnoreFile(Tree tree, String directory) {
        return tree.kind(Tree.join(directory, ".dockerignore")) == Tree.Kind.FILE;
    }
}
