package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.PackageManager;
import dev.drydock.model.command.PackageManagers;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Word;

/// A cache of downloads that is copied from another stage into an image that ships.
public final class BuildCacheInFinalImage implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            for (Stage target : workspace.shipped(file)) {
                for (Stage stage : target.lineage()) {
                    for (Step step : stage.steps()) {
                        if (step.instruction() instanceof Instruction.Copy copy && copy.from() != null) {
                            check(step, copy, report);
                        }
                    }
                }
            }
        }
    }

    private static void check(Step step, Instruction.Copy copy, Report report) {
        for (Word source : copy.sources()) {
            if (!(step.value(source) instanceof Text.Known(String path))) {
                continue;
            }
            String whose = whose(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
            if (!whose.isEmpty()) {
                report.at(
                        step.stage().file().source(),
                        source.span(),
                        path + " is a cache" + whose + ", which nothing needs at run time; copy what was built");
            }
        }
    }

    /// Whose cache a directory is, as part of a message; empty where it is none.
    private static String whose(String path) {
        int cache = path.indexOf("/.cache");
        boolean home = path.startsWith("/root/") || path.startsWith("/home/");
        if (home && cache > 0 && path.length() == cache + "/.cache".length()) {
            return " of many tools";
        }
        for (PackageManager manager : PackageManagers.all()) {
            for (String known : manager.caches("~")) {
                boolean same = known.startsWith("~") ? home && path.endsWith(known.substring(1)) : path.equals(known);
                if (same) {
                    return " of " + manager.name();
                }
            }
        }
        return "";
    }
}
