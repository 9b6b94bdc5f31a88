package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Edit;
import dev.drydock.source.Span;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Flag;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Word;

/// Several sources for a destination that does not say that it is a directory.
public final class CopyNeedsTrailingSlash implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            for (Step step : stage.steps()) {
                if (step.instruction() instanceof Instruction.Transfer transfer
                        && transfer.sources().size() > 1
                        && !lacksFlagValue(transfer)
                        && step.value(transfer.destination()) instanceof Text.Known(String path)
                        && !isDirectory(path)) {
                    Word destination = transfer.destination();
                    var draft = report.at(
                            file.source(),
                            destination.span(),
                            "several sources need a directory; end " + path + " with a slash");
                    if (destination.isPlain()) {
                        draft.fix(Fix.safe(
                                "end the destination with a slash",
                                file.source(),
                                new Edit(Span.at(destination.span().end()), "/")));
                    }
                }
            }
        }
    }

    /// `--chown app a /b` is a mistake of its own, after which `app` only looks like a source.
    private static boolean lacksFlagValue(Instruction transfer) {
        for (Flag flag : transfer.head().flags()) {
            if (flag.value() == null
                    && !flag.name().equals("link")
                    && !flag.name().equals("parents")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDirectory(String path) {
        return path.endsWith("/")
                || path.endsWith("\\")
                || path.equals(".")
                || path.equals("..")
                || path.endsWith("/.")
                || path.endsWith("/..");
    }
}
