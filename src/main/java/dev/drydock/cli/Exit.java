package dev.drydock.cli;

/// What the process tells its caller.
enum Exit {
    /// Nothing was found that fails the run.
    CLEAN(0),
    /// Something was found at the level of `--fail-on` or above.
    FOUND(1),
    /// The command line, the configuration or a named file could not be read.
    USAGE(2),
    /// Drydock itself is at fault.
    INTERNAL(3);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
