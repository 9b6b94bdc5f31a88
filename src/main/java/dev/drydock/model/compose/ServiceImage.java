package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.Value;
import dev.drydock.model.data.DataTable;
import dev.drydock.syntax.image.ImageReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A well-known image of a service that keeps data, or that nobody outside should reach.
///
/// @param kind such as `database`
/// @param data the directories where its data lie; empty where it keeps none
/// @param ports the ports on which it listens
public record ServiceImage(String name, String kind, List<String> data, List<String> ports) {

    private static final class Table {
        static final Map<String, ServiceImage> BY_NAME = read();
    }

    public ServiceImage {
        data = List.copyOf(data);
        ports = List.copyOf(ports);
    }

    /// The image that a service runs; null where it is none of these, or unknown.
    public static @Nullable ServiceImage of(Service service) {
        Value image = service.image();
        ImageReference reference = image == null || service.build() != null
                ? null
                : ImageReference.parse(image.withDefaults().or(""));
        return reference == null ? null : named(reference.familiarName());
    }

    /// The image of this name; null where it is none of these.
    public static @Nullable ServiceImage named(String familiarName) {
        return Table.BY_NAME.get(familiarName);
    }

    private static Map<String, ServiceImage> read() {
        Map<String, ServiceImage> images = new HashMap<>();
        for (String[] row : DataTable.rows("service-images.tsv")) {
            images.put(row[0], new ServiceImage(row[0], row[1], list(row[2]), list(row[3])));
        }
        return images;
    }

    private static List<String> list(String field) {
        return field.equals("-") ? List.of() : DataTable.split(field, ',');
    }
}
