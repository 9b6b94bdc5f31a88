package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.context.BuildContext;
import dev.drydock.model.context.ContextCopy;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Place;
import dev.drydock.syntax.ignore.IgnoreFile;

/// A file that is copied although the ignore file leaves it out of the context.
public final class CopyIgnoredFile implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            for (BuildContext context : workspace.contexts(file)) {
                IgnoreFile ignoreFile = context.ignoreFile();
                if (ignoreFile != null) {
                    for (ContextCopy copy : ContextCopy.of(file)) {
                        check(file, context, ignoreFile, copy, report);
                    }
                }
            }
        }
    }

    private static void check(
            BuildFile file, BuildContext context, IgnoreFile ignoreFile, ContextCopy copy, Report report) {
        IgnoreFile.Decision decision = context.decide(copy.path());
        if (!decision.ignored() || decision.by() == null || context.mayHold(copy.path(), copy.isPattern())) {
            return;
        }
        report.at(
                        file.source(),
                        copy.source().span(),
                        "\"" + copy.path() + "\" is not in the build context: " + ignoreFile.source() + " leaves it out")
                .related(new Place(ignoreFile.source(), decision.by().span()), "leaves it out");
    }
}
