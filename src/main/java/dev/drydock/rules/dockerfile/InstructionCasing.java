package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Edit;
import dev.drydock.source.Span;
import dev.drydock.syntax.dockerfile.Instruction;
import java.util.Locale;

/// Keywords in different letter cases.
public final class InstructionCasing implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        int upper = 0;
        int lower = 0;
        for (Instruction instruction : file.syntax().instructions()) {
            if (instruction instanceof Instruction.Invalid) {
                continue;
            }
            String written = written(file, instruction);
            upper += isUpper(written) ? 1 : 0;
            lower += isLower(written) ? 1 : 0;
        }
        boolean wantLower = lower > upper;
        for (Instruction instruction : file.syntax().instructions()) {
            String written = written(file, instruction);
            if (instruction instanceof Instruction.Invalid || (wantLower ? isLower(written) : isUpper(written))) {
                continue;
            }
            Span span = instruction.head().keywordSpan();
            String wanted = wantLower ? written.toLowerCase(Locale.ROOT) : written.toUpperCase(Locale.ROOT);
            report.at(file.source(), span, written + " is not in the case of the other keywords; write " + wanted)
                    .fix(Fix.safe("write " + wanted, file.source(), new Edit(span, wanted)));
        }
    }

    private static String written(BuildFile file, Instruction instruction) {
        return file.source().text(instruction.head().keywordSpan());
    }

    private static boolean isUpper(String word) {
        return word.equals(word.toUpperCase(Locale.ROOT));
    }

    private static boolean isLower(String word) {
        return word.equals(word.toLowerCase(Locale.ROOT));
    }
}
