package dev.drydock.model.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.model.compose.tree.Merger;
import dev.drydock.model.compose.tree.Node;
import dev.drydock.source.MemoryTree;
import dev.drydock.source.Place;
import dev.drydock.source.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/// Whatever the files, they are put together, and each value stands in its file.
class LoaderProperties {

    @Property(tries = 2000)
    void anyFilesArePutTogether(@ForAll("texts") String base, @ForAll("texts") String overlay) throws IOException {
        var tree = new MemoryTree(Map.of("compose.yaml", base, "b.yaml", overlay, ".env", "A=1\nB=$A\n"));
        MergedProject merged = MergedProject.of(tree, List.of("compose.yaml", "b.yaml"), Map.of("C", "c"));
        stands(merged.root());
        for (MergedProject.Fault fault : merged.problems()) {
            stands(fault.place());
        }
        var files = new ArrayList<ComposeFile>();
        for (String path : List.of("compose.yaml", "b.yaml")) {
            files.add(ComposeFile.read(tree.source(path), Map.of("A", "1")));
        }
        for (Variant variant : ComposeProject.of(tree, files, Arrangement.NONE).variants()) {
            stands(variant.model().root());
            variant.model().problems().forEach(problem -> stands(problem.place()));
        }
    }

    @Property(tries = 1000)
    void nothingLaidOverChangesNothing(@ForAll("texts") String base) {
        var tree = new MemoryTree(Map.of("compose.yaml", base, "b.yaml", "{}"));
        Node alone = load(tree, "compose.yaml");
        assertThat(text(load(tree, "compose.yaml", "b.yaml"))).isEqualTo(text(alone));
    }

    @Property(tries = 1000)
    void aFileLaidOverItselfChangesNoListThatIsUnique(@ForAll("texts") String base) {
        var tree = new MemoryTree(Map.of("compose.yaml", base));
        Node once = load(tree, "compose.yaml");
        Node twice = new Merger(new ArrayList<>()).merge(once, once);
        if (once instanceof Node.Mapping one
                && twice instanceof Node.Mapping two
                && one.mapping("services") != null
                && two.mapping("services") != null) {
            for (Node.Member service : one.mapping("services").members()) {
                if (service.value() instanceof Node.Mapping before
                        && two.mapping("services").value(service.key()) instanceof Node.Mapping after) {
                    for (String key : List.of(
                            "ports",
                            "volumes",
                            "environment",
                            "cap_add",
                            "dns",
                            "env_file",
                            "depends_on",
                            "networks",
                            "profiles",
                            "secrets",
                            "command",
                            "extra_hosts")) {
                        if (hasOnlyScalars(before.value(key))) {
                            assertThat(text(after.value(key))).as(key).isEqualTo(text(before.value(key)));
                        }
                    }
                }
            }
        }
    }

    /// A list in a list, or in what should be a setting, is no value of its own to Compose, and is appended.
    private static boolean hasOnlyScalars(Node node) {
        return switch (node) {
            case null -> true;
            case Node.Scalar _ -> true;
            case Node.Sequence list -> list.items().stream().allMatch(item -> item instanceof Node.Scalar);
            case Node.Mapping mapping ->
                mapping.members().stream()
                        .allMatch(
                                member -> !(member.value() instanceof Node.Sequence) && hasOnlyScalars(member.value()));
        };
    }

    private static Node load(MemoryTree tree, String... paths) {
        var files = new ArrayList<ComposeFile>();
        for (String path : paths) {
            files.add(ComposeFile.read(tree.source(path), Map.of()));
        }
        return Loader.load(new ComposeFiles(tree), files).root();
    }

    private static String text(Node node) {
        return switch (node) {
            case null -> "nothing";
            case Node.Scalar scalar -> scalar.kind() + " " + scalar.value().written();
            case Node.Sequence list ->
                list.items().stream().map(LoaderProperties::text).toList().toString();
            case Node.Mapping mapping -> {
                var members = new ArrayList<String>();
                mapping.members().forEach(member -> members.add(member.key() + ": " + text(member.value())));
                yield members.toString();
            }
        };
    }

    private static void stands(Node node) {
        stands(node.place());
        node.replaced().forEach(LoaderProperties::stands);
        switch (node) {
            case Node.Scalar scalar -> stands(scalar.value().place());
            case Node.Sequence list -> list.items().forEach(LoaderProperties::stands);
            case Node.Mapping mapping ->
                mapping.members().forEach(member -> {
                    member.keyPlaces().forEach(LoaderProperties::stands);
                    stands(member.place());
                    stands(member.value());
                });
        }
    }

    private static void stands(Place place) {
        assertThat(new Span(0, place.source().text().length()).contains(place.span()))
                .as("%s in %s", place.span(), place.source().path())
                .isTrue();
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> scalars = Arbitraries.of(
                "a",
                "\"80:80\"",
                "./x:/y",
                "80",
                "true",
                "",
                "\"$A\"",
                "\"${B:-$C}\"",
                "\"${D\"",
                "'[::1]:1-2:3-4/udp'",
                "\"a b;c (\"",
                "web",
                "db",
                "compose.yaml",
                "b.yaml",
                "~",
                "A=1",
                "\"$A=$B\"",
                "&x a",
                "*x",
                "!reset null",
                "!override b",
                "\"C:\\\\a:/b:ro\"",
                "\"\"",
                "\":\"");
        Arbitrary<String> keys = Arbitraries.of(
                "ports",
                "volumes",
                "environment",
                "cap_add",
                "dns",
                "env_file",
                "depends_on",
                "networks",
                "profiles",
                "secrets",
                "command",
                "extra_hosts",
                "build",
                "args",
                "ssh",
                "deploy",
                "extends",
                "service",
                "file",
                "healthcheck",
                "test",
                "ulimits",
                "logging",
                "driver",
                "target",
                "source",
                "path",
                "develop",
                "watch",
                "gpus",
                "links",
                "devices",
                "external",
                "context",
                "<<",
                "privileged",
                "replicas",
                "image",
                "a",
                "*x");
        Arbitrary<String> values = Arbitraries.frequencyOf(
                Tuple.of(2, scalars),
                Tuple.of(3, collection(keys, Arbitraries.oneOf(scalars, collection(keys, scalars)))));
        Arbitrary<String> service = mapping(keys, values);
        Arbitrary<String> top = Arbitraries.of(
                "services", "include", "networks", "volumes", "secrets", "configs", "name", "x-a", "version");
        Arbitrary<String> services = mapping(Arbitraries.of("web", "db", "c"), service);
        return mapping(top, Arbitraries.oneOf(services, services, values))
                .flatMap(text -> Arbitraries.of("", "--- &x {services: {web: {image: q}}}\n---\n")
                        .map(prefix -> prefix + text));
    }

    private static Arbitrary<String> collection(Arbitrary<String> keys, Arbitrary<String> below) {
        return Arbitraries.oneOf(
                below.list().ofMaxSize(4).map(items -> "[" + String.join(", ", items) + "]"), mapping(keys, below));
    }

    private static Arbitrary<String> mapping(Arbitrary<String> keys, Arbitrary<String> values) {
        return Combinators.combine(
                        keys.list().ofMaxSize(5).uniqueElements(), values.list().ofSize(5))
                .as((names, contents) -> {
                    var members = new ArrayList<String>();
                    for (int i = 0; i < names.size(); i++) {
                        members.add(names.get(i) + " : " + contents.get(i));
                    }
                    return "{" + String.join(", ", members) + "}";
                });
    }
}
