package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Place;
import dev.drydock.source.Text;
import dev.drydock.source.Tree;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How a service's image is built.
///
/// @param context where the build gets its files from; null is the project's directory
/// @param dockerfile relative to the context; null is `Dockerfile`
/// @param dockerfileInline a Dockerfile written in place
/// @param secrets the names of the secrets that the build may mount
/// @param place where `build` stands
public record Build(
        @Nullable Value context,
        @Nullable Value dockerfile,
        @Nullable Value dockerfileInline,
        @Nullable Value target,
        List<Setting> args,
        List<Setting> additionalContexts,
        List<Grant> secrets,
        List<Value> ssh,
        List<Value> cacheFrom,
        List<Value> cacheTo,
        List<Value> platforms,
        List<Value> tags,
        List<Setting> labels,
        @Nullable Value network,
        Place place) {

    public Build {
        args = List.copyOf(args);
        additionalContexts = List.copyOf(additionalContexts);
        secrets = List.copyOf(secrets);
        ssh = List.copyOf(ssh);
        cacheFrom = List.copyOf(cacheFrom);
        cacheTo = List.copyOf(cacheTo);
        platforms = List.copyOf(platforms);
        tags = List.copyOf(tags);
        labels = List.copyOf(labels);
    }

    /// The directory that the build gets its files from; null where it is unknown, remote or outside of the
    /// project.
    public @Nullable String contextPath() {
        return context == null ? Tree.directory(place.source().path()) : context.path();
    }

    /// All that decides what comes out of the build, as text: equal for two builds that make the same image.
    public String recipe() {
        var recipe = new StringBuilder();
        String directory = contextPath();
        recipe.append(directory == null ? context : directory).append('\n');
        String file = dockerfilePath();
        recipe.append(file == null ? dockerfile : file).append('\n');
        recipe.append(dockerfileInline).append('\n').append(target).append('\n');
        var settings = new TreeMap<String, String>();
        for (Setting argument : args) {
            settings.put("arg " + argument.name(), String.valueOf(argument.value()));
        }
        for (Setting other : additionalContexts) {
            settings.put("context " + other.name(), String.valueOf(other.value()));
        }
        recipe.append(settings).append(platforms).append(network);
        return recipe.toString();
    }

    /// The Dockerfile that is built; null where it is unknown, written in place or outside of the project.
    public @Nullable String dockerfilePath() {
        String directory = contextPath();
        if (directory == null || dockerfileInline != null) {
            return null;
        }
        if (dockerfile == null) {
            return Tree.resolve(directory, "Dockerfile");
        }
        return dockerfile.text() instanceof Text.Known(String path) ? Tree.resolve(directory, path) : null;
    }
}
