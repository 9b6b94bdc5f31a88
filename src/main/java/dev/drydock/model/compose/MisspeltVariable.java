package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.Fragment;
import dev.drydock.model.compose.tree.Node;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Nearest;
import dev.drydock.source.Place;
import dev.drydock.source.Tree;
import dev.drydock.syntax.compose.DotEnv;
import dev.drydock.syntax.compose.EnvVariable;
import dev.drydock.syntax.compose.Environment;
import dev.drydock.syntax.compose.Template;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A variable of a Compose file that nothing sets, while the `.env` beside it sets one that is a slip away and that
/// nobody uses.
///
/// @param place the variable, braces included
/// @param meant where the other one is set
public record MisspeltVariable(String name, Place place, String meantName, Place meant) {

    /// Files that list what a `.env` may set.
    private static final List<String> EXAMPLES = List.of(
            ".env.example", ".env.sample", ".env.dist", ".env.template", "example.env", "env.example", ".env.local");

    /// A shorter name is near to others by chance.
    private static final int MIN_NAME = 4;

    private record Found(Template.Variable variable, Place place) {}

    /// Those of a project.
    public static List<MisspeltVariable> of(Tree tree, ComposeProject project) {
        var misspelt = new ArrayList<MisspeltVariable>();
        for (ComposeFamily family : project.families()) {
            String prefix = family.directory().isEmpty() ? "" : family.directory() + "/";
            Map<String, Place> set = names(tree, prefix + ".env");
            if (!set.isEmpty()) {
                add(tree, prefix, family.files(), set, misspelt);
            }
        }
        return misspelt;
    }

    private static void add(
            Tree tree,
            String prefix,
            List<ComposeFile> files,
            Map<String, Place> set,
            List<MisspeltVariable> misspelt) {
        var used = new ArrayList<Found>();
        for (ComposeFile file : files) {
            for (Fragment fragment : file.fragments()) {
                collect(fragment.root(), used);
            }
        }
        var unused = new LinkedHashMap<>(set);
        for (Found found : used) {
            unused.remove(found.variable().name());
        }
        Set<String> elsewhere = new HashSet<>();
        for (String example : EXAMPLES) {
            elsewhere.addAll(names(tree, prefix + example).keySet());
        }
        for (Found found : used) {
            String name = found.variable().name();
            boolean given = set.containsKey(name) || elsewhere.contains(name) || name.length() < MIN_NAME;
            String meant = given ? null : Nearest.slip(name, unused.keySet());
            Place place = meant == null ? null : unused.get(meant);
            if (meant != null && place != null && found.variable().operator() == Template.Operator.PLAIN) {
                misspelt.add(new MisspeltVariable(name, found.place(), meant, place));
            }
        }
    }

    private static void collect(Node node, List<Found> found) {
        switch (node) {
            case Node.Scalar scalar -> collect(scalar.value(), scalar.value().template(), found);
            case Node.Sequence sequence -> sequence.items().forEach(item -> collect(item, found));
            case Node.Mapping mapping -> mapping.members().forEach(member -> collect(member.value(), found));
        }
    }

    private static void collect(Value value, Template template, List<Found> found) {
        for (Template.Part part : template.parts()) {
            if (part instanceof Template.Variable variable) {
                found.add(new Found(
                        variable, new Place(value.source(), template.mapped().span(variable.start(), variable.end()))));
                if (variable.operand() != null) {
                    collect(value, variable.operand(), found);
                }
            }
        }
    }

    /// What a file sets, whatever the values; nothing where it is not there or cannot be read.
    private static Map<String, Place> names(Tree tree, String path) {
        Map<String, Place> names = new TreeMap<>();
        if (tree.kind(path) != Tree.Kind.FILE) {
            return names;
        }
        try {
            DotEnv file = DotEnv.read(tree.source(path), Environment.UNKNOWN);
            for (EnvVariable variable : file.variables()) {
                names.put(variable.name(), new Place(file.source(), variable.nameSpan()));
            }
        } catch (IOException _) {
            // As good as absent.
        }
        return names;
    }
}
