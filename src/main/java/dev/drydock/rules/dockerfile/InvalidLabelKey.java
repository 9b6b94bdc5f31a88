package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Pair;
import dev.drydock.syntax.dockerfile.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A key of a label that Docker's guidelines rule out.
public final class InvalidLabelKey implements Rule.OnDockerfile {

    private static final List<String> RESERVED = List.of("com.docker.", "io.docker.", "org.dockerproject.");

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            for (Step step : stage.steps()) {
                if (step.instruction() instanceof Instruction.Label label) {
                    for (Pair pair : label.pairs()) {
                        String fault = fault(step, pair.key());
                        if (fault != null) {
                            report.at(file.source(), pair.key().span(), fault);
                        }
                    }
                }
            }
        }
    }

    private static @Nullable String fault(Step step, Word key) {
        for (Word.Part.Variable variable : key.variables()) {
            if (step.variable(variable.name()) == null) {
                return "a label's key takes no $, and no variable " + variable.name() + " is set";
            }
        }
        return step.value(key) instanceof Text.Known(String name) && !name.isEmpty() ? fault(name) : null;
    }

    private static @Nullable String fault(String key) {
        for (String reserved : RESERVED) {
            if (key.startsWith(reserved)) {
                return "keys that start with " + reserved + " are Docker's own; use a domain of yours";
            }
        }
        for (int i = 0; i < key.length(); i++) {
            char character = key.charAt(i);
            boolean divides = character == '.' || character == '-';
            if (!divides && !isLetter(character) && !isDigit(character)) {
                return "a label's key has lower-case letters, digits, . and - only, not " + character;
            }
            if (divides && i > 0 && key.charAt(i - 1) == character) {
                return "a label's key has no two " + character + " in a row";
            }
        }
        boolean ends = isLetter(key.charAt(key.length() - 1)) || isDigit(key.charAt(key.length() - 1));
        return isLetter(key.charAt(0)) && ends
                ? null
                : "a label's key starts with a letter and ends with one or a digit";
    }

    private static boolean isLetter(char character) {
        return character >= 'a' && character <= 'z';
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
