package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.ComposeFile;
import dev.drydock.model.compose.UnusedExtension;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;

/// A part of a file that is there to be named by others, and is not.
public final class UnusedResource implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (ComposeFile file : workspace.compose().files()) {
            for (UnusedExtension extension : UnusedExtension.of(file)) {
                report.at(
                        extension.place(),
                        "nothing in this file names *" + extension.anchor() + "; use \"" + extension.key()
                                + "\", or take it away");
            }
        }
    }
}
