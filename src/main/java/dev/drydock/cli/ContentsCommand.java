package dev.drydock.cli;

import dev.drydock.config.ConfigException;
import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.contents.ImageContents;
import dev.drydock.model.context.BuildContext;
import dev.drydock.report.JsonWriter;
import dev.drydock.source.Nearest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The command `contents`: shows what images have, and the place that brought each.
final class ContentsCommand {

    private final Surroundings surroundings;

    ContentsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// An image to show.
    ///
    /// @param context the directory that the build gets its files from; null where it is unknown
    /// @param services the services that build it so
    record Image(ImageContents contents, @Nullable BuildContext context, List<String> services) {

        Image {
            services = List.copyOf(services);
        }
    }

    /// Shows them.
    ///
    /// @return 2 where a file could not be read, or no Dockerfile has the stage
    Exit run(Arguments arguments) throws UsageException, ConfigException, IOException {
        String format = arguments.oneOf("--format", "text", List.of("text", "json"));
        var opened = new OpenedProject(surroundings, arguments, List.of());
        String target = arguments.last("--target");
        var images = new ArrayList<Image>();
        var names = new LinkedHashSet<String>();
        for (BuildFile file : opened.workspace().buildFiles()) {
            if (opened.reported().contains(file.source().path())) {
                names.addAll(file.stageNames(file.stages().size()));
                images.addAll(images(opened.workspace(), file, target));
            }
        }
        boolean complained = opened.complain(surroundings);
        if (images.isEmpty() && target != null && !complained) {
            throw new UsageException("no Dockerfile has a stage " + target + Nearest.hint(target, names));
        }
        var text = new StringBuilder();
        if (format.equals("json")) {
            var writer = new JsonWriter(text);
            writer.object().name("images").array();
            for (Image image : images) {
                ContentsJson.write(image, writer);
            }
            writer.endArray().endObject().end();
        } else {
            for (Image image : images) {
                text.append(text.isEmpty() ? "" : "\n");
                new ContentsText(text).write(image);
            }
            if (images.isEmpty()) {
                text.append("no image to show\n");
            }
        }
        Output.write(surroundings, arguments.last("--output"), text.toString().getBytes(StandardCharsets.UTF_8));
        return complained ? Exit.USAGE : Exit.CLEAN;
    }

    private static List<Image> images(Workspace workspace, BuildFile file, @Nullable String target) {
        Set<Stage> stages = workspace.shipped(file);
        if (stages.isEmpty()) {
            stages = workspace.targets(file);
        }
        if (target != null) {
            Stage named = file.stageReferred(target, file.stages().size());
            stages = named == null ? Set.of() : Set.of(named);
        }
        var images = new ArrayList<Image>();
        for (Stage stage : stages) {
            // One for each directory that services build it in.
            Map<String, List<String>> directories = new LinkedHashMap<>();
            for (Workspace.Use use : workspace.uses(file)) {
                String directory = use.build().contextPath();
                if (stage.equals(use.target()) && directory != null) {
                    List<String> services = directories.computeIfAbsent(directory, _ -> new ArrayList<>());
                    if (!services.contains(use.service().name())) {
                        services.add(use.service().name());
                    }
                }
            }
            for (Map.Entry<String, List<String>> each : directories.entrySet()) {
                images.add(image(workspace, stage, contextIn(workspace, file, each.getKey()), each.getValue()));
            }
            if (directories.isEmpty()) {
                List<BuildContext> contexts = workspace.contexts(file);
                images.add(image(workspace, stage, contexts.isEmpty() ? null : contexts.getFirst(), List.of()));
            }
        }
        return images;
    }

    private static @Nullable BuildContext contextIn(Workspace workspace, BuildFile file, String directory) {
        for (BuildContext context : workspace.contexts(file)) {
            if (context.directory().equals(directory)) {
                return context;
            }
        }
        return null;
    }

    private static Image image(
            Workspace workspace, Stage stage, @Nullable BuildContext context, List<String> services) {
        return new Image(workspace.contents(stage.file(), context).at(stage), context, services);
    }
}
