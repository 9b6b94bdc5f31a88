package dev.drydock.syntax.compose;

import dev.drydock.source.Span;
import dev.drydock.syntax.compose.Template.Literal;
import dev.drydock.syntax.compose.Template.Part;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A command given as one string, split into words as Compose does it: with quotes, without a shell.
///
/// @param words the words
/// @param operator the first unquoted `;`, `&`, `|`, `<` or `>`: Compose ends the command there, in silence
/// @param broken a parenthesis outside of quotes or a quote that is never closed: Compose refuses the command
public record ShellWords(
        List<Template> words,
        @Nullable Span operator,
        @Nullable Span broken) {

    public ShellWords {
        words = List.copyOf(words);
    }

    /// Splits a command.
    public static ShellWords split(Template command) {
        return new Splitter(command).split();
    }

    private static final class Splitter {
        private final Template command;
        private final List<Template> words = new ArrayList<>();
        private List<Part> word = new ArrayList<>();
        private int wordStart = -1;
        private final StringBuilder run = new StringBuilder();
        private int runStart;
        private char quote;
        private int quoteAt;

        Splitter(Template command) {
            this.command = command;
        }

        ShellWords split() {
            for (Part part : command.parts()) {
                if (!(part instanceof Literal literal) || literal.text().length() != part.end() - part.start()) {
                    begin(part.start());
                    flush();
                    word.add(part);
                    continue;
                }
                String text = literal.text();
                for (int i = 0; i < text.length(); i++) {
                    char c = text.charAt(i);
                    int at = part.start() + i;
                    if (c == '\\' && quote != '\'' && i + 1 < text.length()) {
                        begin(at);
                        i++;
                        flush();
                        word.add(new Literal(String.valueOf(text.charAt(i)), at, at + 2));
                    } else if (quote != 0) {
                        if (c == quote) {
                            quote = 0;
                        } else {
                            add(c, at);
                        }
                    } else if (c == '\'' || c == '"') {
                        begin(at);
                        quote = c;
                        quoteAt = at;
                    } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
                        finish(at);
                    } else if (c == ';' || c == '&' || c == '|' || c == '<' || c == '>') {
                        finish(at);
                        return new ShellWords(words, command.mapped().span(at, at + 1), null);
                    } else if (c == '(' || c == ')') {
                        finish(at);
                        return new ShellWords(words, null, command.mapped().span(at, at + 1));
                    } else {
                        begin(at);
                        add(c, at);
                    }
                }
            }
            finish(command.end());
            return new ShellWords(
                    words, null, quote == 0 ? null : command.mapped().span(quoteAt, quoteAt + 1));
        }

        private void begin(int at) {
            if (wordStart < 0) {
                wordStart = at;
            }
        }

        private void add(char c, int at) {
            if (!run.isEmpty() && runStart + run.length() != at) {
                flush();
            }
            if (run.isEmpty()) {
                runStart = at;
            }
            run.append(c);
        }

        private void flush() {
            if (!run.isEmpty()) {
                word.add(new Literal(run.toString(), runStart, runStart + run.length()));
                run.setLength(0);
            }
        }

        private void finish(int at) {
            flush();
            if (wordStart >= 0) {
                words.add(new Template(command.mapped(), word, wordStart, at));
                word = new ArrayList<>();
                wordStart = -1;
            }
        }
    }
}
