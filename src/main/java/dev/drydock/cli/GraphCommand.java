package dev.drydock.cli;

import dev.drydock.config.ConfigException;
import dev.drydock.graph.GraphFormat;
import dev.drydock.model.Workspace;
import dev.drydock.model.compose.ComposeFile;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.graph.ProjectGraph;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The command `graph`: draws what a project builds and runs.
final class GraphCommand {

    private final Surroundings surroundings;

    GraphCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// Draws the project.
    ///
    /// @return 2 where a file could not be read; what could be is drawn all the same
    Exit run(Arguments arguments) throws UsageException, ConfigException, IOException {
        GraphFormat format = GraphFormat.of(arguments.oneOf("--format", "mermaid", GraphFormat.WORDS));
        if (format == null) {
            throw new IllegalStateException("a word that is known has no format");
        }
        var opened = new OpenedProject(surroundings, arguments, arguments.all("--file"));
        ProjectGraph graph = opened.set().isEmpty()
                ? ProjectGraph.of(opened.workspace(), opened.reported())
                : ProjectGraph.of(opened.workspace(), variant(opened.workspace(), opened.set()));
        draw(arguments, format, graph);
        return opened.complain(surroundings) ? Exit.USAGE : Exit.CLEAN;
    }

    private static Variant variant(Workspace workspace, List<String> files) throws UsageException {
        for (Variant variant : workspace.compose().variants()) {
            var paths = new ArrayList<String>();
            for (ComposeFile file : variant.files()) {
                paths.add(file.source().path());
            }
            if (paths.equals(files)) {
                return variant;
            }
        }
        throw new UsageException("cannot read " + String.join(", ", files) + " as Compose files");
    }

    private void draw(Arguments arguments, GraphFormat format, ProjectGraph graph) throws UsageException, IOException {
        var text = new StringBuilder();
        String of = String.join(", ", arguments.operands());
        format.write(graph, of.isEmpty() || of.equals(".") ? "Build graph" : "Build graph of " + of, text);
        Output.write(surroundings, arguments.last("--output"), text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
