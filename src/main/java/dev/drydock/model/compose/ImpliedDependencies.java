package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.MappingBuilder;
import dev.drydock.model.compose.tree.Node;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.syntax.compose.Template;
import dev.drydock.syntax.yaml.YamlNode.Scalar.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The services that a service depends on without saying so: those that it links to, and those whose namespaces or
/// volumes it takes.
final class ImpliedDependencies {

    private static final List<String> NAMESPACES = List.of("network_mode", "ipc", "pid", "uts", "cgroup");

    private ImpliedDependencies() {}

    /// What `depends_on` is with them; null where there are none.
    static @Nullable Node of(Node.Mapping service) {
        Node written = service.value("depends_on");
        var members = new MappingBuilder(service.place());
        if (written instanceof Node.Mapping mapping) {
            members.rest(mapping);
        }
        int before = members.size();
        for (Value link : service.scalars("links")) {
            add(members, link.part(link.template().split(':').getFirst()), true);
        }
        for (String namespace : NAMESPACES) {
            Value value = service.scalar(namespace);
            List<Template> parts = value == null ? List.of() : value.template().split(':');
            if (value != null
                    && parts.size() > 1
                    && value.part(parts.getFirst()).is("service")) {
                Template whole = value.template();
                add(members, value.part(whole.slice(parts.get(1).start(), whole.end())), true);
            }
        }
        for (Value from : service.scalars("volumes_from")) {
            Value name = from.part(from.template().split(':').getFirst());
            if (!name.is("container")) {
                add(members, name, false);
            }
        }
        return members.size() == before ? null : members.build();
    }

    private static void add(MappingBuilder members, Value name, boolean restart) {
        String key = name.or(name.written());
        if (members.has(key)) {
            return;
        }
        var dependency = new MappingBuilder(name.place())
                .implied("condition", name.place(), "service_started")
                .implied("required", name.place(), "true", Kind.BOOLEAN);
        members.add(
                key,
                (restart ? dependency.implied("restart", name.place(), "true", Kind.BOOLEAN) : dependency).build());
    }
}
