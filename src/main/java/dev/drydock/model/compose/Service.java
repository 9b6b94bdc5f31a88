package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.Node;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A service, as one file writes it or as several files together make it; each value keeps its file.
///
/// @param keyPlaces where the files that write it have its name, the last one last
/// @param complete whether all that it extends was found
/// @param node all its settings
public record Service(
        String name,
        List<Place> keyPlaces,
        boolean complete,
        Node.Mapping node,
        @Nullable Value image,
        @Nullable Build build,
        @Nullable CommandLine command,
        @Nullable CommandLine entrypoint,
        List<Setting> environment,
        List<EnvFile> envFiles,
        List<Port> ports,
        List<Mount> volumes,
        List<Value> tmpfs,
        List<Dependency> dependsOn,
        @Nullable Healthcheck healthcheck,
        @Nullable Deploy deploy,
        List<Watch> watch,
        List<Grant> networks,
        List<Grant> secrets,
        List<Grant> configs,
        List<Value> profiles,
        List<Setting> labels,
        @Nullable Extends extended) {

    public Service {
        keyPlaces = List.copyOf(keyPlaces);
        environment = List.copyOf(environment);
        envFiles = List.copyOf(envFiles);
        ports = List.copyOf(ports);
        volumes = List.copyOf(volumes);
        tmpfs = List.copyOf(tmpfs);
        dependsOn = List.copyOf(dependsOn);
        watch = List.copyOf(watch);
        networks = List.copyOf(networks);
        secrets = List.copyOf(secrets);
        configs = List.copyOf(configs);
        profiles = List.copyOf(profiles);
        labels = List.copyOf(labels);
    }

    /// The key that the last file writes it under.
    public Place namePlace() {
        return keyPlaces.getLast();
    }

    /// The setting `key`, if it is a scalar; null where there is none.
    public @Nullable Value value(String key) {
        return node.scalar(key);
    }

    /// Whether the boolean setting `key` is certain to be true.
    public boolean is(String key) {
        return ShortForms.isTrue(value(key));
    }

    /// The environment variable `name`, or null where the service does not set it.
    public @Nullable Setting environment(String variable) {
        for (Setting setting : environment) {
            if (setting.name().equals(variable)) {
                return setting;
            }
        }
        return null;
    }

    /// The words of its entrypoint and of its command.
    public List<Value> words() {
        var words = new ArrayList<Value>();
        if (entrypoint != null) {
            words.addAll(entrypoint.words());
        }
        if (command != null) {
            words.addAll(command.words());
        }
        return words;
    }

    /// The role that the profiles of the service tell.
    public Role role() {
        for (Value profile : profiles) {
            for (String word : Role.words(profile.or(""))) {
                Role.Kind kind = Role.ofWord(word);
                if (kind != Role.Kind.UNKNOWN) {
                    return new Role(kind, "its profile is \"" + profile.or("") + "\"");
                }
            }
        }
        return Role.UNKNOWN;
    }
}
