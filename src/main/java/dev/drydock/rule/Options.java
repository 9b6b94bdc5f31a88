package dev.drydock.rule;

import java.util.List;
import java.util.Map;

/// The options of one rule: texts and lists of texts, by name. A rule's page names each with its default, so asking
/// for one that the page does not have is a fault of the rule.
public record Options(Map<String, List<String>> values) {

    public static final Options NONE = new Options(Map.of());

    public Options {
        values = Map.copyOf(values);
    }

    /// The list under `name`.
    public List<String> list(String name) {
        List<String> value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no option " + name + " on the rule's page");
        }
        return value;
    }

    /// The one text under `name`; empty where the list is.
    public String text(String name) {
        List<String> list = list(name);
        return list.isEmpty() ? "" : list.getFirst();
    }

    public boolean flag(String name) {
        return text(name).equals("true");
    }
}
