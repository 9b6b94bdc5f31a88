package dev.drydock.model.build;

import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Flag;
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

    /// Whether it runs only in a later build that starts from this one.
    public boolean isOnbuild() {
        return onbuild;
    }

    /// The variable of this name that Docker would put into the instruction, or null where none is set.
    public @Nullable Variable variable(String name) {
        return stage.variable(name, index);
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

    /// Whether the variable stands in its own definition: `ENV LIBS=/app/lib:$LIBS` is meant to work without it, too.
    public boolean appendsToItself(Word.Part.Variable variable) {
        List<Pair> pairs =
                switch (instruction) {
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

    @Override
    public String toString() {
        return instruction.keyword() + " in " + stage;
    }
}
