package dev.drydock.cli;

import dev.drydock.report.JsonWriter;
import dev.drydock.rule.RuleIndex;
import dev.drydock.rule.RuleInfo;
import dev.drydock.rule.Severity;
import dev.drydock.source.Nearest;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the commands `explain` and `rules` print.
final class RuleCommands {

    private RuleCommands() {}

    static String explain(RuleIndex index, List<String> names) throws UsageException {
        var out = new StringBuilder();
        for (RuleInfo rule : named(index, names)) {
            if (!out.isEmpty()) {
                out.append('\n');
            }
            out.append("# ").append(rule.id()).append(": ").append(rule.title()).append("\n\n");
            out.append("level ").append(rule.level().id());
            out.append(rule.profiles().isEmpty() ? " · off by default" : " · profiles " + profiles(rule));
            if (!rule.aliases().isEmpty()) {
                out.append(" · also known as ").append(String.join(", ", rule.aliases()));
            }
            if (!rule.fix().equals("none")) {
                out.append(" · ").append(rule.fix()).append(" fix");
            }
            out.append(" · since ").append(rule.since()).append('\n');
            new TreeMap<>(rule.options().values())
                    .forEach((option, values) -> out.append("option ")
                            .append(option)
                            .append(": ")
                            .append(values.isEmpty() ? "empty" : String.join(", ", values))
                            .append('\n'));
            out.append('\n').append(index.page(rule.id()));
        }
        return out.toString();
    }

    /// The rules that go by these names, each once.
    static Set<RuleInfo> named(RuleIndex index, List<String> names) throws UsageException {
        Set<RuleInfo> rules = new LinkedHashSet<>();
        for (String name : names) {
            List<RuleInfo> found = index.named(name);
            if (found.isEmpty()) {
                throw new UsageException("unknown rule " + name + Nearest.hint(name, index.names()));
            }
            rules.addAll(found);
        }
        return rules;
    }

    static String table(RuleIndex index) {
        int width = 0;
        for (RuleInfo rule : index.infos()) {
            width = Math.max(width, rule.id().length());
        }
        var out = new StringBuilder();
        for (RuleInfo rule : index.infos()) {
            out.append(rule.id()).repeat(' ', width - rule.id().length() + 2);
            String level = rule.level().id();
            out.append(level).repeat(' ', 9 - level.length());
            String on = rule.profiles().contains("recommended") ? "" : "(" + joined(rule.profiles()) + ") ";
            out.append(on.equals("() ") ? "(off) " : on).append(rule.title()).append('\n');
        }
        return out.toString();
    }

    static String json(RuleIndex index) throws IOException {
        var out = new StringBuilder();
        var json = new JsonWriter(out);
        json.array();
        for (RuleInfo rule : index.infos()) {
            json.object();
            json.field("id", rule.id()).field("title", rule.title());
            json.field("level", rule.level().id());
            json.field("profiles", new TreeSet<>(rule.profiles()));
            json.field("since", rule.since()).field("aliases", rule.aliases());
            json.field("fix", rule.fix()).field("why", index.why(rule.id()));
            json.name("options").object();
            for (var option : new TreeMap<>(rule.options().values()).entrySet()) {
                json.field(option.getKey(), option.getValue());
            }
            json.endObject().endObject();
        }
        json.endArray().end();
        return out.toString();
    }

    private static String profiles(RuleInfo rule) {
        var out = new StringBuilder();
        for (String profile : new TreeSet<>(rule.profiles())) {
            out.append(out.isEmpty() ? "" : ", ").append(profile);
            Severity level = rule.level(profile, "");
            if (level != null) {
                out.append(" (").append(level.id()).append(')');
            }
        }
        return out.toString();
    }

    private static String joined(Set<String> profiles) {
        return String.join(", ", new TreeSet<>(profiles));
    }
}
