package dev.drydock.model.command;

import dev.drydock.source.Text;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The variables of a script at one point. Each assignment makes a new scope on top, so that a command can keep the
/// one it ran in.
final class Scope implements Function<String, @Nullable Text> {

    private final @Nullable Scope below;
    private final String name;
    private final @Nullable Text value;
    private final @Nullable Function<String, @Nullable Text> outside;

    private Scope(
            @Nullable Scope below,
            String name,
            @Nullable Text value,
            @Nullable Function<String, @Nullable Text> outside) {
        this.below = below;
        this.name = name;
        this.value = value;
        this.outside = outside;
    }

    /// The variables that a script starts with.
    static Scope of(Function<String, @Nullable Text> outside) {
        return new Scope(null, "", null, outside);
    }

    /// This scope with one variable set, or unset where `value` is null.
    Scope with(String variable, @Nullable Text newValue) {
        return new Scope(this, variable, newValue, null);
    }

    /// This scope after something set who knows what.
    Scope unknown() {
        return new Scope(null, "", null, _ -> Text.unknown());
    }

    /// This scope after a script that nobody shows: it may set any variable, and hardly ever goes elsewhere for
    /// good.
    Scope unknownButDirectory() {
        return unknown().with("PWD", apply("PWD"));
    }

    /// This scope after something that may have run and would have left `other`.
    Scope afterPerhaps(Scope other) {
        Scope joined = this;
        for (Scope scope = other; scope != null && scope != this; scope = scope.below) {
            if (scope.outside != null) {
                return unknown();
            }
            joined = joined.with(scope.name, Text.unknown());
        }
        return joined;
    }

    @Override
    public @Nullable Text apply(String variable) {
        for (Scope scope = this; scope != null; scope = scope.below) {
            if (scope.outside != null) {
                Text known = scope.outside.apply(variable);
                return known == null && isSetByTheShell(variable) ? Text.unknown() : known;
            }
            if (scope.name.equals(variable)) {
                return scope.value;
            }
        }
        return Text.unknown();
    }

    private static boolean isSetByTheShell(String variable) {
        if (variable.isEmpty() || (!Character.isLetter(variable.charAt(0)) && variable.charAt(0) != '_')) {
            return true;
        }
        return switch (variable) {
            case "HOME",
                    "PATH",
                    "PWD",
                    "OLDPWD",
                    "USER",
                    "LOGNAME",
                    "HOSTNAME",
                    "IFS",
                    "SHELL",
                    "UID",
                    "EUID",
                    "PPID",
                    "RANDOM",
                    "SECONDS",
                    "OPTARG",
                    "OPTIND",
                    "REPLY",
                    "TERM",
                    "HOSTTYPE",
                    "OSTYPE",
                    "MACHTYPE",
                    "_" -> true;
            default -> variable.startsWith("BASH");
        };
    }
}
