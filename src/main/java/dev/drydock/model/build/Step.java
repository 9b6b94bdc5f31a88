package dev.drydock.model.build;

import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Word;
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
