package dev.drydock.model.build;

import dev.drydock.model.data.DataTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A platform as in `linux/arm64`, by the names that containerd gives it.
///
/// @param variant as in `v7`; empty where none is written, or where it is the usual one
public record Platform(String system, String architecture, String variant) {

    /// Reads a platform; null where it is none that containerd would take apart.
    public static @Nullable Platform of(String text) {
        List<String> parts = DataTable.split(text, '/');
        return switch (parts.size()) {
            case 1 -> isSystem(text) ? null : of("linux", text, "");
            case 2 -> of(parts.getFirst(), parts.get(1), "");
            case 3 -> of(parts.getFirst(), parts.get(1), parts.get(2));
            default -> null;
        };
    }

    private static boolean isSystem(String text) {
        return text.isEmpty() || text.equals("linux") || text.equals("windows");
    }

    private static Platform of(String system, String architecture, String variant) {
        return switch (architecture) {
            case "x86_64", "x86-64" -> new Platform(system, "amd64", variant);
            case "aarch64" -> new Platform(system, "arm64", "");
            case "arm64" -> new Platform(system, "arm64", variant.equals("v8") ? "" : variant);
            case "armhf" -> new Platform(system, "arm", "v7");
            case String _ -> new Platform(system, architecture, variant);
        };
    }

    /// Whether it is the other platform, as far as both say.
    public boolean runs(Platform other) {
        return system.equals(other.system) && architecture.equals(other.architecture);
    }

    @Override
    public String toString() {
        return system + "/" + architecture + (variant.isEmpty() ? "" : "/" + variant);
    }
}
