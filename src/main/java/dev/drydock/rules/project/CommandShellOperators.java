package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.CommandLine;
import dev.drydock.model.compose.Healthcheck;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A command with an operator of a shell, where there is no shell.
public final class CommandShellOperators implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Service service : workspace.compose().written()) {
            check("command", service.command(), report);
            check("entrypoint", service.entrypoint(), report);
            check(service.healthcheck(), report);
        }
    }

    private static void check(@Nullable Healthcheck check, Report report) {
        if (check != null
                && !check.isForShell()
                && !check.test().isEmpty()
                && check.test().getFirst().is("CMD")) {
            check(check.test(), "CMD-SHELL and one string", report);
        }
    }

    private static void check(String key, @Nullable CommandLine command, Report report) {
        if (command == null) {
            return;
        }
        if (command.broken() != null) {
            report.at(
                    command.broken(),
                    "Compose cannot split this " + key
                            + " into words; write a list, or put what is for a shell in quotes" + " behind sh -c");
        } else if (command.operator() != null) {
            report.at(
                    command.operator(),
                    "there is no shell, and the " + key + " ends before \""
                            + command.operator().text() + "\"; write sh -c '…'");
        } else if (command.list()) {
            check(command.words(), "sh -c '…'", report);
        }
    }

    private static void check(List<Value> words, String instead, Report report) {
        for (Value word : isShell(words) ? List.<Value>of() : words) {
            if (word.is("&&") || word.is("||") || word.is("|") || word.is(";")) {
                report.at(
                        word.place(),
                        "there is no shell, and \"" + word.or("") + "\" is a word for the program; write " + instead);
                return;
            }
        }
    }

    private static boolean isShell(List<Value> words) {
        for (Value word : words) {
            if (word.is("-c") || word.or("").endsWith("sh")) {
                return true;
            }
        }
        return false;
    }
}
