package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.CacheMount;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.PackageManager;
import dev.drydock.model.command.PackageOperation;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Edit;
import dev.drydock.source.MappedText;
import dev.drydock.syntax.dockerfile.CommandLine;
import dev.drydock.syntax.dockerfile.Instruction;

/// A cache for apt's downloads that the base image's own clean-up empties.
public final class DockerCleanDefeatsCache implements Rule.OnDockerfile {

    private static final String REMOVAL = "rm -f /etc/apt/apt.conf.d/docker-clean";

    @Override
    public void check(BuildFile file, Report report) {
        for (Step step : file.runs()) {
            // The well-known images that have apt are those of Debian and Ubuntu and what is made from them.
            if (step.instruction() instanceof Instruction.Run run
                    && step.stage().rootImage() != null
                    && installs(step)
                    && !step.stage().packageSettings().mayKeepDownloads(step)) {
                check(file, step, run, report);
            }
        }
    }

    private static boolean installs(Step step) {
        for (PackageOperation operation : step.commands().packageOperations()) {
            if (operation.manager().name().equals("apt") && operation.is(PackageManager.Action.INSTALL)) {
                return true;
            }
        }
        return false;
    }

    private static void check(BuildFile file, Step step, Instruction.Run run, Report report) {
        for (CacheMount cache : CacheMount.of(step)) {
            if (!cache.holds("/var/cache/apt/archives")) {
                continue;
            }
            var draft = report.at(
                    file.source(),
                    cache.target().span(),
                    "the base image's docker-clean empties this cache after every install; remove it before: "
                            + REMOVAL);
            if (run.command() instanceof CommandLine.Shell(MappedText line)
                    && run.heredocs().isEmpty()) {
                draft.fix(Fix.unsafe(
                        "remove docker-clean first",
                        file.source(),
                        Edit.insert(line.span().start(), REMOVAL + " && ")));
            }
        }
    }
}
