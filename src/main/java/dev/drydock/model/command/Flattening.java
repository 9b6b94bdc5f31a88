package dev.drydock.model.command;

import dev.drydock.source.MappedText;
import dev.drydock.source.Span;
import dev.drydock.source.Text;
import dev.drydock.syntax.shell.Assignment;
import dev.drydock.syntax.shell.Dialect;
import dev.drydock.syntax.shell.Redirection;
import dev.drydock.syntax.shell.Script;
import dev.drydock.syntax.shell.ShellReader;
import dev.drydock.syntax.shell.Statement;
import dev.drydock.syntax.shell.Word;
import dev.drydock.syntax.shell.WordPart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Goes through a script as a shell would, as far as that can be told from the text.
final class Flattening {

    /// Shells in shells, functions in functions and wrappers around wrappers: no deeper than this.
    private static final int MAX_DEPTH = 12;

    /// A function that calls itself twice is not followed to the end of all its calls.
    private static final int MAX_COMMANDS = 5000;

    private final Dialect dialect;
    private final List<Command> commands = new ArrayList<>();
    private final List<NestedScript> nested = new ArrayList<>();
    private final Map<String, Statement> functions = new HashMap<>();
    private Scope scope;
    private boolean complete = true;
    private int depth;
    /// The script's last statement: its exit status is the script's.
    private @Nullable Statement last;

    Flattening(Dialect dialect, Scope scope) {
        this.dialect = dialect;
        this.scope = scope;
    }

    Commands commands() {
        return new Commands(commands, complete, nested);
    }

    void run(Script script) {
        List<Statement> statements = script.statements();
        last = statements.isEmpty() ? null : statements.getLast();
        all(statements, new Command.Place(false, false, null));
    }

    /// Runs an exec form.
    void run(List<Argument> words) {
        Span span = words.getFirst().span().to(words.getLast().span());
        start(words, List.of(), List.of(), span, new Command.Place(false, false, null));
    }

    private void all(List<Statement> statements, Command.Place place) {
        for (Statement statement : statements) {
            run(statement, place);
        }
    }

    private void run(Statement statement, Command.Place place) {
        switch (statement) {
            case Statement.SimpleCommand command -> simple(command, place);
            case Statement.Pipeline pipeline -> pipeline(pipeline, place);
            case Statement.AndOr list -> andOr(list, place);
            case Statement.Background background -> run(background.body(), place);
            case Statement.Group group -> all(group.body(), place);
            case Statement.Subshell subshell -> {
                Scope outer = scope;
                all(subshell.body(), place);
                scope = outer;
            }
            case Statement.If condition -> condition(condition, place);
            case Statement.Loop loop -> {
                all(loop.condition(), place);
                perhaps(loop.body(), place);
            }
            case Statement.For loop -> {
                words(loop.words(), place);
                List<Argument> values = new ArrayList<>();
                for (Word word : loop.words()) {
                    Fields.expand(word, scope, values);
                }
                Text value = values.size() == 1 ? values.getFirst().text() : Text.unknown();
                scope = scope.with(loop.name(), value);
                if (!values.isEmpty() && values.getFirst().text().isKnown()) {
                    all(loop.body(), place);
                } else {
                    perhaps(loop.body(), place);
                }
            }
            case Statement.Case selection -> {
                words(List.of(selection.subject()), place);
                for (Statement.Item item : selection.items()) {
                    perhaps(item.body(), place);
                }
            }
            case Statement.Function function -> functions.put(function.name(), function.body());
            case Statement.Redirected redirected -> {
                int from = commands.size();
                run(redirected.body(), place);
                redirected(redirected, from, place);
            }
            case Statement.Test test -> words(test.words(), place);
            case Statement.ArithmeticCommand arithmetic -> parts(arithmetic.parts(), place);
            case Statement.Unknown _ -> {
                complete = false;
                scope = scope.unknown();
            }
        }
    }

    /// A compound statement's own redirections: an entry of their own, for they may write files.
    private void redirected(Statement.Redirected statement, int from, Command.Place place) {
        Span span = statement.redirections().getFirst().span();
        for (Redirection redirection : statement.redirections()) {
            span = span.to(redirection.span());
        }
        Word nothing = new Word(List.of(), Span.at(span.start()));
        Argument none = new Argument(Text.of(""), "", nothing);
        Command command = new Command(none, List.of(), List.of(), statement.redirections(), span, place, scope);
        for (int i = from; i < commands.size(); i++) {
            commands.get(i).writesInto(command);
        }
        commands.add(command);
    }

    private void andOr(Statement.AndOr list, Command.Place place) {
        run(list.first(), place);
        boolean gated = !Tests.isGuard(list, last);
        boolean conditional = place.conditional() || (gated && Tests.isTest(list.first()));
        for (Statement.Link link : list.links()) {
            if (conditional || !link.onSuccess()) {
                perhaps(List.of(link.statement()), place);
                boolean always = !link.onSuccess() && Tests.alwaysSucceeds(link.statement());
                conditional = !always || place.conditional();
            } else {
                run(link.statement(), place);
                conditional = gated && Tests.isTest(link.statement());
            }
        }
    }

    private void condition(Statement.If condition, Command.Place place) {
        boolean first = true;
        for (Statement.Branch branch : condition.branches()) {
            if (first) {
                all(branch.condition(), place);
            } else {
                perhaps(branch.condition(), place);
            }
            first = false;
            perhaps(branch.body(), place);
        }
        perhaps(condition.otherwise(), place);
    }

    /// Runs what may not run: variables that it sets are unknown afterwards.
    private void perhaps(List<Statement> statements, Command.Place place) {
        Scope before = scope;
        all(statements, new Command.Place(true, place.captured(), place.wrapper()));
        scope = before.afterPerhaps(scope);
    }

    private void pipeline(Statement.Pipeline pipeline, Command.Place place) {
        Scope outer = scope;
        int previous = -1;
        int from = commands.size();
        for (Statement stage : pipeline.stages()) {
            int start = commands.size();
            scope = outer;
            run(stage, place);
            if (previous >= 0 && start < commands.size() && previous < start) {
                Command writer = commands.get(start - 1);
                Command reader = firstUncaptured(start, place);
                for (int i = previous; i < start; i++) {
                    commands.get(i).writesInto(reader);
                }
                for (int i = start; i < commands.size(); i++) {
                    commands.get(i).readsFrom(writer);
                }
            }
            previous = start;
        }
        if (pipeline.stages().size() > 1 && from < commands.size()) {
            scope = outer;
        }
    }

    private Command firstUncaptured(int start, Command.Place place) {
        for (int i = start; i < commands.size(); i++) {
            if (commands.get(i).isCaptured() == place.captured()) {
                return commands.get(i);
            }
        }
        return commands.get(start);
    }

    private void simple(Statement.SimpleCommand command, Command.Place place) {
        for (Assignment assignment : command.assignments()) {
            parts(assignment.value().parts(), place);
        }
        words(command.words(), place);
        for (Redirection redirection : command.redirections()) {
            parts(redirection.target().parts(), place);
        }
        List<Argument> words = new ArrayList<>();
        for (Word word : command.words()) {
            Fields.expand(word, scope, words);
        }
        if (!words.isEmpty()) {
            start(words, command.assignments(), command.redirections(), command.span(), place);
            if (isDeclaration(words.getFirst())) {
                declare(command.words());
            }
            return;
        }
        for (Assignment assignment : command.assignments()) {
            assign(assignment);
        }
        if (!command.redirections().isEmpty()) {
            Argument none = new Argument(
                    Text.of(""), "", new Word(List.of(), Span.at(command.span().start())));
            commands.add(new Command(
                    none, List.of(), command.assignments(), command.redirections(), command.span(), place, scope));
        }
    }

    /// Runs a command of at least one word.
    private void start(
            List<Argument> words,
            List<Assignment> assignments,
            List<Redirection> redirections,
            Span span,
            Command.Place place) {
        if (commands.size() >= MAX_COMMANDS) {
            complete = false;
            return;
        }
        Scope own = scope;
        for (Assignment assignment : assignments) {
            own = own.with(assignment.name(), value(assignment));
        }
        Argument executable = words.getFirst();
        Command command =
                new Command(executable, words.subList(1, words.size()), assignments, redirections, span, place, own);
        Statement function = functions.get(command.name());
        if (function != null) {
            if (depth >= MAX_DEPTH) {
                complete = false;
                return;
            }
            depth++;
            run(function, place);
            depth--;
            return;
        }
        commands.add(command);
        if (!executable.text().isKnown()) {
            complete = false;
        }
        if (depth >= MAX_DEPTH) {
            return;
        }
        depth++;
        Scope outer = scope;
        scope = own;
        inside(command, new Command.Place(place.conditional(), place.captured(), command));
        scope = scope == own ? outer : scope;
        depth--;
    }

    /// What a command runs in turn.
    private void inside(Command command, Command.Place place) {
        List<Argument> arguments = command.arguments();
        switch (command.name()) {
            case "sh", "bash", "dash", "ash", "ksh", "zsh", "mksh" -> shell(command, place);
            case "su", "runuser" -> {
                int option = NestedShell.commandOption(arguments);
                if (option >= 0) {
                    nested(arguments.get(option + 1), "", dialect, place);
                }
            }
            case "eval" -> {
                if (arguments.size() == 1) {
                    nested(arguments.getFirst(), "", dialect, place);
                }
                scope = scope.unknownButDirectory();
            }
            case ".", "source" -> scope = scope.unknownButDirectory();
            case "trap" -> {
                if (arguments.size() > 1 && arguments.getFirst().prefix().indexOf('-') != 0) {
                    nested(arguments.getFirst(), "", dialect, new Command.Place(true, place.captured(), command));
                }
            }
            case "cd", "chdir", "pushd" -> scope = scope.with("PWD", Directories.after(arguments, scope));
            case "popd" -> scope = scope.with("PWD", Text.unknown());
            case "read", "mapfile", "readarray", "getopts" -> {
                for (Argument argument : arguments) {
                    scope = scope.with(argument.value(), Text.unknown());
                }
            }
            case "unset" -> {
                for (Argument argument : arguments) {
                    scope = scope.with(argument.value(), null);
                }
            }
            case "find" -> findExec(command, place);
            default -> {
                int inner = command.name().startsWith("python")
                        ? NestedShell.pythonModule(arguments)
                        : Wrappers.inner(command);
                if (inner >= 0) {
                    List<Argument> rest = new ArrayList<>(arguments.subList(inner, arguments.size()));
                    Span span = rest.getFirst().span().to(rest.getLast().span());
                    if (command.name().equals("xargs")) {
                        rest.add(new Argument(Text.unknown(), "", new Word(List.of(), Span.at(span.end()))));
                    }
                    start(rest, List.of(), List.of(), span, place);
                }
            }
        }
    }

    private void shell(Command command, Command.Place place) {
        Dialect inner = NestedShell.dialect(command.name());
        int script = NestedShell.script(command.arguments());
        if (script >= 0) {
            nested(command.arguments().get(script), command.name(), inner, place);
            return;
        }
        if (NestedShell.readsInput(command.arguments())) {
            for (Redirection redirection : command.redirections()) {
                Redirection.Document document = redirection.document();
                if (document != null) {
                    nested(document.text(), command.name(), inner, !document.expands(), place);
                }
            }
        }
    }

    private void nested(Argument script, String shell, Dialect inner, Command.Place place) {
        MappedText content = script.word().content();
        if (content == null || (!script.text().isKnown() && script.word().splits())) {
            complete = false;
            return;
        }
        nested(content, shell, inner, script.word().text().isKnown(), place);
    }

    /// @param shell the shell's name, empty where it is not written
    /// @param exact whether the shell gets the text as it is, no variable in it replaced before
    private void nested(MappedText text, String shell, Dialect inner, boolean exact, Command.Place place) {
        Scope outer = scope;
        Script script = ShellReader.read(text, inner);
        if (exact) {
            nested.add(new NestedScript(shell, script));
        }
        all(script.statements(), place);
        scope = outer;
    }

    private void findExec(Command find, Command.Place place) {
        List<Argument> arguments = find.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            if (!arguments.get(i).is("-exec") && !arguments.get(i).is("-execdir")) {
                continue;
            }
            int end = i + 1;
            while (end < arguments.size()
                    && !arguments.get(end).is(";")
                    && !arguments.get(end).is("+")) {
                end++;
            }
            if (end > i + 1) {
                List<Argument> inner = arguments.subList(i + 1, end);
                Span span = inner.getFirst().span().to(inner.getLast().span());
                Command.Place perhaps = new Command.Place(true, place.captured(), place.wrapper());
                start(inner, List.of(), List.of(), span, perhaps);
            }
            i = end;
        }
    }

    private static boolean isDeclaration(Argument executable) {
        return switch (executable.value()) {
            case "export", "readonly", "declare", "typeset", "local" -> true;
            default -> false;
        };
    }

    private void declare(List<Word> words) {
        for (Word word : words) {
            Assignment assignment = Assignment.of(word);
            if (assignment != null) {
                assign(assignment);
            }
        }
    }

    private void assign(Assignment assignment) {
        scope = scope.with(assignment.name(), value(assignment));
    }

    private Text value(Assignment assignment) {
        Text value = assignment.value().text(scope);
        if (!assignment.appends()) {
            return value;
        }
        Text before = scope.apply(assignment.name());
        return value instanceof Text.Known(String added) && before instanceof Text.Known(String start)
                ? Text.of(start + added)
                : Text.unknown();
    }

    private void words(List<Word> words, Command.Place place) {
        for (Word word : words) {
            parts(word.parts(), place);
        }
    }

    /// Runs the substitutions in the parts of a word.
    private void parts(List<WordPart> parts, Command.Place place) {
        for (WordPart part : parts) {
            switch (part) {
                case WordPart.CommandSubstitution substitution -> captured(substitution.script(), place);
                case WordPart.ProcessSubstitution substitution -> captured(substitution.script(), place);
                case WordPart.DoubleQuoted quoted -> parts(quoted.parts(), place);
                case WordPart.Arithmetic arithmetic -> parts(arithmetic.parts(), place);
                case WordPart.Array array -> words(array.elements(), place);
                case WordPart.Parameter parameter -> {
                    @Nullable Word operand = parameter.operand();
                    if (operand != null) {
                        parts(operand.parts(), new Command.Place(true, place.captured(), place.wrapper()));
                    }
                }
                case WordPart.Literal _,
                        WordPart.Escaped _,
                        WordPart.SingleQuoted _,
                        WordPart.AnsiQuoted _,
                        WordPart.Glob _,
                        WordPart.Tilde _,
                        WordPart.Braces _ -> {}
            }
        }
    }

    private void captured(Script script, Command.Place place) {
        Scope outer = scope;
        all(script.statements(), new Command.Place(place.conditional(), true, place.wrapper()));
        scope = outer;
    }
}
