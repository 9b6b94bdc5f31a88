package dev.drydock.cli;

import java.util.List;

/// Something is asked that cannot be done as asked: exit 2, one line each.
final class UsageException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<String> messages;

    UsageException(String message) {
        this(List.of(message));
    }

    UsageException(List<String> messages) {
        super(String.join("\n", messages));
        this.messages = List.copyOf(messages);
    }

    List<String> messages() {
        return messages;
    }
}
