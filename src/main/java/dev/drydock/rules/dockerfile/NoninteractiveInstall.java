package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.build.Variable;
import dev.drydock.model.command.PackageManager;
import dev.drydock.model.command.PackageOperation;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.rule.Severity;
import dev.drydock.source.Edit;

/// A package manager that asks a question where nobody answers, or a setting for builds that containers get, too.
public final class NoninteractiveInstall implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Step step : file.runs()) {
            for (PackageOperation operation : step.commands().packageOperations()) {
                if (operation.asks() && !step.stage().packageSettings().asksNothing(step, operation.manager())) {
                    tell(file, operation, report);
                }
            }
        }
        frontend(file, report);
    }

    private static void tell(BuildFile file, PackageOperation operation, Report report) {
        PackageManager manager = operation.manager();
        String option = manager.name().equals("pacman") ? "--noconfirm" : "-y";
        var draft = report.at(
                        file.source(),
                        operation.verbSpan(),
                        operation.command().name() + " " + operation.verb()
                                + " asks before it acts, and nobody answers in a build; add " + option)
                .code(code(manager));
        Edit edit = operation.adding(file.source(), option);
        if (edit != null) {
            draft.fix(Fix.safe("add " + option, file.source(), edit));
        }
    }

    private static String code(PackageManager manager) {
        return switch (manager.name()) {
            case "apt" -> "DL3014";
            case "yum" -> "DL3030";
            case "zypper" -> "DL3034";
            case "dnf", "microdnf", "tdnf" -> "DL3038";
            case String _ -> "";
        };
    }

    /// What the image that ships says to containers by `ENV`, not what only a build sees by `ARG`.
    private static void frontend(BuildFile file, Report report) {
        Stage last = file.finalStage();
        Variable variable = last == null ? null : last.inherited("DEBIAN_FRONTEND");
        if (variable != null && variable.pair() != null && variable.value().is("noninteractive")) {
            report.at(
                            file.source(),
                            variable.pair().key().span(),
                            "DEBIAN_FRONTEND stays in containers of the image; use ARG, or set it for the command")
                    .level(Severity.INFO);
        }
    }
}
