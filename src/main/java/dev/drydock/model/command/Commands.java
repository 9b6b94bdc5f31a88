package dev.drydock.model.command;

import dev.drydock.source.MappedText;
import dev.drydock.source.Text;
import dev.drydock.syntax.shell.Dialect;
import dev.drydock.syntax.shell.Script;
import dev.drydock.syntax.shell.ShellReader;
import dev.drydock.syntax.shell.Word;
import dev.drydock.syntax.shell.WordPart;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The commands that a script or an exec form runs, in order: those of `&&` lists, pipes, control structures,
/// called functions, `$(…)`, wrappers and nested shells alike. A wrapper comes right before the command it runs.
public final class Commands implements Iterable<Command> {

    private static final Commands NONE = new Commands(List.of(), true, List.of());
    private static final Commands UNKNOWN = new Commands(List.of(), false, List.of());

    private final List<Command> list;
    private final boolean complete;
    private final List<NestedScript> nested;
    private @Nullable List<PackageOperation> operations;

    Commands(List<Command> list, boolean complete, List<NestedScript> nested) {
        this.list = List.copyOf(list);
        this.complete = complete;
        this.nested = List.copyOf(nested);
    }

    /// No commands at all.
    public static Commands none() {
        return NONE;
    }

    /// The commands of something that Drydock does not read, such as a script for PowerShell.
    public static Commands unknown() {
        return UNKNOWN;
    }

    /// The commands of a script.
    ///
    /// @param variables the value of a variable at the script's start: null where it is not set, unknown where only
    ///     a run would tell
    public static Commands of(Script script, Dialect dialect, Function<String, @Nullable Text> variables) {
        Flattening flattening = new Flattening(dialect, Scope.of(variables));
        flattening.run(script);
        return flattening.commands();
    }

    /// The commands of a shell text.
    public static Commands of(MappedText script, Dialect dialect, Function<String, @Nullable Text> variables) {
        return of(ShellReader.read(script, dialect), dialect, variables);
    }

    /// The commands of an exec form: the executable and its arguments, as decoded.
    public static Commands ofExec(List<MappedText> words, Function<String, @Nullable Text> variables) {
        if (words.isEmpty()) {
            return NONE;
        }
        List<Argument> arguments = new ArrayList<>();
        for (MappedText word : words) {
            List<WordPart> parts = word.isEmpty() ? List.of() : List.of(new WordPart.Literal(word));
            arguments.add(new Argument(Text.of(word.text()), word.text(), new Word(parts, word.span())));
        }
        Flattening flattening = new Flattening(Dialect.POSIX, Scope.of(variables));
        flattening.run(arguments);
        return flattening.commands();
    }

    /// All commands.
    public List<Command> list() {
        return list;
    }

    /// Whether everything was understood. Where not, that a command is absent proves nothing.
    public boolean isComplete() {
        return complete;
    }

    /// The scripts that the commands hand to shells of their own, as in `sh -c 'make'`, where those get exactly
    /// what is written.
    public List<NestedScript> nested() {
        return nested;
    }

    @Override
    public Iterator<Command> iterator() {
        return list.iterator();
    }

    /// The command in whose words a captured one stands, so that its output becomes an argument there; null where
    /// the output goes into a variable.
    public @Nullable Command capturer(Command captured) {
        Command found = null;
        for (Command command : list) {
            boolean around = command.span().contains(captured.span())
                    && command.span().length() > captured.span().length()
                    && !runs(command, captured);
            if (around
                    && (found == null || command.span().length() < found.span().length())) {
                found = command;
            }
        }
        return found;
    }

    private static boolean runs(Command wrapper, Command inner) {
        for (Command each = inner.wrapper(); each != null; each = each.wrapper()) {
            if (each == wrapper) {
                return true;
            }
        }
        return false;
    }

    /// Whether a command is there to run another of these, as `sh -c` and `sudo` are.
    public boolean runsAnother(Command command) {
        for (Command each : list) {
            if (each.wrapper() == command) {
                return true;
            }
        }
        return false;
    }

    /// Whether the package operations are all that is done to packages: no script and no unknown tool may do more.
    public boolean areOnlyPackageOperations() {
        return PlainCommands.areAll(this);
    }

    /// Whether they run something that nobody reads here, so that anything may come of it: a script, `make`.
    public boolean mayRunScripts() {
        return ScriptCalls.areIn(this);
    }

    /// What the commands do to packages, in order.
    public List<PackageOperation> packageOperations() {
        // Read on first use, for many rules ask. Racing threads read the same.
        List<PackageOperation> known = operations;
        if (known == null) {
            known = new ArrayList<>();
            for (Command command : list) {
                PackageOperation operation = PackageOperation.of(command);
                if (operation != null) {
                    known.add(operation);
                }
            }
            known = List.copyOf(known);
            operations = known;
        }
        return known;
    }
}
