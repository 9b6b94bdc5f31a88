package dev.drydock.shellcheck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/// Reads ShellCheck's format `json1`. JSON is YAML, too, and for that a reader is on board.
final class RemarkReader {

    private static final int MOST_CHARACTERS = 64 << 20;

    private RemarkReader() {}

    /// The remarks by the file that they are about.
    ///
    /// @throws IllegalArgumentException where the text is not what ShellCheck writes
    static Map<String, List<Remark>> read(String json) {
        var options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        Node root;
        try {
            root = new Composer(new ParserImpl(new StreamReader(json), options), new Resolver(), options)
                    .getSingleNode();
        } catch (YAMLException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
        Map<String, List<Remark>> remarks = new HashMap<>();
        if (!(field(root, "comments") instanceof SequenceNode comments)) {
            throw new IllegalArgumentException("no comments");
        }
        for (Node comment : comments.getValue()) {
            remarks.computeIfAbsent(text(comment, "file"), _ -> new ArrayList<>())
                    .add(new Remark(
                            number(comment, "line"),
                            number(comment, "column"),
                            number(comment, "endLine"),
                            number(comment, "endColumn"),
                            text(comment, "level"),
                            number(comment, "code"),
                            text(comment, "message")));
        }
        return remarks;
    }

    private static int number(Node node, String key) {
        return Integer.parseInt(text(node, key));
    }

    private static String text(Node node, String key) {
        if (field(node, key) instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new IllegalArgumentException("no " + key);
    }

    private static Node field(Node node, String key) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple pair : mapping.getValue()) {
                if (pair.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key)) {
                    return pair.getValueNode();
                }
            }
        }
        throw new IllegalArgumentException("no " + key);
    }
}
