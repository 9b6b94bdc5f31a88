package dev.drydock.model.command;

import dev.drydock.source.Span;
import dev.drydock.syntax.shell.Redirection;
import java.util.ArrayList;
import java.util.List;

/// A file that a command's output goes into, by a redirection or `tee`.
///
/// @param path where; may be unknown
/// @param appends whether what is in the file stays
public record FileWrite(Command command, Argument path, boolean appends, Span span) {

    /// What `command` writes by redirections, and by `tee`. Devices are no files.
    public static List<FileWrite> of(Command command) {
        List<FileWrite> writes = new ArrayList<>();
        for (Redirection redirection : command.redirections()) {
            if (!redirection.writesFile()) {
                continue;
            }
            List<Argument> targets = new ArrayList<>();
            Fields.expand(redirection.target(), command.scope(), targets);
            for (Argument target : targets) {
                boolean appends = redirection.operator().endsWith(">>");
                add(writes, new FileWrite(command, target, appends, redirection.span()));
            }
        }
        if (command.name().equals("tee")) {
            boolean appends = command.has("-a") || command.has("--append");
            for (Argument argument : command.arguments()) {
                if (!argument.isOption()) {
                    add(writes, new FileWrite(command, argument, appends, argument.span()));
                }
            }
        }
        return writes;
    }

    private static void add(List<FileWrite> writes, FileWrite write) {
        if (!write.path().prefix().startsWith("/dev/")) {
            writes.add(write);
        }
    }
}
