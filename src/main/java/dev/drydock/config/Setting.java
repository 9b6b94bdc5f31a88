package dev.drydock.config;

import dev.drydock.rule.Severity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the configuration says of one rule.
///
/// @param state whether it is to run; [State#UNSAID] where only options are given
/// @param level the level of its findings, or null for the rule's own
/// @param options values by option name
public record Setting(State state, @Nullable Severity level, Map<String, List<String>> options) {

    /// Whether a rule is to run.
    public enum State {
        ON,
        OFF,
        UNSAID
    }

    static final Setting NONE = new Setting(State.UNSAID, null, Map.of());

    public Setting {
        options = Map.copyOf(options);
    }
}
