package dev.drydock.syntax.dockerfile;

import dev.drydock.source.MappedText;
import dev.drydock.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `RUN`, `CMD`, `ENTRYPOINT` or `HEALTHCHECK CMD` runs.
public sealed interface CommandLine {
    Span span();

    /// A text for the stage's shell. With heredocs, the text may be no more than their openers.
    record Shell(MappedText text) implements CommandLine {
        @Override
        public Span span() {
            return text.span();
        }

        /// The words as a JSON array, null where a shell would do more with them than split them.
        public @Nullable String asExec() {
            String words = text.text();
            var json = new StringBuilder("[\"");
            boolean blank = false;
            for (int i = 0; i < words.length(); i++) {
                char character = words.charAt(i);
                if (character == ' ' || character == '\t') {
                    blank = true;
                } else if (Character.isLetterOrDigit(character) || "_./:=@%+,-".indexOf(character) >= 0) {
                    json.append(blank ? "\", \"" : "").append(character);
                    blank = false;
                } else {
                    return null;
                }
            }
            // A word before the command that sets a variable needs the shell.
            int space = words.indexOf(' ');
            boolean assignment = words.indexOf('=') >= 0 && (space < 0 || words.indexOf('=') < space);
            String first = space < 0 ? words : words.substring(0, space);
            return assignment || isOfShell(first) ? null : json.append("\"]").toString();
        }

        /// Whether a command is a part of the shell and no program.
        private static boolean isOfShell(String command) {
            return switch (command) {
                case "",
                        ".",
                        ":",
                        "cd",
                        "command",
                        "eval",
                        "exec",
                        "exit",
                        "export",
                        "set",
                        "source",
                        "trap",
                        "ulimit",
                        "umask",
                        "unset",
                        "wait" -> true;
                case String _ -> false;
            };
        }
    }

    /// A JSON array: an executable and its arguments, no shell between.
    ///
    /// @param span with the brackets
    record Exec(List<Word> arguments, Span span) implements CommandLine {
        public Exec {
            arguments = List.copyOf(arguments);
        }
    }
}
