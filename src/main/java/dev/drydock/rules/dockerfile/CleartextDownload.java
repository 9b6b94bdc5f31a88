package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Argument;
import dev.drydock.model.command.Command;
import dev.drydock.model.command.Hosts;
import dev.drydock.model.command.Verification;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Span;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Word;
import java.util.List;

/// A download over a connection that anybody on the way can change.
public final class CleartextDownload implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            for (Step step : stage.steps()) {
                switch (step.instruction()) {
                    case Instruction.Add add -> check(step, add, report);
                    case Instruction.Run _ -> {
                        if (!Verification.isIn(step.commands())) {
                            for (Command command : step.commands()) {
                                check(step, command, report);
                            }
                        }
                    }
                    default -> {
                        // No other instruction downloads.
                    }
                }
            }
        }
    }

    private static void check(Step step, Instruction.Add add, Report report) {
        for (Word source : add.sources()) {
            if (add.flag("checksum") == null && step.value(source) instanceof Text.Known(String url)) {
                check(step, url, source.span(), report);
            }
        }
    }

    private static void check(Step step, Command command, Report report) {
        if (!fetches(command)) {
            return;
        }
        List<Argument> arguments = command.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            boolean isUrl = i == 0 || !isOther(arguments.get(i - 1).value());
            if (isUrl) {
                check(step, arguments.get(i).prefix(), arguments.get(i).span(), report);
            }
        }
    }

    private static void check(Step step, String url, Span span, Report report) {
        boolean clear = url.startsWith("http://") || url.startsWith("ftp://");
        if (clear && Hosts.isPublic(Hosts.of(url))) {
            report.at(
                    step.stage().file().source(),
                    span,
                    "comes over " + url.substring(0, url.indexOf(':'))
                            + ", where anyone on the way can change it; use https, or check its checksum");
        }
    }

    /// Whether what a command fetches is used as it comes. Indexes of distributions are signed.
    private static boolean fetches(Command command) {
        return switch (command.name()) {
            case "curl", "wget", "aria2c", "rpm", "apt-key", "svn" -> true;
            case "git" -> command.has("clone") || command.has("submodule") || command.has("fetch");
            case "pip", "pip3", "gem", "npm", "yarn", "pnpm" -> true;
            case String _ -> false;
        };
    }

    /// Whether an option takes a URL that nothing is fetched from.
    private static boolean isOther(String option) {
        return switch (option) {
            case "-x",
                    "--proxy",
                    "--preproxy",
                    "--socks5",
                    "-e",
                    "--referer",
                    "-H",
                    "--header",
                    "--resolve",
                    "-d",
                    "--data" -> true;
            case String _ -> false;
        };
    }
}
