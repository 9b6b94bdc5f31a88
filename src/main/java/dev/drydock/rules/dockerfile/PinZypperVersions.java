package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.NamedPackage;
import dev.drydock.model.command.PackageOperation;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// A package that zypper installs in any version.
public final class PinZypperVersions implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Step step : file.runs()) {
            for (PackageOperation operation : step.commands().packageOperations()) {
                if (operation.manager().name().equals("zypper")) {
                    for (NamedPackage named : operation.unpinned()) {
                        report.at(
                                file.source(),
                                named.span(),
                                "any version of " + named.name() + " may come; write " + named.name() + "=<version>");
                    }
                }
            }
        }
    }
}
