package dev.drydock.model.compose;

import dev.drydock.source.Problem;
import dev.drydock.syntax.yaml.YamlFile;
import dev.drydock.syntax.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the top level of a Compose file. Of several documents, each is laid over the one before; a name that two
/// of them have is read where it comes first, with the last one's place among its definitions.
final class FileReader {

    private final Fields fields;
    private final ServiceReader services;
    private final List<Problem> problems = new ArrayList<>();

    FileReader(YamlFile yaml, Map<String, String> environment) {
        fields = new Fields(yaml, environment, problems);
        services = new ServiceReader(fields, new ShortForms(fields));
    }

    ComposeFile read() {
        return new ComposeFile(
                fields.yaml(),
                fields.environment(),
                Role.ofFile(fields.source().path()),
                fields.value(top("name")),
                fields.value(top("version")),
                services(),
                resources("networks"),
                resources("volumes"),
                resources("secrets"),
                resources("configs"),
                includes(),
                problems);
    }

    private @Nullable YamlNode top(String key) {
        for (YamlNode document : fields.yaml().documents()) {
            YamlNode.Mapping mapping = document.asMapping();
            YamlNode value = mapping == null ? null : mapping.value(key);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private List<Service> services() {
        var read = new ArrayList<Service>();
        boolean several = fields.yaml().documents().size() > 1;
        for (YamlNode document : fields.yaml().documents()) {
            YamlNode.Mapping mapping = document.asMapping();
            for (YamlNode.Entry entry : Fields.entries(mapping == null ? null : mapping.value("services"))) {
                Service service = services.read(entry);
                int earlier = several ? index(read, service.name()) : -1;
                if (earlier < 0) {
                    read.add(service);
                } else {
                    read.set(earlier, Merging.merge(read.get(earlier), service, false));
                }
            }
        }
        return read;
    }

    private static int index(List<Service> services, String name) {
        for (int i = 0; i < services.size(); i++) {
            if (services.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private List<Resource> resources(String key) {
        var resources = new ArrayList<Resource>();
        for (YamlNode document : fields.yaml().documents()) {
            YamlNode.Mapping mapping = document.asMapping();
            for (YamlNode.Entry entry : Fields.entries(mapping == null ? null : mapping.value(key))) {
                YamlNode.Mapping node = entry.value().asMapping();
                YamlNode external = node == null ? null : node.value("external");
                resources.add(new Resource(
                        entry.key().value(),
                        fields.place(entry.key()),
                        entry.value(),
                        external != null && (external.asMapping() != null || fields.isTrue(fields.value(external))),
                        fields.value(node, "file"),
                        fields.value(node, "environment"),
                        fields.value(node, "driver")));
            }
        }
        return resources;
    }

    private List<Include> includes() {
        var includes = new ArrayList<Include>();
        for (YamlNode item : Fields.items(top("include"))) {
            YamlNode.Mapping mapping = item.asMapping();
            includes.add(
                    new Include(fields.values(mapping == null ? item : mapping.value("path")), fields.place(item)));
        }
        return includes;
    }
}
