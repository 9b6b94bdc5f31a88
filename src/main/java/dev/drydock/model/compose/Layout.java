package dev.drydock.model.compose;

import dev.drydock.syntax.yaml.YamlFile;
import dev.drydock.syntax.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a Compose file is written, document by document: nothing that an alias, a merge key or another file brings
/// in is in it.
///
/// @param tops what stands at the top of each document
/// @param groups the `services` of each document
/// @param services the services themselves, of all documents
public record Layout(List<YamlNode.Mapping> tops, List<YamlNode.Mapping> groups, List<WrittenService> services) {

    /// A service as one document writes it.
    public record WrittenService(String name, YamlNode.Mapping body) {

        /// A list that the service itself writes under `key`; null where there is none.
        public YamlNode.@Nullable Sequence list(String key) {
            return value(key) instanceof YamlNode.Sequence list ? list : null;
        }

        /// What the service itself writes under `key`; null where there is nothing, or an alias.
        public @Nullable YamlNode value(String key) {
            return direct(body, key);
        }
    }

    public Layout {
        tops = List.copyOf(tops);
        groups = List.copyOf(groups);
        services = List.copyOf(services);
    }

    static Layout of(YamlFile file) {
        var tops = new ArrayList<YamlNode.Mapping>();
        var groups = new ArrayList<YamlNode.Mapping>();
        var services = new ArrayList<WrittenService>();
        for (YamlNode document : file.documents()) {
            if (!(document instanceof YamlNode.Mapping top)) {
                continue;
            }
            tops.add(top);
            if (direct(top, "services") instanceof YamlNode.Mapping group) {
                groups.add(group);
                for (YamlNode.Entry entry : group.entries()) {
                    if (entry.value() instanceof YamlNode.Mapping body && !entry.isMerge()) {
                        services.add(new WrittenService(entry.key().value(), body));
                    }
                }
            }
        }
        return new Layout(tops, groups, services);
    }

    private static @Nullable YamlNode direct(YamlNode.Mapping mapping, String key) {
        for (YamlNode.Entry entry : mapping.entries()) {
            if (entry.key().value().equals(key) && !entry.isMerge()) {
                return entry.value();
            }
        }
        return null;
    }
}
