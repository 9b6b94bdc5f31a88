package dev.drydock.model.build;

import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.shell.Dialect;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The shell that shell-form commands get at a step.
///
/// @param words the executable and its arguments
/// @param set the `SHELL` instruction that chose it; null for the default of the platform
public record ShellSetting(List<String> words, Instruction.@Nullable Shell set) {

    static final ShellSetting LINUX = new ShellSetting(List.of("/bin/sh", "-c"), null);
    static final ShellSetting WINDOWS = new ShellSetting(List.of("cmd", "/S", "/C"), null);

    public ShellSetting {
        words = List.copyOf(words);
    }

    /// The executable's name without directory and `.exe`, lower case: `sh`, `bash`, `pwsh`.
    public String name() {
        String name = words.getFirst().toLowerCase(Locale.ROOT);
        int slash = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
        name = name.substring(slash + 1);
        return name.endsWith(".exe") ? name.substring(0, name.length() - 4) : name;
    }

    /// Whether it reads the language of POSIX shells.
    public boolean isPosix() {
        return switch (name()) {
            case "sh", "bash", "dash", "ash", "ksh", "mksh", "zsh", "busybox" -> true;
            case String _ -> false;
        };
    }

    /// Whether Drydock knows exactly what the shell accepts: `zsh` and `ksh` have a syntax of their own.
    public boolean isBourne() {
        return switch (name()) {
            case "sh", "bash", "dash", "ash", "busybox" -> true;
            case String _ -> false;
        };
    }

    /// Which language its scripts are in, where [#isPosix()].
    public Dialect dialect() {
        return switch (name()) {
            case "bash", "zsh", "ksh", "mksh" -> Dialect.BASH;
            case String _ -> Dialect.POSIX;
        };
    }
}
