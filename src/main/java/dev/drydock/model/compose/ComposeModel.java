package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.ComposeProblem;
import dev.drydock.model.compose.tree.Node;
import dev.drydock.model.compose.tree.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What Compose files say: one by itself, or several laid over each other, with what they extend and include.
public final class ComposeModel {

    private final Node root;
    private final boolean complete;
    private final Set<String> parts;
    private final List<ComposeProblem> problems;
    private final Map<String, Service> services = new LinkedHashMap<>();
    private final List<Service> listed;
    private final List<Resource> networks;
    private final List<Resource> volumes;
    private final List<Resource> secrets;
    private final List<Resource> configs;
    private final List<Resource> models;
    /// The first build of each image that has a name; sought when the first is asked for.
    private @Nullable Map<String, Build> builds;
    /// The services for whose end another waits; sought when the first is asked for.
    private @Nullable Set<String> awaited;

    private @Nullable Map<String, Resource> volumesByName;
    /// The services that write to what is mounted, by its name; sought when the first is asked for.
    private @Nullable Map<String, Set<String>> writers;

    /// Reads services and resources off the values.
    ///
    /// @param root the whole of it
    /// @param complete whether all that it includes was found
    /// @param incomplete the services that extend something that was not found
    /// @param parts the files that are included or extended
    /// @param problems what Compose would not accept when it puts the files together
    ComposeModel(
            Node root, boolean complete, Set<String> incomplete, Set<String> parts, List<ComposeProblem> problems) {
        this.root = root;
        this.complete = complete;
        this.parts = Set.copyOf(parts);
        this.problems = List.copyOf(problems);
        Node.Mapping top = root instanceof Node.Mapping mapping ? mapping : null;
        Node.Mapping written = top == null ? null : top.mapping("services");
        if (written != null) {
            for (Node.Member member : written.members()) {
                services.put(member.key(), ServiceReader.read(member, !incomplete.contains(member.key())));
            }
        }
        listed = List.copyOf(services.values());
        networks = resources(top, "networks");
        volumes = resources(top, "volumes");
        secrets = resources(top, "secrets");
        configs = resources(top, "configs");
        models = resources(top, "models");
    }

    private static List<Resource> resources(Node.@Nullable Mapping top, String key) {
        return List.copyOf(Resource.of(top == null ? null : top.mapping(key)));
    }

    /// All values.
    public Node root() {
        return root;
    }

    /// Whether all that is included was found; otherwise there may be services and resources that nobody knows of.
    public boolean isComplete() {
        return complete;
    }

    /// The paths of the files that these files include or extend.
    public Set<String> parts() {
        return parts;
    }

    /// What Compose would not accept when it puts the files together.
    public List<ComposeProblem> problems() {
        return problems;
    }

    /// The services, in the order of writing.
    public List<Service> services() {
        return listed;
    }

    /// The service with this name, or null.
    public @Nullable Service service(String name) {
        return services.get(name);
    }

    /// The first build that gives its image this name, or null.
    @Nullable
    Build build(String image) {
        if (builds == null) {
            builds = new HashMap<>();
            for (Service service : listed) {
                if (service.build() != null && service.image() != null) {
                    builds.putIfAbsent(service.image().written(), service.build());
                }
            }
        }
        return builds.get(image);
    }

    /// Whether a service waits for the end of the one with this name.
    boolean isAwaited(String name) {
        if (awaited == null) {
            awaited = new HashSet<>();
            for (Service service : listed) {
                for (Dependency dependency : service.dependsOn()) {
                    if (dependency.condition() != null && dependency.condition().is("service_completed_successfully")) {
                        awaited.add(dependency.service());
                    }
                }
            }
        }
        return awaited.contains(name);
    }

    public List<Resource> networks() {
        return networks;
    }

    public List<Resource> volumes() {
        return volumes;
    }

    /// The volume with this name, or null.
    public @Nullable Resource volume(String name) {
        if (volumesByName == null) {
            volumesByName = new HashMap<>();
            for (Resource volume : volumes) {
                volumesByName.put(volume.name(), volume);
            }
        }
        return volumesByName.get(name);
    }

    /// The names of the services that mount what has this name as their source, and may write to it.
    public Set<String> writers(String source) {
        if (writers == null) {
            writers = new HashMap<>();
            for (Service service : listed) {
                for (Mount mount : service.volumes()) {
                    if (mount.source() != null && mount.source().isKnown() && !mount.readOnly()) {
                        writers.computeIfAbsent(mount.source().or(""), _ -> new HashSet<>())
                                .add(service.name());
                    }
                }
            }
        }
        return writers.getOrDefault(source, Set.of());
    }

    public List<Resource> secrets() {
        return secrets;
    }

    public List<Resource> configs() {
        return configs;
    }

    public List<Resource> models() {
        return models;
    }

    /// A scalar at the top, such as the project's `name`; null where there is none.
    public @Nullable Value value(String key) {
        return root instanceof Node.Mapping mapping ? mapping.scalar(key) : null;
    }

    /// The entries of `include`.
    public List<Include> includes() {
        Node written = root instanceof Node.Mapping mapping ? mapping.value("include") : null;
        var includes = new ArrayList<Include>();
        for (Node item : written == null ? List.<Node>of() : written.items()) {
            includes.add(Include.of(item));
        }
        return includes;
    }
}
