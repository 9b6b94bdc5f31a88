package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.MappingBuilder;
import dev.drydock.model.compose.tree.Node;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Place;
import dev.drydock.syntax.compose.ShellWords;
import dev.drydock.syntax.compose.Template;
import dev.drydock.syntax.yaml.YamlNode.Scalar.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes out what short forms and absent keys mean, as `docker compose config` does. Paths stay relative to the
/// project, and what has not the expected shape stays as it is.
final class LongForms {

    private final String project;

    private LongForms(String project) {
        this.project = project;
    }

    /// The whole project in long forms.
    ///
    /// @param project what the project is called where its files do not say it
    static Node of(Node root, String project) {
        if (!(root instanceof Node.Mapping top)) {
            return root;
        }
        Value name = top.scalar("name");
        return new LongForms(name == null ? project : name.or(project)).top(top);
    }

    private Node top(Node.Mapping top) {
        var members = new MappingBuilder(top.place()).or(top.member("name"), "name", top.place(), project);
        Node.Mapping networks = top.mapping("networks");
        boolean usesDefault = false;
        for (Node.Member member : top.members()) {
            switch (member.key()) {
                case "version", "include", "name", "networks" -> {
                    // Gone once the files are put together, or written elsewhere.
                }
                case "services" -> {
                    Node.Member services = each(member, LongForms::service);
                    usesDefault = usesDefault(services.value());
                    members.add(services);
                }
                case "volumes", "secrets", "configs" -> members.add(each(member, this::resource));
                default -> members.add(member);
            }
        }
        if (usesDefault || networks != null) {
            members.add("networks", networks(networks, top.place(), usesDefault));
        }
        return members.build();
    }

    private Node networks(Node.@Nullable Mapping networks, Place place, boolean usesDefault) {
        var members = new MappingBuilder(place);
        if (networks != null) {
            for (Node.Member member : networks.members()) {
                members.add(member.with(resource(member)));
            }
        }
        boolean absent = networks == null || networks.member("default") == null;
        if (usesDefault && absent) {
            members.add(
                    "default",
                    new MappingBuilder(place)
                            .implied("name", place, project + "_default")
                            .build());
        }
        return members.build();
    }

    private static boolean usesDefault(Node services) {
        if (services instanceof Node.Mapping mapping) {
            for (Node.Member service : mapping.members()) {
                if (service.value() instanceof Node.Mapping node
                        && node.value("networks") instanceof Node.Mapping networks
                        && networks.member("default") != null) {
                    return true;
                }
            }
        }
        return false;
    }

    /// What is made of a member of a mapping.
    @FunctionalInterface
    private interface Form {
        Node of(Node.Member member);
    }

    private static Node.Member each(Node.Member all, Form form) {
        if (!(all.value() instanceof Node.Mapping mapping)) {
            return all;
        }
        var members = new MappingBuilder(mapping.place());
        for (Node.Member member : mapping.members()) {
            members.add(member.with(form.of(member)));
        }
        return all.with(members.build());
    }

    /// A resource with the name that Compose gives it.
    private Node resource(Node.Member member) {
        Node.Mapping node = member.value() instanceof Node.Mapping found ? found : null;
        if (node == null && !member.value().isNull()) {
            return member.value();
        }
        boolean external = node != null && ShortForms.isTrue(node.scalar("external"));
        String name = external ? member.key() : project + "_" + member.key();
        var members = new MappingBuilder(node == null ? member.keyPlace() : node.place())
                .or(node == null ? null : node.member("name"), "name", member.keyPlace(), name);
        return (node == null ? members : members.rest(node)).build();
    }

    private static Node service(Node.Member named) {
        if (!(named.value() instanceof Node.Mapping service)) {
            return named.value();
        }
        var members = new MappingBuilder(service.place());
        for (Node.Member member : service.members()) {
            if (!member.value().isNull()) {
                members.add(member.with(setting(member.key(), member.value())));
            }
        }
        boolean connected = service.member("networks") != null
                || service.member("network_mode") != null
                || service.member("provider") != null;
        if (!connected) {
            Place place = named.keyPlace();
            members.add(
                    "networks",
                    new MappingBuilder(place)
                            .implied("default", place, "", Kind.NULL)
                            .build());
        }
        return members.build();
    }

    private static Node setting(String key, Node value) {
        return switch (key) {
            case "build" -> build(value);
            case "command", "entrypoint" -> command(value);
            case "depends_on" -> dependencies(value);
            case "devices" -> LongEntries.devices(value);
            case "env_file" -> envFiles(value);
            case "healthcheck" -> healthcheck(value);
            case "ports" -> LongEntries.ports(value);
            case "volumes" -> LongEntries.volumes(value);
            default -> value;
        };
    }

    private static Node build(Node node) {
        if (!(node instanceof Node.Mapping build)) {
            return node;
        }
        Place place = build.place();
        var members = new MappingBuilder(place).or(build.member("context"), "context", place, ".");
        if (build.member("dockerfile_inline") == null) {
            members.or(build.member("dockerfile"), "dockerfile", place, "Dockerfile");
        }
        return members.rest(build).build(build.replaced());
    }

    private static Node command(Node node) {
        Value whole = node.scalarValue();
        if (whole == null) {
            return node;
        }
        var words = new ArrayList<Node>();
        for (Template word : ShellWords.split(whole.template()).words()) {
            words.add(Node.Scalar.of(whole.part(word), Kind.STRING));
        }
        return new Node.Sequence(words, node.place(), node.replaced());
    }

    private static Node healthcheck(Node node) {
        if (!(node instanceof Node.Mapping healthcheck)) {
            return node;
        }
        Node.Member test = healthcheck.member("test");
        Value command = test == null ? null : test.value().scalarValue();
        if (test == null || command == null) {
            return node;
        }
        Node shell = Node.Scalar.of(Value.implied(command.place(), "", "CMD-SHELL"), Kind.STRING);
        var words = new Node.Sequence(
                List.of(shell, test.value()), command.place(), test.value().replaced());
        Map<String, Node.Member> members = new LinkedHashMap<>(healthcheck.byKey());
        members.put("test", test.with(words));
        return new Node.Mapping(members, false, node.place(), node.replaced());
    }

    private static Node dependencies(Node node) {
        return each(new Node.Member("depends_on", List.of(node.place()), node), LongForms::dependency)
                .value();
    }

    private static Node dependency(Node.Member member) {
        Place place = member.keyPlace();
        if (!(member.value() instanceof Node.Mapping written)) {
            return new MappingBuilder(place)
                    .implied("condition", place, "service_started")
                    .implied("required", place, "true", Kind.BOOLEAN)
                    .build();
        }
        var members = new MappingBuilder(written.place())
                .or(written.member("condition"), "condition", place, "service_started");
        Node.Member required = written.member("required");
        return (required == null ? members.implied("required", place, "true", Kind.BOOLEAN) : members.add(required))
                .rest(written)
                .build();
    }

    private static Node envFiles(Node node) {
        if (!(node instanceof Node.Sequence list)) {
            return node;
        }
        var items = new ArrayList<Node>();
        for (Node item : list.items()) {
            items.add(
                    item instanceof Node.Mapping mapping && mapping.member("required") == null
                            ? new MappingBuilder(item.place())
                                    .rest(mapping)
                                    .implied("required", item.place(), "true", Kind.BOOLEAN)
                                    .build(item.replaced())
                            : item);
        }
        return new Node.Sequence(items, list.place(), list.replaced());
    }
}
