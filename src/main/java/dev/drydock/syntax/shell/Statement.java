package dev.drydock.syntax.shell;

import dev.drydock.source.Span;
import java.util.List;

/// One statement of a shell script.
public sealed interface Statement {

    /// The statement's text, without what ends it.
    Span span();

    /// A command with its arguments; without words, the assignments and redirections alone.
    ///
    /// @param assignments those before the first word
    /// @param words the command's name and its arguments
    record SimpleCommand(List<Assignment> assignments, List<Word> words, List<Redirection> redirections, Span span)
            implements Statement {
        public SimpleCommand {
            assignments = List.copyOf(assignments);
            words = List.copyOf(words);
            redirections = List.copyOf(redirections);
        }
    }

    /// Statements joined by `|`, or one that is negated by `!`.
    record Pipeline(List<Statement> stages, boolean negated, Span span) implements Statement {
        public Pipeline {
            stages = List.copyOf(stages);
        }
    }

    /// Statements joined by `&&` and `||`, which bind alike and from the left.
    record AndOr(Statement first, List<Link> links, Span span) implements Statement {
        public AndOr {
            links = List.copyOf(links);
        }
    }

    /// One more member of an [AndOr].
    ///
    /// @param onSuccess whether it runs after success (`&&`), else after failure (`||`)
    record Link(boolean onSuccess, Statement statement) {}

    /// A statement that `&` puts into the background.
    record Background(Statement body, Span span) implements Statement {}

    /// `{ …; }`
    record Group(List<Statement> body, Span span) implements Statement {
        public Group {
            body = List.copyOf(body);
        }
    }

    /// `( … )`
    record Subshell(List<Statement> body, Span span) implements Statement {
        public Subshell {
            body = List.copyOf(body);
        }
    }

    /// `if`, with its `elif`s as further branches.
    record If(List<Branch> branches, List<Statement> otherwise, Span span) implements Statement {
        public If {
            branches = List.copyOf(branches);
            otherwise = List.copyOf(otherwise);
        }
    }

    /// A condition and what runs when it holds.
    record Branch(List<Statement> condition, List<Statement> body) {
        public Branch {
            condition = List.copyOf(condition);
            body = List.copyOf(body);
        }
    }

    /// `while` or `until`.
    record Loop(boolean until, List<Statement> condition, List<Statement> body, Span span) implements Statement {
        public Loop {
            condition = List.copyOf(condition);
            body = List.copyOf(body);
        }
    }

    /// `for name in words`; without words it goes through the positional parameters, without name it counts
    /// (`for ((…))`).
    record For(String name, List<Word> words, List<Statement> body, Span span) implements Statement {
        public For {
            words = List.copyOf(words);
            body = List.copyOf(body);
        }
    }

    /// `case subject in …`
    record Case(Word subject, List<Item> items, Span span) implements Statement {
        public Case {
            items = List.copyOf(items);
        }
    }

    /// One item of a [Case].
    record Item(List<Word> patterns, List<Statement> body) {
        public Item {
            patterns = List.copyOf(patterns);
            body = List.copyOf(body);
        }
    }

    /// The definition of a function; nothing runs by it.
    record Function(String name, Statement body, Span span) implements Statement {}

    /// `[[ … ]]`, its operators being plain words.
    record Test(List<Word> words, Span span) implements Statement {
        public Test {
            words = List.copyOf(words);
        }
    }

    /// `(( … ))`
    record ArithmeticCommand(List<WordPart> parts, Span span) implements Statement {
        public ArithmeticCommand {
            parts = List.copyOf(parts);
        }
    }

    /// A compound statement with redirections of its own.
    record Redirected(Statement body, List<Redirection> redirections, Span span) implements Statement {
        public Redirected {
            redirections = List.copyOf(redirections);
        }
    }

    /// Something that was not understood.
    record Unknown(Span span) implements Statement {}
}
