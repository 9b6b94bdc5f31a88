package dev.drydock.model.build;

import dev.drydock.model.command.Commands;
import dev.drydock.model.command.ShellReference;
import dev.drydock.model.command.UserCreation;
import dev.drydock.source.MappedText;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.CommandLine;
import dev.drydock.syntax.dockerfile.Flag;
import dev.drydock.syntax.dockerfile.Heredoc;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Mount;
import dev.drydock.syntax.dockerfile.Pair;
import dev.drydock.syntax.dockerfile.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An instruction at its place in a stage, and what is in force there.
public final class Step {

    private final Stage stage;
    private final int index;
    private final Instruction instruction;
    private final boolean onbuild;
    private @Nullable Commands commands;
    private @Nullable ShellScript script;

    Step(Stage stage, int index, Instruction instruction, boolean onbuild) {
        this.stage = stage;
        this.index = index;
        this.instruction = instruction;
        this.onbuild = onbuild;
    }

    public Stage stage() {
        return stage;
    }

    /// Its place among the stage's steps, from 0.
    public int index() {
        return index;
    }

    /// The instruction; for `ONBUILD`, the one that it triggers.
    public Instruction instruction() {
        return instruction;
    }

    /// What the instruction says: its joined lines, and its heredocs below them.
    public String text() {
        String line = instruction.head().text().text();
        List<Heredoc> heredocs = switch (instruction) {
            case Instruction.Run run -> run.heredocs();
            case Instruction.Transfer transfer -> transfer.heredocs();
            default -> List.of();
        };
        if (heredocs.isEmpty()) {
            return line;
        }
        var text = new StringBuilder(line);
        for (Heredoc heredoc : heredocs) {
            text.append('\n').append(heredoc.body().text());
        }
        return text.toString();
    }

    /// Whether it runs only in a later build that starts from this one.
    public boolean isOnbuild() {
        return onbuild;
    }

    /// The variable of this name that Docker would put into the instruction, or null where none is set.
    public @Nullable Variable variable(String name) {
        return stage.variable(name, index);
    }

    /// Whether the instruction gives the image the label of this name.
    boolean labels(String name) {
        if (instruction instanceof Instruction.Label label) {
            for (Pair pair : label.pairs()) {
                if (pair.name().equals(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The words that name a stage, an image or a context to take files from: `COPY --from`, `RUN --mount=from=`.
    public List<Word> stageWords() {
        var words = new ArrayList<Word>();
        switch (instruction) {
            case Instruction.Copy copy -> {
                if (copy.from() != null) {
                    words.add(copy.from());
                }
            }
            case Instruction.Run run -> {
                for (Mount mount : run.mounts()) {
                    if (mount.from() != null) {
                        words.add(mount.from());
                    }
                }
            }
            default -> {
                // No other instruction takes files from a stage.
            }
        }
        return words;
    }

    /// The words of the instruction in which Docker expands variables
    /// (docs.docker.com/reference/dockerfile/#environment-replacement). `RUN`, `CMD` and `ENTRYPOINT` leave that to
    /// a shell.
    public List<Word> expandedWords() {
        var words = new ArrayList<Word>();
        for (Flag flag : instruction.head().flags()) {
            if (flag.value() != null && !flag.name().equals("mount")) {
                words.add(flag.value());
            }
        }
        switch (instruction) {
            case Instruction.Transfer transfer -> {
                for (Word source : transfer.sources()) {
                    if (!transfer.isHeredoc(source)) {
                        words.add(source);
                    }
                }
                words.add(transfer.destination());
            }
            case Instruction.Arg arg -> addValues(arg.pairs(), words);
            case Instruction.Env env -> addValues(env.pairs(), words);
            case Instruction.Label label -> {
                label.pairs().forEach(pair -> words.add(pair.key()));
                addValues(label.pairs(), words);
            }
            case Instruction.Expose expose -> words.addAll(expose.ports());
            case Instruction.Volume volume -> words.addAll(volume.paths());
            case Instruction.User user -> words.add(user.user());
            case Instruction.Workdir workdir -> words.add(workdir.path());
            case Instruction.Stopsignal signal -> words.add(signal.signal());
            case Instruction.Run run -> {
                for (Mount mount : run.mounts()) {
                    for (Mount.Option option : mount.options()) {
                        if (option.value() != null && !option.key().equals("from")) {
                            words.add(option.value());
                        }
                    }
                }
            }
            case Instruction.From _,
                    Instruction.Cmd _,
                    Instruction.Entrypoint _,
                    Instruction.Healthcheck _,
                    Instruction.Shell _,
                    Instruction.Maintainer _,
                    Instruction.Onbuild _,
                    Instruction.Invalid _ -> {
                // FROM is expanded in the global scope, the others not at all.
            }
        }
        return words;
    }

    private static void addValues(List<Pair> pairs, List<Word> words) {
        for (Pair pair : pairs) {
            if (pair.value() != null) {
                words.add(pair.value());
            }
        }
    }

    /// Whether the variable stands in its own definition: `ENV LIBS=/app/lib:$LIBS` is meant to work without it,
    /// too.
    public boolean appendsToItself(Word.Part.Variable variable) {
        List<Pair> pairs = switch (instruction) {
            case Instruction.Env env -> env.pairs();
            case Instruction.Arg arg -> arg.pairs();
            default -> List.of();
        };
        for (Pair pair : pairs) {
            if (pair.span().contains(variable.span()) && pair.name().equals(variable.name())) {
                return true;
            }
        }
        return false;
    }

    /// What Docker makes of a word of this instruction.
    public Text value(Word word) {
        return word.isPlain()
                ? word.value()
                : word.value(name -> {
                    Variable variable = variable(name);
                    return variable == null ? stage.valueOfUnset() : variable.value();
                });
    }

    /// The shell of shell-form commands here.
    public ShellSetting shell() {
        return stage.shell(index);
    }

    /// The user that commands run as here.
    public Text user() {
        return stage.user(index);
    }

    /// The working directory here, absolute.
    public Text workdir() {
        return stage.workdir(index);
    }

    /// The home directory of the user that commands run as here; root's where the user is unknown.
    public String home() {
        Variable set = variable("HOME");
        if (set != null && set.value() instanceof Text.Known(String home) && !home.isEmpty()) {
            return home;
        }
        String user = user().or("root");
        int colon = user.indexOf(':');
        String name = colon < 0 ? user : user.substring(0, colon);
        if (name.isEmpty() || name.equals("root") || name.equals("0")) {
            return "/root";
        }
        UserCreation made = stage.users().find(name);
        if (made != null) {
            String asked = made.home() == null ? "" : made.home().value();
            return asked.isEmpty() ? "/home/" + made.name().value() : asked;
        }
        // A number that no user has lives in the root directory.
        return BuildFile.number(name) < 0 ? "/home/" + name : "";
    }

    private boolean isRoot() {
        return user() instanceof Text.Known(String user)
                && switch (user) {
                    case "", "root", "0", "root:root", "0:0" -> true;
                    case String _ -> false;
                };
    }

    /// The mount of a `RUN` that keeps what is written below `directory` out of the layer: a cache or tmpfs at it
    /// or above it; null where there is none.
    public @Nullable Mount mountOver(String directory) {
        if (!(instruction instanceof Instruction.Run run)) {
            return null;
        }
        for (Mount mount : run.mounts()) {
            Word target = mount.target();
            boolean kept = mount.type().equals("cache") || mount.type().equals("tmpfs");
            if (kept && target != null && value(target) instanceof Text.Known(String path)) {
                String whole = Paths.join(workdir().or("/"), path);
                if (directory.equals(whole) || directory.startsWith(whole + "/") || isSomeonesHome(directory, whole)) {
                    return mount;
                }
            }
        }
        return null;
    }

    /// Whether `mounted` may be `directory` all the same: that was guessed for root, the image may have another
    /// user, and the mount is at the same place of some home.
    private boolean isSomeonesHome(String directory, String mounted) {
        String home = home();
        return !user().isKnown()
                && directory.startsWith(home + "/")
                && mounted.endsWith(directory.substring(home.length()));
    }

    /// Whether a cache mount stands inside one of the directories, such as `~/.npm/_cacache` for `~/.npm`, or at a
    /// place whose user is another or unknown.
    public boolean mountBelow(List<String> directories) {
        if (!(instruction instanceof Instruction.Run run)) {
            return false;
        }
        for (Mount mount : run.mounts()) {
            Word target = mount.target();
            if (!mount.type().equals("cache") || target == null) {
                continue;
            }
            if (!(value(target) instanceof Text.Known(String path))) {
                return true;
            }
            for (String directory : directories) {
                String name = directory.substring(directory.lastIndexOf('/') + 1);
                if (path.startsWith(directory + "/") || path.endsWith("/" + name) || path.contains("/" + name + "/")) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Whether there certainly is no shell for a command in the shell form here.
    public boolean lacksShell() {
        return ImageShell.isMissing(stage, instruction instanceof Instruction.Run ? index : Integer.MAX_VALUE);
    }

    /// Whether a `RUN` is in the exec form, where a word of the command is a string of its own: an edit of one
    /// cannot add another.
    public boolean isExecForm() {
        return instruction instanceof Instruction.Run run && run.command() instanceof CommandLine.Exec;
    }

    /// What the instruction runs: the commands of a `RUN`, `CMD`, `ENTRYPOINT` or `HEALTHCHECK`, none for the
    /// others.
    public Commands commands() {
        // Read on first use. Racing threads read the same.
        Commands known = commands;
        if (known == null) {
            known = readCommands();
            commands = known;
        }
        return known;
    }

    /// The variables that the commands of a `RUN` expect from outside: none where the script also sets them itself,
    /// in whatever way.
    public List<ShellReference> shellReferences() {
        List<ShellReference> references = new ArrayList<>();
        ShellScript read = script();
        if (read == null) {
            return references;
        }
        String text = read.text().text();
        for (ShellReference reference : ShellReference.of(commands())) {
            String name = reference.name();
            if (!text.contains(name + "=") && !text.contains("for " + name + " ")) {
                references.add(reference);
            }
        }
        return references;
    }

    /// The script that a shell reads at this `RUN`: its command line, or its heredoc. Null where none does, or one
    /// that is not of the family of `sh`.
    public @Nullable ShellScript script() {
        ShellScript known = script;
        if (known == null && instruction instanceof Instruction.Run run) {
            known = ShellScript.of(this, run);
            script = known;
        }
        return known;
    }

    private Commands readCommands() {
        return switch (instruction) {
            case Instruction.Run run -> {
                if (run.command() instanceof CommandLine.Exec) {
                    yield commands(run.command());
                }
                ShellScript text = script();
                yield text == null
                        ? Commands.unknown()
                        : Commands.of(text.script(), text.dialect(), this::valueInShell);
            }
            case Instruction.Cmd cmd -> commands(cmd.command());
            case Instruction.Entrypoint entrypoint -> commands(entrypoint.command());
            case Instruction.Healthcheck check -> check.command() == null ? Commands.none() : commands(check.command());
            default -> Commands.none();
        };
    }

    /// What an `ENTRYPOINT` in the exec form runs that gets the words of a `CMD` as well.
    public Commands commandsWith(CommandLine.Exec exec, List<Word> further) {
        List<MappedText> words = new ArrayList<>();
        exec.arguments().forEach(word -> words.add(word.raw()));
        further.forEach(word -> words.add(word.raw()));
        return Commands.ofExec(words, this::valueInShell);
    }

    private Commands commands(CommandLine line) {
        return switch (line) {
            case CommandLine.Shell(MappedText text) -> {
                ShellSetting shell = shell();
                yield shell.isPosix() ? Commands.of(text, shell.dialect(), this::valueInShell) : Commands.unknown();
            }
            case CommandLine.Exec exec -> commandsWith(exec, List.of());
        };
    }

    private @Nullable Text valueInShell(String name) {
        Variable variable = variable(name);
        if (variable != null) {
            return variable.value();
        }
        // What the container sets by itself, where that can be told.
        return switch (name) {
            // Only of root: who the others are, the commands of the stage say, and those are read here.
            case "HOME" -> isRoot() ? Text.of("/root") : Text.unknown();
            case "PWD" -> workdir();
            case String _ -> stage.knowsEnvironment() ? null : Text.unknown();
        };
    }

    @Override
    public String toString() {
        return instruction.keyword() + " in " + stage;
    }
}
