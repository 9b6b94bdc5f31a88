package dev.drydock.rules.project;

import dev.drydock.model.LockedProject;
import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.command.PackageManager;
import dev.drydock.model.command.PackageOperation;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Edit;
import dev.drydock.source.Text;
import org.jspecify.annotations.Nullable;

/// An install that may take other versions than the lock file says that lies there.
public final class LockfileInstall implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            for (Stage stage : file.stages()) {
                for (LockedProject locked : LockedProject.of(workspace, stage)) {
                    if (!isInPipeline(locked.operation())) {
                        tell(file, locked, report);
                    }
                }
            }
        }
    }

    /// Whether the build says that it is one, for which these keep to the lock file by themselves.
    private static boolean isInPipeline(PackageOperation operation) {
        return switch (operation.manager().name()) {
            case "yarn", "pnpm" ->
                operation.command().variable("CI") instanceof Text.Known(String value) && !value.equals("false");
            case String _ -> false;
        };
    }

    private static void tell(BuildFile file, LockedProject locked, Report report) {
        PackageOperation operation = locked.operation();
        String command = (operation.command().name() + " " + operation.verb()).strip();
        String remedy = remedy(operation);
        var draft = report.at(
                        file.source(),
                        operation.verbSpan(),
                        command + " may take other versions than " + locked.lock() + " says; " + remedy)
                .related(file.source(), locked.brought(), locked.lock() + " comes from here");
        Edit edit = edit(file, operation);
        if (edit != null) {
            draft.fix(Fix.unsafe(remedy, file.source(), edit));
        }
    }

    private static String remedy(PackageOperation operation) {
        if (operation.is(PackageManager.Action.UPGRADE)) {
            return "install what that says";
        }
        String option = option(operation);
        return switch (operation.manager().name()) {
            case "npm" -> "use npm ci";
            case "bundle" -> "set BUNDLE_FROZEN=true";
            case "yarn" -> "add --frozen-lockfile, or --immutable from Yarn 2 on";
            case String _ -> option == null ? "keep to it" : "add " + option;
        };
    }

    /// The option that keeps to the lock file; null where the verb has none.
    private static @Nullable String option(PackageOperation operation) {
        if (operation.is(PackageManager.Action.UPGRADE)) {
            return null;
        }
        return switch (operation.manager().name()) {
            case "pnpm", "bun" -> "--frozen-lockfile";
            case "uv", "cargo" -> "--locked";
            case "pipenv" -> "--deploy";
            case "dotnet" -> "--locked-mode";
            case String _ -> null;
        };
    }

    private static @Nullable Edit edit(BuildFile file, PackageOperation operation) {
        String option = option(operation);
        if (option != null) {
            return operation.adding(file.source(), option);
        }
        boolean plain = switch (operation.verb()) {
            case "install", "i", "in", "isntall" -> operation.manager().name().equals("npm");
            case String _ -> false;
        };
        return plain
                        && file.source()
                                .text()
                                .startsWith(
                                        operation.verb(), operation.verbSpan().start())
                ? new Edit(operation.verbSpan(), "ci")
                : null;
    }
}
