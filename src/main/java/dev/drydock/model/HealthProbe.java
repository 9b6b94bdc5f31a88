package dev.drydock.model;

import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Argument;
import dev.drydock.model.command.Command;
import dev.drydock.model.command.Commands;
import dev.drydock.model.compose.Healthcheck;
import dev.drydock.source.Place;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import dev.drydock.syntax.dockerfile.CommandLine;
import dev.drydock.syntax.dockerfile.Instruction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What Docker runs in a container to find out whether it is healthy.
///
/// @param source the file that says it
/// @param shell whether a shell reads it
/// @param span the words for it
public record HealthProbe(Source source, Commands commands, boolean shell, Span span) {

    /// The probe that a service has of its own; null where it has none, or one that nobody can read.
    public static @Nullable HealthProbe of(Healthcheck check) {
        if (check.disabled() || check.test().isEmpty()) {
            return null;
        }
        Commands commands = check.commands();
        return new HealthProbe(
                check.place().source(),
                commands,
                check.isForShell(),
                check.test().getLast().span());
    }

    /// The probe that an image has from a Dockerfile; null where it has none.
    public static @Nullable HealthProbe of(Stage image) {
        Step step = image.last(Instruction.Healthcheck.class);
        if (step == null || !(step.instruction() instanceof Instruction.Healthcheck check) || check.command() == null) {
            return null;
        }
        CommandLine command = check.command();
        return new HealthProbe(
                step.stage().file().source(), step.commands(), command instanceof CommandLine.Shell, command.span());
    }

    /// A place in the probe.
    public Place place(Span part) {
        return new Place(source, part);
    }

    /// A port of the container itself that a probe asks.
    public record Asked(int port, Span span) {}

    /// The one port of the container itself that the probe asks; null where it asks none or several.
    public @Nullable Asked asked() {
        Asked found = null;
        for (Command command : commands) {
            List<Argument> arguments = command.arguments();
            for (int i = 0; i < arguments.size(); i++) {
                Argument argument = arguments.get(i);
                int port = LocalAddress.port(argument.value());
                boolean probes = command.name().equals("nc") || command.name().equals("netcat");
                if (port == 0 && probes && i + 1 < arguments.size() && LocalAddress.isHost(argument.value())) {
                    port = LocalAddress.port("localhost:" + arguments.get(i + 1).value());
                }
                if (port != 0 && found != null && found.port() != port) {
                    return null;
                }
                found = port == 0 ? found : new Asked(port, argument.span());
            }
        }
        return commands.isComplete() ? found : null;
    }

    /// The first command that the image certainly cannot run; null where there is none, or where the probe has
    /// another way.
    public @Nullable Command missing(ContainerImage image) {
        Command first = null;
        for (Command command : commands) {
            boolean lacks = image.lacksTool(command.name());
            if (isAnotherWay(command, lacks)) {
                return null;
            }
            first = first == null && lacks ? command : first;
        }
        return commands.isComplete() && commands.packageOperations().isEmpty() ? first : null;
    }

    private static boolean isAnotherWay(Command command, boolean lacks) {
        return switch (command.name()) {
            case "exit", "false", "true", ":", "echo", "kill", "[", "test" -> false;
            case "which", "command", "type", "hash" -> true;
            case String _ -> command.isConditional() && !lacks;
        };
    }
}
