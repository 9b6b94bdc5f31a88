package dev.drydock.model.compose;

import dev.drydock.model.command.Command;
import dev.drydock.model.command.Commands;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.model.data.DataTable;
import dev.drydock.syntax.image.ImageReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A well-known image of a service that keeps data, or that nobody outside should reach.
///
/// @param kind such as `database`
/// @param data the directories where its data lie; empty where it keeps none
/// @param ports the ports on which it listens
public record ServiceImage(String name, String kind, List<String> data, List<String> ports) {

    private static final class Table {
        static final Map<String, ServiceImage> BY_NAME = read();
        static final Set<String> CLIENTS = programs(1);
        static final Set<String> SERVERS = programs(2);
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

    /// Whether a service starts nothing but a program that asks a server elsewhere, as one that fills or saves a
    /// database does.
    public static boolean isClient(Service service) {
        CommandLine entrypoint = service.entrypoint();
        if (entrypoint != null && !entrypoint.words().isEmpty() && !startsServer(entrypoint)) {
            return true;
        }
        CommandLine started = service.command() != null ? service.command() : service.entrypoint();
        boolean asks = false;
        for (Command command : started == null ? Commands.none() : started.commands()) {
            String program = command.name().substring(command.name().lastIndexOf('/') + 1);
            if (Table.SERVERS.contains(program)) {
                return false;
            }
            asks |= Table.CLIENTS.contains(program);
        }
        return asks;
    }

    /// Whether an entrypoint is certain to start the server of a database, or the script that does.
    private static boolean startsServer(CommandLine entrypoint) {
        for (Value word : entrypoint.words()) {
            if (!word.isKnown()) {
                return false;
            }
            for (String part : DataTable.split(word.or(""), ' ')) {
                String name = part.substring(part.lastIndexOf('/') + 1);
                if (Table.SERVERS.contains(name) || name.startsWith("docker-entrypoint") || name.endsWith("-server")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Set<String> programs(int column) {
        Set<String> programs = new HashSet<>();
        for (String[] row : DataTable.rows("database-clients.tsv")) {
            programs.addAll(list(row[column]));
        }
        return programs;
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
