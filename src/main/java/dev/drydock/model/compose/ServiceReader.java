package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Place;
import dev.drydock.source.Span;
import dev.drydock.syntax.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a service of one file.
record ServiceReader(Fields fields, ShortForms forms) {

    Service read(YamlNode.Entry entry) {
        YamlNode.Mapping service = entry.value().asMapping();
        YamlNode.Mapping node = service == null ? NOTHING : service;
        return new Service(
                entry.key().value(),
                List.of(new Service.Definition(fields.source(), fields.place(entry.key()), entry.value())),
                node.value("extends") == null,
                reset(node),
                fields.value(node, "image"),
                build(node),
                forms.command(node.value("command")),
                forms.command(node.value("entrypoint")),
                fields.settings(node.value("environment")),
                envFiles(node.value("env_file")),
                ports(node.value("ports")),
                mounts(node.value("volumes")),
                fields.values(node.value("tmpfs")),
                dependencies(node.value("depends_on")),
                healthcheck(node.entry("healthcheck")),
                deploy(node.entry("deploy")),
                watches(node.value("develop")),
                grants(node.value("networks")),
                grants(node.value("secrets")),
                grants(node.value("configs")),
                fields.values(node.value("profiles")),
                fields.values(node.value("expose")),
                fields.settings(node.value("labels")),
                extended(node.entry("extends")),
                scalars(node));
    }

    private static final YamlNode.Mapping NOTHING =
            new YamlNode.Mapping(List.of(), List.of(), false, YamlNode.Properties.NONE, Span.at(0));

    private static Set<String> reset(YamlNode.Mapping node) {
        var reset = new HashSet<String>();
        for (YamlNode.Entry entry : node.entries()) {
            String tag = entry.value().tag();
            if (tag != null && (tag.equals("!reset") || tag.equals("!override"))) {
                reset.add(entry.key().value());
            }
        }
        return reset;
    }

    private Service.Scalars scalars(YamlNode.Mapping node) {
        return new Service.Scalars(
                fields.value(node, "user"),
                fields.value(node, "working_dir"),
                fields.value(node, "platform"),
                fields.value(node, "restart"),
                fields.value(node, "container_name"),
                fields.value(node, "network_mode"),
                fields.value(node, "pull_policy"),
                fields.value(node, "privileged"),
                fields.value(node, "read_only"),
                fields.value(node, "scale"));
    }

    private @Nullable Build build(YamlNode.Mapping service) {
        YamlNode.Entry entry = service.entry("build");
        if (entry == null || entry.value().isNull()) {
            return null;
        }
        YamlNode.Mapping node = entry.value().asMapping();
        Value context = node == null ? fields.value(entry.value()) : fields.value(node, "context");
        YamlNode.Mapping build = node == null ? NOTHING : node;
        return new Build(
                context,
                fields.value(build, "dockerfile"),
                fields.value(build, "dockerfile_inline"),
                fields.value(build, "target"),
                fields.settings(build.value("args")),
                fields.settings(build.value("additional_contexts")),
                grants(build.value("secrets")),
                fields.values(build.value("ssh")),
                fields.values(build.value("cache_from")),
                fields.values(build.value("cache_to")),
                fields.values(build.value("platforms")),
                fields.values(build.value("tags")),
                fields.value(build, "network"),
                fields.place(entry));
    }

    private List<Port> ports(@Nullable YamlNode node) {
        var ports = new ArrayList<Port>();
        for (YamlNode item : Fields.items(node)) {
            ports.add(forms.port(item));
        }
        return ports;
    }

    private List<Mount> mounts(@Nullable YamlNode node) {
        var mounts = new ArrayList<Mount>();
        for (YamlNode item : Fields.items(node)) {
            mounts.add(forms.mount(item));
        }
        return mounts;
    }

    private List<EnvFile> envFiles(@Nullable YamlNode node) {
        var files = new ArrayList<EnvFile>();
        for (YamlNode item : Fields.items(node)) {
            YamlNode.Mapping mapping = item.asMapping();
            Value path = mapping == null ? fields.value(item) : fields.value(mapping, "path");
            if (path != null) {
                Value required = fields.value(mapping, "required");
                files.add(new EnvFile(path, required == null || !required.is("false"), fields.place(item)));
            }
        }
        return files;
    }

    private List<Dependency> dependencies(@Nullable YamlNode node) {
        var dependencies = new ArrayList<Dependency>();
        if (node != null && node.asMapping() != null) {
            for (YamlNode.Entry entry : Fields.entries(node)) {
                YamlNode.Mapping mapping = entry.value().asMapping();
                dependencies.add(new Dependency(
                        entry.key().value(),
                        fields.value(mapping, "condition"),
                        fields.value(mapping, "required"),
                        fields.place(entry)));
            }
            return dependencies;
        }
        for (Value name : fields.values(node)) {
            if (name.isKnown()) {
                dependencies.add(new Dependency(name.or(""), null, null, name.place()));
            }
        }
        return dependencies;
    }

    private @Nullable Healthcheck healthcheck(YamlNode.@Nullable Entry entry) {
        YamlNode.Mapping node = entry == null ? null : entry.value().asMapping();
        if (entry == null || node == null) {
            return null;
        }
        YamlNode test = node.value("test");
        return new Healthcheck(
                fields.values(test),
                test != null && test.asScalar() != null,
                fields.isTrue(fields.value(node, "disable")),
                fields.value(node, "interval"),
                fields.value(node, "timeout"),
                fields.value(node, "retries"),
                fields.value(node, "start_period"),
                fields.place(entry));
    }

    private @Nullable Deploy deploy(YamlNode.@Nullable Entry entry) {
        YamlNode.Mapping node = entry == null ? null : entry.value().asMapping();
        if (entry == null || node == null) {
            return null;
        }
        YamlNode.Mapping limits = mapping(mapping(node, "resources"), "limits");
        return new Deploy(
                fields.value(node, "mode"),
                fields.value(node, "replicas"),
                fields.value(limits, "memory"),
                fields.value(limits, "cpus"),
                fields.value(mapping(node, "restart_policy"), "condition"),
                fields.place(entry));
    }

    private static YamlNode.@Nullable Mapping mapping(YamlNode.@Nullable Mapping node, String key) {
        YamlNode value = node == null ? null : node.value(key);
        return value == null ? null : value.asMapping();
    }

    private List<Watch> watches(@Nullable YamlNode develop) {
        YamlNode.Mapping node = develop == null ? null : develop.asMapping();
        var watches = new ArrayList<Watch>();
        for (YamlNode item : Fields.items(node == null ? null : node.value("watch"))) {
            YamlNode.Mapping watch = item.asMapping();
            if (watch != null) {
                watches.add(new Watch(
                        fields.value(watch, "path"),
                        fields.value(watch, "action"),
                        fields.value(watch, "target"),
                        fields.values(watch.value("ignore")),
                        fields.values(watch.value("include")),
                        fields.place(item)));
            }
        }
        return watches;
    }

    /// Networks, secrets, configurations: a list of names, of mappings with `source`, or a mapping by name.
    private List<Grant> grants(@Nullable YamlNode node) {
        var grants = new ArrayList<Grant>();
        if (node != null && node.asMapping() != null) {
            for (YamlNode.Entry entry : Fields.entries(node)) {
                grants.add(new Grant(fields.name(entry.key()), null, fields.place(entry)));
            }
            return grants;
        }
        for (YamlNode item : Fields.items(node)) {
            YamlNode.Mapping mapping = item.asMapping();
            Value name = mapping == null ? fields.value(item) : fields.value(mapping, "source");
            if (name != null) {
                grants.add(new Grant(name, fields.value(mapping, "target"), fields.place(item)));
            }
        }
        return grants;
    }

    private @Nullable Extends extended(YamlNode.@Nullable Entry entry) {
        if (entry == null) {
            return null;
        }
        YamlNode.Mapping mapping = entry.value().asMapping();
        Value service = mapping == null ? fields.value(entry.value()) : fields.value(mapping, "service");
        Place place = fields.place(entry);
        return service == null ? null : new Extends(service, fields.value(mapping, "file"), place);
    }
}
