package dev.drydock.syntax.dockerfile;

import java.util.List;

/// The flags that each instruction has, as of BuildKit 0.32 (`frontend/dockerfile/instructions/parse.go`).
final class FlagTable {

    private FlagTable() {}

    /// How a flag is written.
    enum Kind {
        /// `--flag` or `--flag=true`
        BOOLEAN,
        /// `--flag=value`, once
        ONCE,
        /// `--flag=value`, as often as one likes
        REPEATED
    }

    record Known(String name, Kind kind) {}

    private static final List<Known> ADD = List.of(
            new Known("chown", Kind.ONCE),
            new Known("chmod", Kind.ONCE),
            new Known("link", Kind.BOOLEAN),
            new Known("keep-git-dir", Kind.BOOLEAN),
            new Known("checksum", Kind.ONCE),
            new Known("unpack", Kind.BOOLEAN),
            new Known("exclude", Kind.REPEATED));
    private static final List<Known> COPY = List.of(
            new Known("from", Kind.ONCE),
            new Known("chown", Kind.ONCE),
            new Known("chmod", Kind.ONCE),
            new Known("link", Kind.BOOLEAN),
            new Known("parents", Kind.BOOLEAN),
            new Known("exclude", Kind.REPEATED));
    private static final List<Known> FROM = List.of(new Known("platform", Kind.ONCE));
    private static final List<Known> RUN = List.of(
            new Known("mount", Kind.REPEATED),
            new Known("network", Kind.ONCE),
            new Known("security", Kind.ONCE),
            new Known("device", Kind.REPEATED));
    private static final List<Known> HEALTHCHECK = List.of(
            new Known("interval", Kind.ONCE),
            new Known("timeout", Kind.ONCE),
            new Known("start-period", Kind.ONCE),
            new Known("start-interval", Kind.ONCE),
            new Known("retries", Kind.ONCE));

    /// The flags of the instruction with this upper-case keyword.
    static List<Known> of(String keyword) {
        return switch (keyword) {
            case "ADD" -> ADD;
            case "COPY" -> COPY;
            case "FROM" -> FROM;
            case "RUN" -> RUN;
            case "HEALTHCHECK" -> HEALTHCHECK;
            default -> List.of();
        };
    }
}
