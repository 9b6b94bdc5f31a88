package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Argument;
import dev.drydock.model.command.Command;
import dev.drydock.model.command.Download;
import dev.drydock.model.command.Hosts;
import dev.drydock.model.command.InsecureSettings;
import dev.drydock.model.command.Verification;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Edit;
import dev.drydock.source.Span;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Pair;
import dev.drydock.syntax.shell.Assignment;
import java.util.List;

/// Certificates or signatures that nobody checks any more.
public final class TlsVerificationDisabled implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            for (Step step : stage.steps()) {
                switch (step.instruction()) {
                    case Instruction.Run _ -> {
                        boolean checked = Verification.isIn(step.commands());
                        for (Command command : step.commands()) {
                            check(step, command, checked, report);
                        }
                    }
                    case Instruction.Env env -> check(step, env.pairs(), report);
                    case Instruction.Arg arg -> check(step, arg.pairs(), report);
                    default -> {
                        // No other instruction sets variables or runs commands in the build.
                    }
                }
            }
        }
    }

    private static void check(Step step, List<Pair> pairs, Report report) {
        for (Pair pair : pairs) {
            if (pair.value() != null && step.value(pair.value()) instanceof Text.Known(String value)) {
                variable(step.stage().file(), pair.name(), value, pair.span(), report);
            }
        }
    }

    private static void check(Step step, Command command, boolean checked, Report report) {
        BuildFile file = step.stage().file();
        for (Assignment assignment : command.assignments()) {
            variable(file, assignment.name(), assignment.value().text().or(""), assignment.span(), report);
        }
        if (command.name().equals("export") || command.name().equals("env")) {
            for (Argument argument : command.arguments()) {
                int equals = argument.value().indexOf('=');
                if (equals > 0) {
                    String value = argument.value().substring(equals + 1);
                    variable(file, argument.value().substring(0, equals), value, argument.span(), report);
                }
            }
        }
        Download download = Download.of(command);
        if (download != null && (checked || isLocal(download))) {
            return;
        }
        for (InsecureSettings.Setting setting : InsecureSettings.of(command)) {
            var draft = report.at(file.source(), setting.span(), message(setting.text(), setting.what()));
            if (setting.option() && !step.isExecForm()) {
                int start = setting.span().start();
                boolean spaced = file.source().text().charAt(start - 1) == ' ';
                Span cut = new Span(spaced ? start - 1 : start, setting.span().end());
                draft.fix(Fix.unsafe("remove " + setting.text(), file.source(), Edit.delete(cut)));
            }
        }
    }

    private static void variable(BuildFile file, String name, String value, Span span, Report report) {
        String what = InsecureSettings.variable(name, value);
        if (what != null) {
            report.at(file.source(), span, message(name, what));
        }
    }

    private static String message(String name, String what) {
        return switch (what) {
            case "certificates" ->
                name
                        + " takes any server for the right one; remove it, and install the CA certificate if one is missing";
            case "signatures" ->
                name + " installs what nobody has signed; remove it, and install the key of the repository";
            default -> name + " takes whatever is sent; remove it";
        };
    }

    private static boolean isLocal(Download download) {
        for (Argument url : download.urls()) {
            String host = Hosts.of(url.prefix());
            if (!host.equals("localhost") && !host.startsWith("127.") && !host.equals("::1")) {
                return false;
            }
        }
        return true;
    }
}
