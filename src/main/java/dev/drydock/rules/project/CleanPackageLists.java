package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Leftovers;
import dev.drydock.model.command.PackageOperation;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import java.util.HashSet;
import java.util.Set;

/// Indexes and downloads of package managers that ship.
public final class CleanPackageLists implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            Set<Stage> shipped = new HashSet<>();
            for (Stage target : workspace.shipped(file)) {
                shipped.addAll(target.lineage());
            }
            for (Step step : file.runs()) {
                // What stands behind ONBUILD runs for an image that nobody sees here.
                if (step.isOnbuild() || shipped.contains(step.stage())) {
                    check(file, step, report);
                }
            }
        }
    }

    private static void check(BuildFile file, Step step, Report report) {
        int told = -1;
        boolean keeps = step.stage().packageSettings().keepsDownloads(step);
        for (Leftovers left : Leftovers.of(step.commands(), step.home(), keeps)) {
            PackageOperation operation = left.operation();
            // One operation may leave several directories, which then follow each other.
            if (isMounted(step, left) || told == operation.verbSpan().start()) {
                continue;
            }
            told = operation.verbSpan().start();
            report.at(
                            file.source(),
                            operation.verbSpan(),
                            "leaves " + left.directory() + " in a layer that ships; " + remedy(left))
                    .code(code(operation.manager().name()));
        }
    }

    private static boolean isMounted(Step step, Leftovers left) {
        for (String directory : left.directories()) {
            if (step.mountOver(directory) != null) {
                return true;
            }
        }
        return false;
    }

    private static String remedy(Leftovers left) {
        return switch (left.operation().manager().name()) {
            case "apt" -> "remove its content in the same RUN, or mount a cache over it";
            case "apk" -> "add --no-cache, or mount a cache over it";
            case "pip" -> "add --no-cache-dir, or mount a cache over it";
            case String name -> "clean it with " + name + " in the same RUN, or mount a cache over it";
        };
    }

    private static String code(String manager) {
        return switch (manager) {
            case "apt" -> "DL3009";
            case "apk" -> "DL3019";
            case "yum" -> "DL3032";
            case "zypper" -> "DL3036";
            case "dnf", "microdnf", "tdnf" -> "DL3040";
            case "pip" -> "DL3042";
            case "yarn" -> "DL3060";
            // A practice that Sonar names for all managers alike.
            case String _ -> "S6587";
        };
    }
}
