package dev.drydock.model.build;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A label that a project asks for.
///
/// @param type what its value must be
public record LabelRequirement(String name, LabelType type) {

    /// Those that a configuration writes as `name=type`, or as `name` for any text.
    public static List<LabelRequirement> read(List<String> entries) {
        var requirements = new ArrayList<LabelRequirement>();
        for (String entry : entries) {
            int equals = entry.lastIndexOf('=');
            LabelType type = equals < 0 ? null : LabelType.named(entry.substring(equals + 1));
            requirements.add(new LabelRequirement(
                    equals < 0 ? entry : entry.substring(0, equals), type == null ? LabelType.TEXT : type));
        }
        return requirements;
    }

    /// The one for the label of this name, or null.
    public static @Nullable LabelRequirement of(List<LabelRequirement> requirements, String name) {
        for (LabelRequirement requirement : requirements) {
            if (requirement.name().equals(name)) {
                return requirement;
            }
        }
        return null;
    }

    /// Whether the stage has the label, of its own or from a stage that it starts from.
    public boolean isMetBy(Stage stage) {
        for (Stage one : stage.lineage()) {
            for (Step step : one.steps()) {
                if (step.labels(name)) {
                    return true;
                }
            }
        }
        return false;
    }
}
