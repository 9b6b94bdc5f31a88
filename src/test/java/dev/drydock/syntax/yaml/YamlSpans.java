package dev.drydock.syntax.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.source.Span;

/// Asks of a tree of nodes that each lies in the one above it, and that the text of a scalar is its value.
public final class YamlSpans {

    private YamlSpans() {}

    /// Asks it of a node that lies in `outer`.
    public static void check(YamlFile file, YamlNode node, Span outer) {
        assertThat(outer.contains(node.span()))
                .as("%s in %s", node.span(), outer)
                .isTrue();
        switch (node) {
            case YamlNode.Scalar scalar -> {
                assertThat(file.text(scalar).text()).isEqualTo(scalar.value());
                assertThat(file.text(scalar).span().end())
                        .isLessThanOrEqualTo(file.source().text().length());
            }
            case YamlNode.Sequence sequence -> sequence.items().forEach(item -> check(file, item, node.span()));
            case YamlNode.Mapping mapping ->
                mapping.entries().forEach(entry -> {
                    check(file, entry.key(), node.span());
                    check(file, entry.value(), node.span());
                });
            case YamlNode.Alias _ -> {}
        }
    }
}
