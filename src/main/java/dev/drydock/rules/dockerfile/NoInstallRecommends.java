package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.PackageOperation;
import dev.drydock.model.command.Switch;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Edit;

/// `apt-get install` that brings recommended packages.
public final class NoInstallRecommends implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Step step : file.runs()) {
            if (step.stage().packageSettings().omitsRecommends(step)) {
                continue;
            }
            for (PackageOperation operation : step.commands().packageOperations()) {
                if (bringsThem(operation)) {
                    var draft = report.at(
                            file.source(),
                            operation.verbSpan(),
                            "installs recommended packages too; add --no-install-recommends and name what is needed");
                    Edit edit = operation.adding(file.source(), "--no-install-recommends");
                    if (edit != null) {
                        draft.fix(Fix.unsafe("add --no-install-recommends", file.source(), edit));
                    }
                }
            }
        }
    }

    private static boolean bringsThem(PackageOperation operation) {
        return operation.manager().name().equals("apt")
                && operation.verb().equals("install")
                && !operation.has(Switch.NO_RECOMMENDS)
                && !operation.packages().isEmpty();
    }
}
