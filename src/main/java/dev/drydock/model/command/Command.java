package dev.drydock.model.command;

import dev.drydock.source.Span;
import dev.drydock.source.Text;
import dev.drydock.syntax.shell.Assignment;
import dev.drydock.syntax.shell.Redirection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One command that runs.
public final class Command {

    /// Where a command stands among others.
    ///
    /// @param conditional whether it may not run although all before it succeeded: in an `if`, after `||`,
    ///     after a test
    /// @param captured whether its output becomes text of another command: inside `$(…)`
    /// @param wrapper the command that runs it, such as `sudo` or `sh -c`; null where the shell does
    record Place(
            boolean conditional, boolean captured, @Nullable Command wrapper) {}

    private final String name;
    private final Argument executable;
    private final List<Argument> arguments;
    private final List<Assignment> assignments;
    private final List<Redirection> redirections;
    private final Span span;
    private final Place place;
    private final Scope scope;
    private @Nullable Command pipedFrom;
    private @Nullable Command pipedInto;
    /// What it does to packages, once somebody has asked: many rules do.
    private @Nullable PackageOperation packageOperation;

    private boolean packageOperationRead;

    Command(
            Argument executable,
            List<Argument> arguments,
            List<Assignment> assignments,
            List<Redirection> redirections,
            Span span,
            Place place,
            Scope scope) {
        this.executable = executable;
        this.name = baseName(executable.value());
        this.arguments = List.copyOf(arguments);
        this.assignments = List.copyOf(assignments);
        this.redirections = List.copyOf(redirections);
        this.span = span;
        this.place = place;
        this.scope = scope;
    }

    private static String baseName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// The executable's name without directories; empty where it is unknown, or where there are only redirections.
    public String name() {
        return name;
    }

    public Argument executable() {
        return executable;
    }

    /// What follows the name.
    public List<Argument> arguments() {
        return arguments;
    }

    /// The assignments before the name.
    public List<Assignment> assignments() {
        return assignments;
    }

    public List<Redirection> redirections() {
        return redirections;
    }

    /// The command with all its arguments and redirections.
    public Span span() {
        return span;
    }

    /// Whether it may not run although all before it succeeded: in an `if`, after `||`, after a test.
    public boolean isConditional() {
        return place.conditional();
    }

    /// Whether its output becomes text of another command: inside `$(…)`.
    public boolean isCaptured() {
        return place.captured();
    }

    /// The command that runs this one, such as `sudo` or `sh -c`; null where the shell does.
    public @Nullable Command wrapper() {
        return place.wrapper();
    }

    /// The command whose output this one reads, or null.
    public @Nullable Command pipedFrom() {
        return pipedFrom;
    }

    /// The command that reads this one's output, or null.
    public @Nullable Command pipedInto() {
        return pipedInto;
    }

    /// Whether something runs it that may make it another user's.
    public boolean mayRunAsAnother() {
        for (Command each = place.wrapper(); each != null; each = each.wrapper()) {
            switch (each.name()) {
                case "sudo",
                        "doas",
                        "su",
                        "runuser",
                        "gosu",
                        "su-exec",
                        "setpriv",
                        "setuidgid",
                        "s6-setuidgid",
                        "chroot" -> {
                    return true;
                }
                case String _ -> {
                    // Leaves the user who it is.
                }
            }
        }
        return false;
    }

    /// Whether something answers where it asks: a pipe, a file or a here-document.
    boolean readsInput() {
        if (pipedFrom != null) {
            return true;
        }
        for (Redirection redirection : redirections) {
            if (redirection.operator().startsWith("<")) {
                return true;
            }
        }
        return false;
    }

    /// A variable as the command sees it: null where it is not set.
    public @Nullable Text variable(String variable) {
        return scope.apply(variable);
    }

    /// The directory that the command runs in, absolute: that of the step, or where a `cd` before it went.
    public Text directory() {
        Text directory = scope.apply("PWD");
        return directory == null ? Text.unknown() : directory;
    }

    @Nullable
    PackageOperation packageOperation() {
        if (!packageOperationRead) {
            packageOperation = PackageOperation.read(this);
            packageOperationRead = true;
        }
        return packageOperation;
    }

    /// Whether an argument is certainly this one.
    public boolean has(String argument) {
        for (Argument each : arguments) {
            if (each.is(argument)) {
                return true;
            }
        }
        return false;
    }

    /// Whether this is a shell that runs the script that it reads from its input.
    public boolean readsScript() {
        return NestedShell.script(arguments) < 0 && NestedShell.readsInput(arguments);
    }

    Scope scope() {
        return scope;
    }

    void readsFrom(Command other) {
        if (pipedFrom == null) {
            pipedFrom = other;
        }
    }

    void writesInto(Command other) {
        if (pipedInto == null) {
            pipedInto = other;
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(executable.text().or("?"));
        for (Argument argument : arguments) {
            text.append(' ').append(argument.text().or(argument.prefix() + "?"));
        }
        return text.toString();
    }
}
