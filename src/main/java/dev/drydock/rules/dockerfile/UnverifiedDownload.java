package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Paths;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Argument;
import dev.drydock.model.command.Command;
import dev.drydock.model.command.Download;
import dev.drydock.model.command.Verification;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Word;

/// A file from the network that nothing checks.
public final class UnverifiedDownload implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            for (Step step : stage.steps()) {
                switch (step.instruction()) {
                    case Instruction.Add add -> check(step, add, report);
                    case Instruction.Run _ -> check(step, report);
                    default -> {
                        // No other instruction downloads.
                    }
                }
            }
        }
    }

    private static void check(Step step, Instruction.Add add, Report report) {
        if (add.flag("checksum") != null) {
            return;
        }
        for (Word source : add.sources()) {
            if (step.value(source) instanceof Text.Known(String url) && isFile(url) && !checkedLater(step)) {
                report.at(
                        step.stage().file().source(),
                        source.span(),
                        "takes whatever the server sends; add --checksum=sha256:…");
            }
        }
    }

    private static void check(Step step, Report report) {
        for (Command command : step.commands()) {
            Download download = Download.of(command);
            if (download == null || checkedLater(step)) {
                continue;
            }
            for (Argument url : download.urls()) {
                if (isFile(url.prefix()) && isPackage(url.prefix())) {
                    report.at(
                            step.stage().file().source(),
                            url.span(),
                            "takes whatever the server sends; compare its checksum, such as with sha256sum -c");
                }
            }
        }
    }

    /// A file of a web server; a repository has its commits for checksums.
    private static boolean isFile(String url) {
        return (url.startsWith("https://") || url.startsWith("http://") || url.startsWith("ftp://"))
                && !url.endsWith(".git")
                && !url.contains(".git#");
    }

    private static boolean isPackage(String url) {
        return Paths.mayBeArchive(url)
                || url.endsWith(".zip")
                || url.endsWith(".deb")
                || url.endsWith(".rpm")
                || url.endsWith(".apk")
                || url.endsWith(".jar")
                || url.endsWith(".whl");
    }

    private static boolean checkedLater(Step step) {
        for (Step each : step.stage().steps()) {
            if (each.index() >= step.index() && Verification.isIn(each.commands())) {
                return true;
            }
        }
        return false;
    }
}
