package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.ComposeFamily;
import dev.drydock.model.compose.ComposeFile;
import dev.drydock.model.compose.schema.SchemaCheck;
import dev.drydock.model.compose.schema.Violation;
import dev.drydock.model.compose.tree.Fragment;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.rule.Severity;

/// What the Compose specification does not have.
public final class ComposeSchema implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (ComposeFile file : workspace.compose().files()) {
            if (file.isBroken()) {
                continue;
            }
            ComposeFamily family = workspace.compose().family(file);
            boolean complete = family == null || !family.overlays().contains(file);
            for (Fragment fragment : file.fragments()) {
                if (SchemaCheck.isForeign(fragment.root())) {
                    continue;
                }
                for (Violation violation : SchemaCheck.check(fragment.root(), complete)) {
                    report(violation, report);
                }
                // A further document is laid over the first.
                complete = false;
            }
        }
    }

    private static void report(Violation violation, Report report) {
        Report.Draft draft = report.at(violation.place(), violation.message());
        if (violation.kind() == Violation.Kind.DEPRECATED) {
            draft.level(Severity.WARNING);
        }
        if (violation.first() != null) {
            draft.related(violation.first(), "the first");
        }
        if (violation.quoting() != null) {
            draft.fix(Fix.safe("quote the value", violation.place().source(), violation.quoting()));
        }
    }
}
