package dev.drydock.model.command;

import dev.drydock.source.Text;
import dev.drydock.syntax.ignore.IgnoreFile;
import org.jspecify.annotations.Nullable;

/// Where package managers put what they install.
public final class InstallDirectory {

    private InstallDirectory() {}

    /// Where an operation puts packages: absolute, perhaps with a `*` in a name; `/` for those that spread over the
    /// system. Null where it cannot be told.
    public static @Nullable String of(PackageOperation operation) {
        Command command = operation.command();
        String directory = command.directory() instanceof Text.Known(String path) ? path : null;
        PackageOperation.Option destination = operation.option(Switch.DESTINATION);
        if (destination != null) {
            return destination.value() != null && destination.value().text() instanceof Text.Known(String path)
                    ? absolute(directory, path)
                    : null;
        }
        if (operation.manager().isForSystem()) {
            return "/";
        }
        if (!operation.has(Switch.GLOBAL)) {
            String own = inProject(command);
            if (own != null) {
                return absolute(directory, own);
            }
            String environment = environment(command, directory);
            if (environment != null) {
                return environment;
            }
        }
        return operation.manager().home();
    }

    /// The virtual environment that a command works in, absolute; null where it is in none, or that cannot be told.
    public static @Nullable String ofEnvironment(Command command) {
        return environment(command, command.directory() instanceof Text.Known(String path) ? path : null);
    }

    /// The virtual environment whose `pip` runs, or that is the current one.
    private static @Nullable String environment(Command command, @Nullable String directory) {
        String executable = command.executable().value();
        int bin = executable.lastIndexOf("/bin/");
        if (bin > 0 && !executable.startsWith("/usr/")) {
            return absolute(directory, executable.substring(0, bin));
        }
        Text set = command.variable("VIRTUAL_ENV");
        return set instanceof Text.Known(String path) && path.startsWith("/") ? IgnoreFile.clean(path) : null;
    }

    /// A path as seen from a directory; null where that would have to be known.
    public static @Nullable String absolute(@Nullable String directory, String path) {
        if (path.startsWith("/")) {
            return IgnoreFile.clean(path);
        }
        return directory == null ? null : IgnoreFile.clean(directory + "/" + path);
    }

    /// Where the command puts dependencies, as seen from where it runs; null where it does not, or elsewhere.
    public static @Nullable String inProject(Command command) {
        if (command.name().startsWith("python") && command.has("-m") && command.has("venv")) {
            return command.arguments().getLast().text().or("");
        }
        PackageOperation operation = PackageOperation.of(command);
        if (operation == null
                || !operation.is(PackageManager.Action.INSTALL)
                || operation.has(Switch.GLOBAL)
                || movesAway(command)) {
            return null;
        }
        return switch (operation.manager().name()) {
            case "npm", "yarn", "pnpm", "bun" -> operation.verb().equals("fetch") ? null : "node_modules";
            case "composer" -> operation.verb().equals("create-project") ? null : "vendor";
            case "uv" -> operation.verb().equals("sync") ? where(command, "UV_PROJECT_ENVIRONMENT") : null;
            case "poetry" -> isTrue(command, "POETRY_VIRTUALENVS_IN_PROJECT") ? ".venv" : null;
            case "bundle" -> command.variable("BUNDLE_PATH") instanceof Text.Known(String path) ? path : null;
            case "pipenv" -> isTrue(command, "PIPENV_VENV_IN_PROJECT") ? ".venv" : null;
            default -> null;
        };
    }

    /// Whether an option says that the project is elsewhere.
    public static boolean movesAway(Command command) {
        for (Argument argument : command.arguments()) {
            String prefix = argument.prefix();
            if (prefix.equals("-C")
                    || prefix.equals("-d")
                    || prefix.startsWith("--prefix")
                    || prefix.startsWith("--cwd")
                    || prefix.startsWith("--dir")
                    || prefix.startsWith("--project")
                    || prefix.startsWith("--working-dir")
                    || prefix.startsWith("--manifest-path")
                    || prefix.startsWith("--path=")
                    || prefix.startsWith("--gemfile")
                    || prefix.startsWith("--modules-folder")) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String where(Command command, String variable) {
        Text value = command.variable(variable);
        return value == null ? ".venv" : value instanceof Text.Known(String path) && !path.isEmpty() ? path : null;
    }

    private static boolean isTrue(Command command, String variable) {
        Text value = command.variable(variable);
        return value != null && (value.is("1") || value.is("true"));
    }
}
