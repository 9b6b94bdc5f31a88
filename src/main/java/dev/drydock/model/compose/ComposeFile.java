package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Problem;
import dev.drydock.source.Source;
import dev.drydock.source.Tree;
import dev.drydock.syntax.yaml.YamlFile;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one Compose file says, by itself.
///
/// @param environment the variables of the `.env` file beside it
/// @param role what the file's name tells
/// @param interpolation what is no proper `${…}` in the values read here
public record ComposeFile(
        YamlFile yaml,
        Map<String, String> environment,
        Role role,
        @Nullable Value name,
        @Nullable Value version,
        List<Service> services,
        List<Resource> networks,
        List<Resource> volumes,
        List<Resource> secrets,
        List<Resource> configs,
        List<Include> includes,
        List<Problem> interpolation) {

    public ComposeFile {
        environment = Map.copyOf(environment);
        services = List.copyOf(services);
        networks = List.copyOf(networks);
        volumes = List.copyOf(volumes);
        secrets = List.copyOf(secrets);
        configs = List.copyOf(configs);
        includes = List.copyOf(includes);
        interpolation = List.copyOf(interpolation);
    }

    /// Reads a file. Never throws on what is in it.
    ///
    /// @param environment the variables of the `.env` file beside it, or none
    public static ComposeFile read(Source source, Map<String, String> environment) {
        return new FileReader(YamlFile.read(source), environment).read();
    }

    public Source source() {
        return yaml.source();
    }

    /// The directory that holds it; the root is `""`.
    public String directory() {
        return Tree.directory(source().path());
    }

    /// The service with this name, or null.
    public @Nullable Service service(String serviceName) {
        for (Service service : services) {
            if (service.name().equals(serviceName)) {
                return service;
            }
        }
        return null;
    }
}
