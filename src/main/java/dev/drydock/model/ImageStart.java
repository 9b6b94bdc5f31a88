package dev.drydock.model;

import dev.drydock.model.build.Step;
import dev.drydock.model.command.Argument;
import dev.drydock.model.command.Command;
import dev.drydock.model.command.Commands;
import dev.drydock.model.data.DataTable;
import dev.drydock.source.Place;
import dev.drydock.syntax.dockerfile.CommandLine;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a container of an image starts.
///
/// @param step the instruction that names the first process: the `ENTRYPOINT`, or the `CMD` where there is none
/// @param line what it says
/// @param further the words that `CMD` adds to an `ENTRYPOINT` in the exec form
/// @param commands what runs, with those words
public record ImageStart(Step step, CommandLine line, List<Word> further, Commands commands) {

    public ImageStart {
        further = List.copyOf(further);
    }

    static @Nullable ImageStart of(@Nullable Step entrypoint, @Nullable Step cmd) {
        Step first = entrypoint == null ? cmd : entrypoint;
        CommandLine line = first == null ? null : line(first);
        if (first == null || line == null) {
            return null;
        }
        List<Word> further = first != cmd
                        && cmd != null
                        && line instanceof CommandLine.Exec
                        && line(cmd) instanceof CommandLine.Exec more
                ? more.arguments()
                : List.of();
        Commands commands =
                line instanceof CommandLine.Exec exec ? first.commandsWith(exec, further) : first.commands();
        return new ImageStart(first, line, further, commands);
    }

    private static @Nullable CommandLine line(Step step) {
        return switch (step.instruction()) {
            case Instruction.Cmd cmd -> cmd.command();
            case Instruction.Entrypoint entrypoint -> entrypoint.command();
            default -> null;
        };
    }

    /// Where it is written.
    public Place place() {
        return new Place(step.stage().file().source(), line.span());
    }

    /// Its words, those of a script among them.
    public List<String> words() {
        var words = new ArrayList<String>();
        switch (line) {
            case CommandLine.Shell(var text) -> split(text.text(), words);
            case CommandLine.Exec exec -> exec.arguments().forEach(word -> split(word.text(), words));
        }
        further.forEach(word -> split(word.text(), words));
        return words;
    }

    private static void split(String text, List<String> words) {
        for (String word : DataTable.split(text.replace('\n', ' '), ' ')) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
    }

    /// The last command, which goes on as long as the container does; null where nothing is known to run.
    public @Nullable Command last() {
        return commands.list().isEmpty() ? null : commands.list().getLast();
    }

    /// Whether the script hands its process over to a program, or looks after signals itself.
    public boolean yieldsToProgram() {
        for (Command command : commands.list()) {
            boolean yields = switch (command.name()) {
                case "exec", "trap", "gosu", "su-exec", "tini", "dumb-init", "catatonit", "s6-svscan" -> true;
                case String _ -> false;
            };
            if (yields) {
                return true;
            }
        }
        return false;
    }

    /// Whether a program gets an argument.
    public boolean gives(String argument) {
        for (Command command : commands.list()) {
            for (Argument each : command.arguments()) {
                if (each.is(argument)) {
                    return true;
                }
            }
        }
        return false;
    }
}
