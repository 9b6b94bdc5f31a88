package dev.drydock.rules.project;

import dev.drydock.model.ShippedImage;
import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Paths;
import dev.drydock.model.build.Step;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Edit;
import dev.drydock.source.Span;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What one stage takes from another in a layer that hangs on all the layers before it.
public final class CopyWithoutLink implements Rule.OnProject {

    /// Directories that are links in images of today: a linked layer would put a directory in their place.
    private static final List<String> LINKS =
            List.of("/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/var/run", "/var/lock");

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            Set<Span> told = new HashSet<>();
            for (ShippedImage image : workspace.shippedImages(file)) {
                boolean builds = false;
                for (Step step : image.steps()) {
                    if (step.instruction() instanceof Instruction.Copy copy
                            && copy.from() != null
                            && builds
                            && copy.flag("link") == null
                            && mayBeLinked(step, copy)
                            && told.add(copy.span())) {
                        report(file, copy, report);
                    }
                    builds |= step.instruction() instanceof Instruction.Run
                            || step.instruction() instanceof Instruction.Transfer;
                }
            }
        }
    }

    private static void report(BuildFile file, Instruction.Copy copy, Report report) {
        Span keyword = copy.head().keywordSpan();
        report.at(
                        file.source(),
                        keyword,
                        "COPY --from without --link is made again whenever a layer before it changes; add --link")
                .fix(Fix.unsafe("add --link", file.source(), Edit.insert(keyword.end(), " --link")));
    }

    /// Whether the layer means the same by itself: its owner is no name, and its place is no link.
    private static boolean mayBeLinked(Step step, Instruction.Copy copy) {
        if (!(step.value(copy.destination()) instanceof Text.Known(String written))
                || !(step.workdir() instanceof Text.Known(String workdir))
                || step.stage().isWindows()) {
            return false;
        }
        var owner = copy.flagValue("chown");
        if (owner != null && !(step.value(owner) instanceof Text.Known(String id) && isNumeric(id))) {
            return false;
        }
        String path = Paths.join(workdir, written);
        for (String link : LINKS) {
            if (path.equals(link) || path.startsWith(link + "/")) {
                return false;
            }
        }
        return !path.equals("/");
    }

    private static boolean isNumeric(String owner) {
        for (int i = 0; i < owner.length(); i++) {
            if (!Character.isDigit(owner.charAt(i)) && owner.charAt(i) != ':') {
                return false;
            }
        }
        return true;
    }
}
