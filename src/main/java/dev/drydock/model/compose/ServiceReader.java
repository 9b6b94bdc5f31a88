package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.Node;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a service off its values. What has not the expected shape is left out: the schema rule tells of it.
final class ServiceReader {

    private ServiceReader() {}

    /// Reads a service.
    ///
    /// @param complete whether all that it extends was found
    static Service read(Node.Member member, boolean complete) {
        Node.Mapping node = member.value() instanceof Node.Mapping mapping
                ? mapping
                : new Node.Mapping(Map.of(), false, member.value().place(), List.of());
        return new Service(
                member.key(),
                member.keyPlaces(),
                complete,
                node,
                node.scalar("image"),
                build(node.member("build")),
                ShortForms.command(node.value("command")),
                ShortForms.command(node.value("entrypoint")),
                settings(node.value("environment")),
                envFiles(node.value("env_file")),
                ports(node.value("ports")),
                mounts(node.value("volumes")),
                node.scalars("tmpfs"),
                dependencies(node.value("depends_on")),
                healthcheck(node.member("healthcheck")),
                deploy(node.member("deploy")),
                watches(node.mapping("develop")),
                grants(node.value("networks")),
                grants(node.value("secrets")),
                grants(node.value("configs")),
                node.scalars("profiles"),
                settings(node.value("labels")),
                extended(node.member("extends")));
    }

    private static @Nullable Build build(Node.@Nullable Member member) {
        if (member == null || !(member.value() instanceof Node.Mapping build)) {
            return null;
        }
        return new Build(
                build.scalar("context"),
                build.scalar("dockerfile"),
                build.scalar("dockerfile_inline"),
                build.scalar("target"),
                settings(build.value("args")),
                settings(build.value("additional_contexts")),
                grants(build.value("secrets")),
                build.scalars("ssh"),
                build.scalars("cache_from"),
                build.scalars("cache_to"),
                build.scalars("platforms"),
                build.scalars("tags"),
                settings(build.value("labels")),
                build.scalar("network"),
                member.place());
    }

    /// Settings of a mapping.
    static List<Setting> settings(@Nullable Node node) {
        var settings = new ArrayList<Setting>();
        if (node instanceof Node.Mapping mapping) {
            for (Node.Member member : mapping.members()) {
                // A name that depends on a variable is nobody's to tell.
                if (mapping.listed() && member.key().indexOf('$') >= 0) {
                    continue;
                }
                settings.add(new Setting(
                        member.key(), member.keyPlace(), member.value().scalarValue(), member.place()));
            }
        }
        return settings;
    }

    private static List<Port> ports(@Nullable Node node) {
        var ports = new ArrayList<Port>();
        for (Node item : items(node)) {
            ports.add(ShortForms.port(item));
        }
        return ports;
    }

    private static List<Mount> mounts(@Nullable Node node) {
        var mounts = new ArrayList<Mount>();
        for (Node item : items(node)) {
            mounts.add(ShortForms.mount(item));
        }
        return mounts;
    }

    private static List<Node> items(@Nullable Node node) {
        return node == null ? List.of() : node.items();
    }

    private static List<EnvFile> envFiles(@Nullable Node node) {
        var files = new ArrayList<EnvFile>();
        for (Node item : items(node)) {
            Value path = item instanceof Node.Mapping mapping ? mapping.scalar("path") : null;
            if (path != null && item instanceof Node.Mapping mapping) {
                Value required = mapping.scalar("required");
                Value format = mapping.scalar("format");
                files.add(new EnvFile(
                        path,
                        required == null || !required.is("false"),
                        format != null && format.is("raw"),
                        item.place()));
            }
        }
        return files;
    }

    private static List<Dependency> dependencies(@Nullable Node node) {
        var dependencies = new ArrayList<Dependency>();
        if (node instanceof Node.Mapping all) {
            for (Node.Member member : all.members()) {
                Node.Mapping mapping = member.value() instanceof Node.Mapping found ? found : null;
                dependencies.add(new Dependency(
                        member.key(),
                        member.keyPlace(),
                        mapping == null ? null : mapping.scalar("condition"),
                        mapping == null ? null : mapping.scalar("required"),
                        member.place()));
            }
        }
        return dependencies;
    }

    private static @Nullable Healthcheck healthcheck(Node.@Nullable Member member) {
        if (member == null || !(member.value() instanceof Node.Mapping node)) {
            return null;
        }
        Node test = node.value("test");
        return new Healthcheck(
                node.scalars("test"),
                test instanceof Node.Scalar,
                ShortForms.isTrue(node.scalar("disable")),
                node.scalar("interval"),
                node.scalar("timeout"),
                node.scalar("retries"),
                node.scalar("start_period"),
                member.place());
    }

    private static @Nullable Deploy deploy(Node.@Nullable Member member) {
        if (member == null || !(member.value() instanceof Node.Mapping node)) {
            return null;
        }
        Node.Mapping resources = node.mapping("resources");
        Node.Mapping limits = resources == null ? null : resources.mapping("limits");
        Node.Mapping restart = node.mapping("restart_policy");
        return new Deploy(
                node.scalar("mode"),
                node.scalar("replicas"),
                limits == null ? null : limits.scalar("memory"),
                limits == null ? null : limits.scalar("cpus"),
                restart == null ? null : restart.scalar("condition"),
                member.place());
    }

    private static List<Watch> watches(Node.@Nullable Mapping develop) {
        var watches = new ArrayList<Watch>();
        for (Node item : items(develop == null ? null : develop.value("watch"))) {
            if (item instanceof Node.Mapping watch) {
                watches.add(new Watch(
                        watch.scalar("path"),
                        watch.scalar("action"),
                        watch.scalar("target"),
                        watch.scalars("ignore"),
                        watch.scalars("include"),
                        item.place()));
            }
        }
        return watches;
    }

    /// Networks, secrets, configurations: mappings with `source`, or a mapping by name.
    static List<Grant> grants(@Nullable Node node) {
        var grants = new ArrayList<Grant>();
        if (node instanceof Node.Mapping byName) {
            for (Node.Member member : byName.members()) {
                grants.add(new Grant(name(member.key()), member.keyPlace(), null, member.place()));
            }
            return grants;
        }
        for (Node item : items(node)) {
            Value name = item instanceof Node.Mapping mapping ? mapping.scalar("source") : null;
            if (name != null && item instanceof Node.Mapping mapping) {
                grants.add(new Grant(name.text(), name.place(), mapping.scalar("target"), item.place()));
            }
        }
        return grants;
    }

    /// A name in a list may have variables; Compose interpolates no key.
    private static Text name(String key) {
        return key.indexOf('$') < 0 ? Text.of(key) : Text.unknown();
    }

    static @Nullable Extends extended(Node.@Nullable Member member) {
        if (member == null) {
            return null;
        }
        Node.Mapping mapping = member.value() instanceof Node.Mapping found ? found : null;
        Value service = mapping == null ? member.value().scalarValue() : mapping.scalar("service");
        return service == null
                ? null
                : new Extends(service, mapping == null ? null : mapping.scalar("file"), member.place());
    }
}
