package dev.drydock.config;

import java.util.List;

/// A configuration that cannot be taken as it stands.
public final class ConfigException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<String> messages;

    /// All that is wrong.
    ///
    /// @param messages one line each, beginning with `file:line:column:` where a file is at fault
    public ConfigException(List<String> messages) {
        super(String.join("\n", messages));
        this.messages = List.copyOf(messages);
    }

    /// All that is wrong, one line each.
    public List<String> messages() {
        return messages;
    }
}
