package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.PackageOperation;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Pair;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An argument that is another in every build, declared above steps that it makes run anew for nothing.
public final class CacheBustingArg implements Rule.OnDockerfile {

    /// Words in the names of what changes with every commit or build.
    private static final Set<String> CHANGING = Set.of(
            "sha", "sha1", "commit", "revision", "date", "time", "timestamp", "cachebust", "cachebuster", "nonce");

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            List<Step> steps = stage.steps();
            for (int i = 0; i < steps.size(); i++) {
                if (steps.get(i).instruction() instanceof Instruction.Arg arg
                        && !steps.get(i).isOnbuild()) {
                    for (Pair pair : arg.pairs()) {
                        if (isChanging(pair.name())) {
                            check(stage, pair, steps.subList(i + 1, steps.size()), report);
                        }
                    }
                }
            }
        }
    }

    private static void check(Stage stage, Pair pair, List<Step> after, Report report) {
        for (Step step : after) {
            if (step.text().contains(pair.name())) {
                return;
            }
            PackageOperation costly = costly(step);
            if (costly != null) {
                report.at(
                                stage.file().source(),
                                pair.key().span(),
                                pair.name()
                                        + " is another value in every build, and makes every RUN below it run anew; declare it where it is used")
                        .related(stage.file().source(), costly.verbSpan(), "runs anew, and does not use it");
                return;
            }
        }
    }

    private static @Nullable PackageOperation costly(Step step) {
        if (step.instruction() instanceof Instruction.Run && !step.isOnbuild()) {
            for (PackageOperation operation : step.commands().packageOperations()) {
                switch (operation.action()) {
                    case INSTALL, UPDATE, UPGRADE, BUILD -> {
                        return operation;
                    }
                    case REMOVE, CLEAN -> {
                        // Quickly done.
                    }
                }
            }
        }
        return null;
    }

    private static boolean isChanging(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("vcs_ref") || lower.equals("build_number") || lower.equals("build_id")) {
            return true;
        }
        int start = 0;
        boolean changing = false;
        for (int end = 0; end <= lower.length(); end++) {
            if (end == lower.length() || lower.charAt(end) == '_') {
                changing |= CHANGING.contains(lower.substring(start, end));
                start = end + 1;
            }
        }
        // `NODE_SHA256`, `TINI_COMMIT`: of what is downloaded, and the same until somebody changes it.
        return changing && isOfTheBuild(lower);
    }

    private static boolean isOfTheBuild(String lower) {
        for (String word : List.of("git", "build", "vcs", "source", "ci", "cachebust", "nonce", "image")) {
            if (lower.startsWith(word)) {
                return true;
            }
        }
        return lower.equals("commit") || lower.equals("sha") || lower.equals("revision") || lower.equals("date");
    }
}
