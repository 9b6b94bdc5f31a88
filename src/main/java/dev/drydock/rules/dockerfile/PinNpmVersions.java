package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.NamedPackage;
import dev.drydock.model.command.PackageOperation;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// A Node package of any version.
public final class PinNpmVersions implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Step step : file.runs()) {
            for (PackageOperation operation : step.commands().packageOperations()) {
                if (operation.manager().family().equals("node")) {
                    for (NamedPackage named : operation.unpinned()) {
                        report.at(file.source(), named.span(), message(named));
                    }
                }
            }
        }
    }

    private static String message(NamedPackage named) {
        return named.source() == NamedPackage.Source.REPOSITORY
                ? "whatever the repository's main branch is comes; add #<tag or commit>"
                : "any version of " + named.name() + " may come; write " + named.name() + "@<version>";
    }
}
