package dev.drydock.rules.project;

import dev.drydock.model.ImageStart;
import dev.drydock.model.ShippedImage;
import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.command.Command;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A Python program whose output waits in a buffer.
public final class PythonRuntimeEnv implements Rule.OnProject {

    private static final String VARIABLE = "PYTHONUNBUFFERED";

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            Set<Span> told = new HashSet<>();
            for (ShippedImage image : workspace.shippedImages(file)) {
                ImageStart start = image.start();
                Command python = start == null ? null : start.last();
                if (start != null
                        && python != null
                        && isPython(python.name())
                        && !start.gives("-u")
                        && isUnset(image.stage())
                        && !isSet(workspace.uses(image.stage()))
                        && told.add(python.executable().span())) {
                    report(file, image, python, report);
                }
            }
        }
    }

    private static void report(BuildFile file, ShippedImage image, Command python, Report report) {
        var draft = report.at(
                file.source(),
                python.executable().span(),
                python.name() + " keeps what it prints in a buffer, and the last lines before a crash are lost; set"
                        + " ENV " + VARIABLE + "=1");
        if (image.stageAt(python.executable().span()) != image.stage()) {
            draft.related(file.source(), image.stage().span(), "the stage that ships");
        }
    }

    private static boolean isPython(String name) {
        return switch (name) {
            case "python", "python2", "python3", "gunicorn", "uvicorn", "hypercorn", "celery", "flask", "streamlit" ->
                true;
            case String _ -> name.startsWith("python3.");
        };
    }

    private static boolean isUnset(Stage stage) {
        return stage.inherited(VARIABLE) == null && stage.knowsEnvironment();
    }

    /// Whether every service sets it, or has a file that may.
    private static boolean isSet(List<Workspace.Use> uses) {
        boolean set = !uses.isEmpty();
        for (Workspace.Use use : uses) {
            set &= use.sets(VARIABLE);
        }
        return set;
    }
}
