package dev.drydock.rules.project;

import dev.drydock.model.ShippedImage;
import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Step;
import dev.drydock.model.context.BuildContext;
import dev.drydock.model.context.ContextCopy;
import dev.drydock.model.context.DevelopmentFiles;
import dev.drydock.model.image.BaseImage;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Span;
import dev.drydock.syntax.ignore.IgnoreFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A whole context that is copied into the image that ships, and brings along what only developers need.
public final class BroadCopy implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            Set<Span> told = new HashSet<>();
            for (ShippedImage image : workspace.shippedImages(file)) {
                BaseImage root = image.stage().rootImage();
                // What a web server serves is whatever lies there.
                if (root != null && root.serves()) {
                    continue;
                }
                for (Step step : image.steps()) {
                    ContextCopy whole = ContextCopy.whole(ContextCopy.of(step));
                    if (whole != null && told.add(whole.source().span())) {
                        check(workspace, image, whole, report);
                    }
                }
            }
        }
    }

    private static void check(Workspace workspace, ShippedImage image, ContextCopy whole, Report report) {
        for (BuildContext context : workspace.contexts(image.stage().file())) {
            IgnoreFile ignoreFile = context.ignoreFile();
            // Where there is none, dockerignore-missing says so.
            if (ignoreFile == null) {
                continue;
            }
            var needless = new ArrayList<String>();
            for (String name : DevelopmentFiles.in(context)) {
                if (!isUsed(image, name)) {
                    needless.add(name + "/");
                }
            }
            if (!needless.isEmpty()) {
                var draft = report.at(
                        image.stage().file().source(),
                        whole.source().span(),
                        "brings " + list(needless) + " into the image that ships; name what it needs, or leave "
                                + (needless.size() == 1 ? "it" : "them") + " out in " + ignoreFile.source());
                draft.related(ignoreFile.source(), Span.at(0), "the ignore file");
                if (whole.step().stage() != image.stage()) {
                    draft.related(image.stage().file().source(), image.stage().span(), "the stage that ships");
                }
                return;
            }
        }
    }

    /// Whether a step speaks of the directory: it tests, or removes what it does not need.
    private static boolean isUsed(ShippedImage image, String name) {
        for (Step step : image.steps()) {
            if (step.text().contains(name)) {
                return true;
            }
        }
        return false;
    }

    private static String list(List<String> names) {
        return names.size() == 1
                ? names.getFirst()
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}
