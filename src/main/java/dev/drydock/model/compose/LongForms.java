package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.Casts;
import dev.drydock.model.compose.tree.ComposeProblem;
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
    private final LongLists lists;
    private final LongEntries entries;
    private final List<ComposeProblem> problems;

    private LongForms(String project, List<ComposeProblem> problems) {
        this.project = project;
        this.problems = problems;
        this.lists = new LongLists(problems);
        this.entries = new LongEntries(problems);
    }

    /// The whole project in long forms.
    ///
    /// @param project what the project is called
    /// @param problems where to write what has no long form
    static Node of(Node root, String project, List<ComposeProblem> problems) {
        return Casts.of(root, problems) instanceof Node.Mapping top ? new LongForms(project, problems).top(top) : root;
    }

    private Node top(Node.Mapping top) {
        Value name = top.scalar("name");
        var members = name != null && name.is(project)
                ? new MappingBuilder(top.place()).add("name", name)
                : new MappingBuilder(top.place()).implied("name", top.place(), project);
        Node.Mapping networks = top.mapping("networks");
        boolean usesDefault = false;
        for (Node.Member member : top.members()) {
            switch (member.key()) {
                case "version", "include", "name", "networks" -> {
                    // Gone once the files are put together, or written elsewhere.
                }
                case "services" -> {
                    Node.Member services = each(member, this::service);
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
        // `external: {name: x}` is how it was written once.
        Node.Mapping renamed = node == null ? null : node.mapping("external");
        boolean external = renamed != null || (node != null && ShortForms.isTrue(node.scalar("external")));
        String name = external ? member.key() : project + "_" + member.key();
        var members = new MappingBuilder(node == null ? member.keyPlace() : node.place());
        if (node == null) {
            return members.implied("name", member.keyPlace(), name).build();
        }
        Node.Member written =
                renamed != null && renamed.member("name") != null ? renamed.member("name") : node.member("name");
        members.or(written, "name", member.keyPlace(), name);
        if (renamed != null) {
            members.implied("external", renamed.place(), "true", Kind.BOOLEAN);
        }
        return strings(strings(members.rest(node).build(), "labels"), "driver_opts");
    }

    private static Node strings(Node node, String key) {
        return LongLists.below(node, key, LongForms::strings);
    }

    /// What may be written as a number, and is a string all the same.
    static Node strings(Node node) {
        return each(
                        new Node.Member("", List.of(node.place()), node),
                        member -> member.value() instanceof Node.Scalar scalar && !scalar.isNull()
                                ? new Node.Scalar(scalar.value(), Kind.STRING, scalar.place(), scalar.replaced())
                                : member.value())
                .value();
    }

    /// Variables: a name alone is taken from the environment.
    private static Node variables(Node node) {
        return each(new Node.Member("", List.of(node.place()), strings(node)), member -> {
                    Node.Scalar scalar =
                            member.value().isNull() ? member.value().asScalar() : null;
                    String set = scalar == null
                            ? null
                            : scalar.value().environment().variables().get(member.key());
                    return set == null || scalar == null
                            ? member.value()
                            : Node.Scalar.of(
                                    Value.implied(
                                            member.keyPlace(), scalar.value().directory(), set),
                                    Kind.STRING);
                })
                .value();
    }

    private Node service(Node.Member named) {
        if (!(named.value() instanceof Node.Mapping service)) {
            return named.value();
        }
        var members = new MappingBuilder(service.place());
        for (Node.Member member : service.members()) {
            if (!member.value().isNull()) {
                members.add(member.with(setting(member.key(), member.value())));
            }
        }
        Node networks = service.value("networks");
        boolean connected = (networks != null && !networks.isNull() && !isEmpty(networks))
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
        Node all = ImpliedDependencies.of(service);
        if (all != null) {
            members.add("depends_on", dependencies(all));
        }
        return members.build();
    }

    private static boolean isEmpty(Node node) {
        return node instanceof Node.Mapping mapping && mapping.members().isEmpty();
    }

    private Node setting(String key, Node value) {
        return switch (key) {
            case "annotations", "labels", "sysctls" -> strings(value);
            case "build" -> build(value);
            case "command", "entrypoint" -> command(value, problems);
            case "depends_on" -> dependencies(value);
            case "deploy" -> strings(LongLists.deploy(value), "labels");
            case "develop" -> LongLists.watches(value);
            case "devices" -> entries.devices(value);
            case "env_file" -> envFiles(value);
            case "environment" -> variables(value);
            case "extra_hosts" -> lists.hosts(value);
            case "gpus" -> LongLists.gpus(value);
            case "healthcheck" -> healthcheck(value);
            case "logging" -> strings(value, "options");
            case "ports" -> entries.ports(value);
            case "post_start", "pre_start", "pre_stop" -> LongLists.each(value, LongForms::hook);
            case "pull_policy" -> pullPolicy(value);
            case "secrets" -> LongLists.secrets(value);
            case "volumes" -> entries.volumes(value);
            default -> value;
        };
    }

    private static Node pullPolicy(Node node) {
        Value value = node.scalarValue();
        return value != null && value.is("if_not_present")
                ? Node.Scalar.of(Value.implied(value.place(), value.directory(), "missing"), Kind.STRING)
                : node;
    }

    static Node hook(Node node) {
        return LongLists.below(
                LongLists.below(node, "command", command -> command(command, new ArrayList<>())),
                "environment",
                LongForms::variables);
    }

    private Node build(Node node) {
        if (!(node instanceof Node.Mapping build)) {
            return node;
        }
        Place place = build.place();
        var members = new MappingBuilder(place).or(build.member("context"), "context", place, ".");
        if (build.member("dockerfile_inline") == null) {
            members.or(build.member("dockerfile"), "dockerfile", place, "Dockerfile");
        }
        Node built = members.rest(build).build(build.replaced());
        built = LongLists.below(built, "ssh", lists::agents);
        built = LongLists.below(built, "extra_hosts", lists::hosts);
        built = LongLists.below(built, "args", LongForms::variables);
        built = LongLists.below(built, "additional_contexts", this::contexts);
        return strings(built, "labels");
    }

    private Node contexts(Node node) {
        if (node instanceof Node.Mapping mapping && mapping.listed()) {
            for (Node.Member member : mapping.members()) {
                if (member.value().isNull()) {
                    problems.add(new ComposeProblem(
                            ComposeProblem.Kind.SCHEMA,
                            member.keyPlace(),
                            "a context needs a place; write \"" + member.key() + "=path\""));
                }
            }
        }
        return node;
    }

    private static Node command(Node node, List<ComposeProblem> problems) {
        Value whole = node.scalarValue();
        if (whole == null) {
            return node;
        }
        var words = new ArrayList<Node>();
        ShellWords split = ShellWords.split(whole.template());
        if (split.broken() != null) {
            problems.add(new ComposeProblem(
                    ComposeProblem.Kind.SCHEMA,
                    new Place(whole.source(), split.broken()),
                    "Compose cannot split this command, which no shell reads; quote this, or write a list"));
        }
        for (Template word : split.words()) {
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
