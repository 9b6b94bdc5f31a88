package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.context.BuildContext;
import dev.drydock.model.context.ContextCopy;
import dev.drydock.model.context.DeadPattern;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Place;
import dev.drydock.source.Span;
import dev.drydock.syntax.ignore.IgnoreFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A line of an ignore file that does nothing.
public final class DockerignoreDeadPattern implements Rule.OnProject {

    /// The builds that an ignore file is for.
    private record Builds(BuildFile file, IgnoreFile ignoreFile, List<BuildContext> contexts) {}

    @Override
    public void check(Workspace workspace, Report report) {
        Map<String, Builds> byPath = new LinkedHashMap<>();
        for (BuildFile file : workspace.buildFiles()) {
            if (ContextCopy.of(file).isEmpty()) {
                continue;
            }
            for (BuildContext context : workspace.contexts(file)) {
                IgnoreFile ignoreFile = context.ignoreFile();
                if (ignoreFile != null) {
                    String path = ignoreFile.source().path();
                    byPath.computeIfAbsent(path, _ -> new Builds(file, ignoreFile, new ArrayList<>()))
                            .contexts()
                            .add(context);
                }
            }
        }
        for (Builds builds : byPath.values()) {
            for (DeadPattern dead : DeadPattern.of(builds.ignoreFile(), builds.contexts())) {
                report(builds, dead, report);
            }
        }
    }

    private static void report(Builds builds, DeadPattern dead, Report report) {
        var place = new Place(builds.ignoreFile().source(), dead.pattern().span());
        Report.Draft draft = report.at(place, "\"" + place.text() + "\" does nothing: " + dead.why());
        if (dead.other() != null) {
            draft.related(new Place(place.source(), dead.other().span()), "leaves it out");
        }
        draft.related(builds.file().source(), Span.at(0), "a build that it is for");
    }
}
