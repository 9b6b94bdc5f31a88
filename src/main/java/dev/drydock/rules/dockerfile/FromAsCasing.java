package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Edit;
import dev.drydock.source.Span;
import dev.drydock.syntax.dockerfile.Instruction;

/// `FROM … as` with the two keywords in different letter cases.
public final class FromAsCasing implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Instruction instruction : file.syntax().instructions()) {
            if (instruction instanceof Instruction.From from && from.as() != null) {
                check(file, from, from.as(), report);
            }
        }
    }

    private static void check(BuildFile file, Instruction.From from, Span as, Report report) {
        String keyword = file.source().text(from.head().keywordSpan());
        String written = file.source().text(as);
        boolean upper = keyword.equals("FROM");
        if (!upper && !keyword.equals("from")) {
            return;
        }
        String wanted = upper ? "AS" : "as";
        if (!written.equals(wanted)) {
            report.at(file.source(), as, written + " is not in the case of " + keyword + "; write " + wanted)
                    .fix(Fix.safe("write " + wanted, file.source(), new Edit(as, wanted)));
        }
    }
}
