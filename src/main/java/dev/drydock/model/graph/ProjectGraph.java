package dev.drydock.model.graph;

import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.compose.ComposeFile;
import dev.drydock.model.compose.Role;
import dev.drydock.model.compose.Variant;
import dev.drydock.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a project builds and runs, as people draw it. An edge goes from what has to be there first to what needs
/// it. The same project gives the same nodes and edges in the same order; no edge joins a node with itself.
///
/// @param groups the Dockerfiles, then the ways to run the project
/// @param nodes in the order in which the files speak of them
/// @param edges at most one of a kind between two nodes
public record ProjectGraph(List<Group> groups, List<Node> nodes, List<Edge> edges) {

    /// A Dockerfile with its stages, or Compose files that are run together with their services.
    ///
    /// @param id unique in the graph
    /// @param label the paths of its files
    /// @param role what it is for
    public record Group(String id, String label, Role.Kind role) {}

    /// Something that is built, run, or taken from.
    ///
    /// @param id unique in the graph, and the same as long as the names in the files are
    /// @param label its name as the files write it
    /// @param note what else there is to say; may be empty
    /// @param group the group that it belongs to, or null
    /// @param role what a service or a stage is for
    /// @param ships whether it is a stage whose image leaves the house
    /// @param place where it is defined, or null
    public record Node(
            String id,
            Node.Kind kind,
            String label,
            String note,
            @Nullable Group group,
            Role.Kind role,
            boolean ships,
            @Nullable Place place) {

        /// What a node is.
        public enum Kind {
            /// An image that somebody else builds.
            IMAGE,
            /// A directory that files are copied from.
            CONTEXT,
            /// A stage of a Dockerfile.
            STAGE,
            /// A service of a Compose project.
            SERVICE
        }
    }

    /// That `to` needs `from`.
    ///
    /// @param labels the paths that are taken, or what is waited for; may be empty
    public record Edge(Node from, Node to, Edge.Kind kind, List<String> labels) {

        /// How it is needed.
        public enum Kind {
            /// `FROM`
            FROM,
            /// `COPY`, `ADD`
            COPY,
            /// `RUN --mount`
            MOUNT,
            /// A service builds a stage.
            BUILD,
            /// A service runs an image that it does not build.
            RUN,
            /// `depends_on`
            DEPENDS_ON
        }

        public Edge {
            labels = List.copyOf(labels);
        }
    }

    public ProjectGraph {
        groups = List.copyOf(groups);
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /// The graph of the files with these paths: Dockerfiles, ways to run one of the Compose files, and the
    /// Dockerfiles that those build.
    public static ProjectGraph of(Workspace workspace, Set<String> paths) {
        var variants = new ArrayList<Variant>();
        for (Variant variant : workspace.compose().wholes()) {
            if (!variant.isPart() && isAmong(variant, paths)) {
                variants.add(variant);
            }
        }
        var files = new ArrayList<BuildFile>();
        for (BuildFile file : workspace.buildFiles()) {
            if (paths.contains(file.source().path()) || isBuilt(workspace, file, variants)) {
                files.add(file);
            }
        }
        return new GraphReader(workspace).read(files, variants);
    }

    /// The graph of one way to run a project.
    public static ProjectGraph of(Workspace workspace, Variant variant) {
        var files = new ArrayList<BuildFile>();
        for (BuildFile file : workspace.buildFiles()) {
            if (isBuilt(workspace, file, List.of(variant))) {
                files.add(file);
            }
        }
        return new GraphReader(workspace).read(files, List.of(variant));
    }

    private static boolean isAmong(Variant variant, Set<String> paths) {
        for (ComposeFile file : variant.files()) {
            if (paths.contains(file.source().path())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBuilt(Workspace workspace, BuildFile file, List<Variant> variants) {
        for (Workspace.Use use : workspace.uses(file)) {
            if (variants.contains(use.variant())) {
                return true;
            }
        }
        return false;
    }
}
