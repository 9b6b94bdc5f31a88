package dev.drydock.model.command;

import dev.drydock.source.Span;
import dev.drydock.syntax.shell.Assignment;
import dev.drydock.syntax.shell.Redirection;
import dev.drydock.syntax.shell.Word;
import dev.drydock.syntax.shell.WordPart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A variable that a command line uses and expects to be set: `$NAME` or `${NAME}`, but not `${NAME:-default}`.
public record ShellReference(String name, Span span) {

    /// The references in commands to variables that none of the commands sets, each place once.
    public static List<ShellReference> of(Commands commands) {
        var walk = new Walk();
        for (Command command : commands) {
            walk.command(command);
        }
        walk.found.removeIf(reference -> walk.assigned.contains(reference.name));
        return walk.found;
    }

    private static final class Walk {
        private final List<ShellReference> found = new ArrayList<>();
        private final Set<Integer> seen = new HashSet<>();
        private final Set<String> assigned = new HashSet<>();

        void command(Command command) {
            for (Assignment assignment : command.assignments()) {
                assigned.add(assignment.name());
                word(assignment.value());
            }
            boolean assigns = switch (command.name()) {
                case "export", "local", "declare", "read", "readonly", "typeset", "getopts", "mapfile" -> true;
                case String _ -> false;
            };
            for (Argument argument : command.arguments()) {
                if (assigns) {
                    int equals = argument.prefix().indexOf('=');
                    assigned.add(
                            equals < 0 ? argument.prefix() : argument.prefix().substring(0, equals));
                }
                word(argument.word());
            }
            for (Redirection redirection : command.redirections()) {
                word(redirection.target());
            }
            word(command.executable().word());
        }

        private void word(Word word) {
            parts(word.parts());
        }

        private void parts(List<WordPart> parts) {
            for (WordPart part : parts) {
                switch (part) {
                    case WordPart.Parameter parameter -> {
                        if (parameter.operator().isEmpty()
                                && seen.add(parameter.span().start())) {
                            found.add(new ShellReference(parameter.name(), parameter.span()));
                        }
                    }
                    case WordPart.DoubleQuoted quoted -> parts(quoted.parts());
                    case WordPart.Array array -> array.elements().forEach(this::word);
                    // The commands inside substitutions are among the commands themselves.
                    case WordPart.Literal _,
                            WordPart.Escaped _,
                            WordPart.SingleQuoted _,
                            WordPart.AnsiQuoted _,
                            WordPart.Glob _,
                            WordPart.Tilde _,
                            WordPart.Braces _,
                            WordPart.CommandSubstitution _,
                            WordPart.ProcessSubstitution _,
                            WordPart.Arithmetic _ -> {
                        // No reference of this command's own.
                    }
                }
            }
        }
    }
}
