package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Paths;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.secret.SecretFiles;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Word;

/// A file of secrets that a `COPY` or `ADD` names and that ships.
public final class SecretFileInImage implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            for (Stage target : workspace.shipped(file)) {
                for (Stage stage : target.lineage()) {
                    for (Step step : stage.steps()) {
                        if (step.instruction() instanceof Instruction.Transfer transfer
                                && transfer.flag("from") == null) {
                            check(step, transfer, report);
                        }
                    }
                }
            }
        }
    }

    private static void check(Step step, Instruction.Transfer transfer, Report report) {
        for (Word source : transfer.sources()) {
            if (transfer.isHeredoc(source)
                    || !(step.value(source) instanceof Text.Known(String path))
                    || Paths.isRemote(path)) {
                continue;
            }
            String name = Paths.lastName(path);
            String held = SecretFiles.held(name);
            if (held != null) {
                report.at(
                        step.stage().file().source(),
                        source.span(),
                        name + " holds " + held + ", and whoever has the image has it; "
                                + (name.equals(".git")
                                        ? "mount it in the RUN that needs it"
                                        : "mount it with RUN --mount=type=secret, or give it to the container"));
            }
        }
    }
}
