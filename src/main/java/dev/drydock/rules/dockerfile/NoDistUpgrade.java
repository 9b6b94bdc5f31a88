package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Argument;
import dev.drydock.model.command.PackageManager;
import dev.drydock.model.command.PackageOperation;
import dev.drydock.model.command.Switch;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import org.jspecify.annotations.Nullable;

/// Everything that the base image brings, replaced by what is newest.
public final class NoDistUpgrade implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Step step : file.runs()) {
            for (PackageOperation operation : step.commands().packageOperations()) {
                String code = code(operation);
                if (code != null) {
                    report.at(
                                    file.source(),
                                    operation.verbSpan(),
                                    operation.command().name() + " " + operation.verb()
                                            + " replaces all that the base image brings; take a newer tag of it, and name"
                                            + " what must be newer")
                            .code(code);
                }
            }
        }
    }

    /// The code of the upgrade of everything that this is; null where it is none.
    private static @Nullable String code(PackageOperation operation) {
        if (!operation.is(PackageManager.Action.UPGRADE)
                || !operation.packages().isEmpty()
                || !operation.certain()
                || operation.has(Switch.DESTINATION)) {
            return null;
        }
        return switch (operation.manager().name()) {
            case "apt" -> isOneOf(operation.verb(), "dist-upgrade", "full-upgrade") ? "DL3005" : null;
            case "zypper" -> isOneOf(operation.verb(), "dist-upgrade", "dup") ? "DL3035" : null;
            case "apk" -> "DL3017";
            case "yum" -> isForSecurity(operation) ? null : "DL3031";
            case "dnf", "microdnf", "tdnf" -> isForSecurity(operation) ? null : "DL3039";
            case String _ -> null;
        };
    }

    private static boolean isOneOf(String verb, String one, String other) {
        return verb.equals(one) || verb.equals(other);
    }

    /// Whether only what an advisory names is replaced.
    private static boolean isForSecurity(PackageOperation operation) {
        if (operation.verb().equals("upgrade-minimal")) {
            return true;
        }
        for (Argument argument : operation.command().arguments()) {
            String text = argument.prefix();
            if (text.startsWith("--security")
                    || text.startsWith("--sec-severity")
                    || text.startsWith("--advisory")
                    || text.startsWith("--bugfix")
                    || text.startsWith("--bz")
                    || text.startsWith("--cve")) {
                return true;
            }
        }
        return false;
    }
}
