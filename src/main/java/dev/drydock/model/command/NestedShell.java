package dev.drydock.model.command;

import dev.drydock.syntax.shell.Dialect;
import java.util.List;

/// Where a shell's arguments hold the script it runs.
final class NestedShell {

    private NestedShell() {}

    static Dialect dialect(String shell) {
        return switch (shell) {
            case "bash", "zsh", "ksh", "mksh" -> Dialect.BASH;
            default -> Dialect.POSIX;
        };
    }

    /// The index of the string after `-c`, which may stand among other letters, as in `-exc`; -1 where there is
    /// none.
    static int script(List<Argument> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            Argument argument = arguments.get(i);
            if (!argument.isOption()) {
                return -1;
            }
            String option = argument.prefix();
            if (option.equals("-o")
                    || option.equals("-O")
                    || option.equals("--rcfile")
                    || option.equals("--init-file")) {
                i++;
            } else if (!option.startsWith("--") && option.indexOf('c') > 0) {
                int next = i + 1;
                // `bash -c -e 'script'` and `bash -o pipefail -ec 'script'`: options may stand between.
                while (next < arguments.size() && arguments.get(next).isOption()) {
                    next += arguments.get(next).is("-o") ? 2 : 1;
                }
                return next < arguments.size() ? next : -1;
            }
        }
        return -1;
    }

    /// Whether a shell with these arguments runs what it reads.
    static boolean readsInput(List<Argument> arguments) {
        for (Argument argument : arguments) {
            if (argument.is("-s") || argument.is("-")) {
                return true;
            }
            if (!argument.isOption()) {
                return false;
            }
        }
        return true;
    }

    /// The index of the option of `su` before its command, -1 where there is none.
    static int commandOption(List<Argument> arguments) {
        for (int i = 0; i + 1 < arguments.size(); i++) {
            Argument argument = arguments.get(i);
            if (argument.is("-c") || argument.is("--command") || argument.is("-lc")) {
                return i;
            }
        }
        return -1;
    }

    /// The index of the module after `python -m`, which then is the command; -1 where there is none.
    static int pythonModule(List<Argument> arguments) {
        for (int i = 0; i + 1 < arguments.size(); i++) {
            Argument argument = arguments.get(i);
            if (argument.is("-m")) {
                return i + 1;
            }
            if (!argument.isOption()) {
                return -1;
            }
            if (argument.is("-W") || argument.is("-X")) {
                i++;
            }
        }
        return -1;
    }
}
