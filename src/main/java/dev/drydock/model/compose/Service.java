package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Place;
import dev.drydock.source.Source;
import dev.drydock.syntax.yaml.YamlNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A service, as one file writes it or as several files together make it; each value keeps its file.
///
/// @param definitions what it is made of, the base first
/// @param complete whether all that it extends was found
/// @param reset the keys that `!reset` or `!override` take away from what the service is laid over
public record Service(
        String name,
        List<Definition> definitions,
        boolean complete,
        Set<String> reset,
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
        List<Value> expose,
        List<Setting> labels,
        @Nullable Extends extended,
        Scalars scalars) {

    /// Where a file writes the service.
    ///
    /// @param name the key
    /// @param node its value; no mapping where the file is wrong
    public record Definition(Source source, Place name, YamlNode node) {}

    /// The settings of a service that are one scalar each.
    public record Scalars(
            @Nullable Value user,
            @Nullable Value workingDir,
            @Nullable Value platform,
            @Nullable Value restart,
            @Nullable Value containerName,
            @Nullable Value networkMode,
            @Nullable Value pullPolicy,
            @Nullable Value privileged,
            @Nullable Value readOnly,
            @Nullable Value scale) {}

    public Service {
        definitions = List.copyOf(definitions);
        reset = Set.copyOf(reset);
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
        expose = List.copyOf(expose);
        labels = List.copyOf(labels);
    }

    /// The key that the last file writes it under.
    public Place namePlace() {
        return definitions.getLast().name();
    }

    public @Nullable Value user() {
        return scalars.user();
    }

    public @Nullable Value workingDir() {
        return scalars.workingDir();
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
