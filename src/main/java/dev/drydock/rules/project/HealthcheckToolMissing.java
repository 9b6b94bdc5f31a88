package dev.drydock.rules.project;

import dev.drydock.model.ContainerImage;
import dev.drydock.model.HealthProbe;
import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.command.Command;
import dev.drydock.model.compose.Healthcheck;
import dev.drydock.model.compose.Variant;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import java.util.List;

/// A health check with a program that the image has not.
public final class HealthcheckToolMissing implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            for (Stage stage : file.isWhole() ? workspace.targets(file) : List.<Stage>of()) {
                HealthProbe probe = HealthProbe.of(stage);
                ContainerImage image = probe == null ? null : ContainerImage.of(stage);
                if (probe != null && image != null) {
                    check(probe, image, report);
                }
            }
        }
        for (Variant.Run run : workspace.compose().runs()) {
            Healthcheck check = run.service().healthcheck();
            HealthProbe probe = check == null ? null : HealthProbe.of(check);
            ContainerImage image = probe == null ? null : ContainerImage.of(workspace, run);
            if (probe == null || image == null) {
                continue;
            }
            if (needsShell(probe) && image.lacksShell()) {
                Report.Draft draft = report.at(
                        probe.place(probe.span()),
                        "this check is for a shell, and there is none in " + image.title()
                                + ", so the service never gets healthy; write [CMD, …] with a program of the image");
                relate(image, draft);
            } else if (!image.mayGet(run.service(), probe)) {
                check(probe, image, report);
            }
        }
    }

    private static boolean needsShell(HealthProbe probe) {
        return probe.shell()
                || (!probe.commands().list().isEmpty()
                        && probe.commands().list().getFirst().name().equals("sh"));
    }

    private static void check(HealthProbe probe, ContainerImage image, Report report) {
        Command command = probe.missing(image);
        if (command == null) {
            return;
        }
        String instead = image.insteadOf(command.name());
        Report.Draft draft = report.at(
                probe.place(command.executable().span()),
                command.name() + " is not in " + image.title() + ", so the container never gets healthy; "
                        + (!instead.isEmpty()
                                ? "use " + instead + ", which is"
                                : image.stage() == null
                                        ? "use a program that is"
                                        : image.lacksShell() ? "let the program itself ask" : "install it there"));
        relate(image, draft);
    }

    private static void relate(ContainerImage image, Report.Draft draft) {
        if (image.stage() != null) {
            draft.related(image.stage().file().source(), image.stage().span(), "what the container runs");
        }
    }
}
