package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Dependency;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// Stages that need each other.
public final class StageCycle implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Dependency use : file.circles()) {
            report.at(
                            file.source(),
                            use.span(),
                            use.to().title() + " needs " + use.from().title()
                                    + " itself, so neither can be built; move what both need to a stage before them")
                    .related(file.source(), use.to().span(), "the stage that needs this one");
        }
    }
}
