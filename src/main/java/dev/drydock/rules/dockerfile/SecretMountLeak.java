package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.MountedSecret;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Argument;
import dev.drydock.model.command.Command;
import dev.drydock.model.command.Commands;
import dev.drydock.model.command.FileWrite;
import dev.drydock.model.command.Removal;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Span;
import dev.drydock.syntax.shell.Redirection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A mounted secret that a `RUN` copies into its layer.
public final class SecretMountLeak implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Step step : file.runs()) {
            for (MountedSecret secret : MountedSecret.of(step)) {
                check(step, secret, report);
            }
        }
    }

    private static void check(Step step, MountedSecret secret, Report report) {
        for (Command command : step.commands()) {
            Span use = use(command, secret);
            if (use == null) {
                continue;
            }
            Command writer = writer(command, step.commands());
            Argument file = writer == null ? null : written(writer);
            if (file == null || isGone(step, file.value())) {
                continue;
            }
            report.at(
                            step.stage().file().source(),
                            use,
                            "the mounted secret goes into a file of the layer, where it stays; let the command read "
                                    + "the mount itself")
                    .related(step.stage().file().source(), file.span(), "written here")
                    .related(step.stage().file().source(), secret.mount().flag().span(), "mounted here");
        }
    }

    /// Where a command reads the secret, or null.
    private static @Nullable Span use(Command command, MountedSecret secret) {
        for (Argument argument : command.arguments()) {
            if (!secret.path().isEmpty() && argument.is(secret.path())) {
                return argument.span();
            }
        }
        for (Redirection redirection : command.redirections()) {
            if (redirection.operator().equals("<") && redirection.target().is(secret.path())) {
                return redirection.target().span();
            }
        }
        return null;
    }

    /// The command that puts what `reader` reads into a file: itself, what it pipes into, or the one that captures
    /// it.
    private static @Nullable Command writer(Command reader, Commands commands) {
        for (Command each = reader; each != null; each = each.pipedInto()) {
            if (written(each) != null) {
                return each;
            }
        }
        Command printer = reader.isCaptured() ? commands.capturer(reader) : null;
        if (printer != null && (printer.name().equals("echo") || printer.name().equals("printf"))) {
            return writer(printer, commands);
        }
        return null;
    }

    /// The file that a command leaves a copy of its input in, or null.
    private static @Nullable Argument written(Command command) {
        List<FileWrite> writes = FileWrite.of(command);
        boolean copies = switch (command.name()) {
            case "cat", "echo", "printf", "tee", "sed", "envsubst", "base64", "tr", "" -> true;
            default -> false;
        };
        if (copies && !writes.isEmpty()) {
            return writes.getFirst().path();
        }
        boolean moves = command.name().equals("cp") || command.name().equals("install");
        return moves && command.arguments().size() > 1 ? command.arguments().getLast() : null;
    }

    /// Whether the file is not part of the layer: on a mount, or removed by the same `RUN`.
    private static boolean isGone(Step step, String path) {
        if (path.isEmpty() || step.mountOver(path) != null || path.startsWith("/run/") || path.startsWith("/dev/")) {
            return true;
        }
        for (Command command : step.commands()) {
            Removal removal = Removal.of(command);
            if (removal == null) {
                continue;
            }
            for (Argument removed : removal.paths()) {
                if (!removed.text().isKnown() || removed.is(path)) {
                    return true;
                }
            }
            if (removal.empties(path)) {
                return true;
            }
        }
        return false;
    }
}
