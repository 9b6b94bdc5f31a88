package dev.drydock.rules.project;

import dev.drydock.model.ImageStart;
import dev.drydock.model.RemoteDebugger;
import dev.drydock.model.ShippedImage;
import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Variable;
import dev.drydock.model.compose.DevelopmentServers;
import dev.drydock.model.compose.DevelopmentSettings;
import dev.drydock.model.compose.Role;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Pair;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An image that ships and starts a server for development, switches a framework to debugging, or lets a debugger
/// in.
public final class DebugModeInFinalImage implements Rule.OnProject {

    /// Variables that hold arguments of a run-time.
    private static final List<String> ARGUMENTS =
            List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "JAVA_OPTS", "JAVA_ARGS", "CATALINA_OPTS", "NODE_OPTIONS");

    @Override
    public void check(Workspace workspace, Report report) {
        for (BuildFile file : workspace.buildFiles()) {
            for (ShippedImage image : workspace.shippedImages(file)) {
                List<Workspace.Use> uses = workspace.uses(image.stage());
                checkStart(image, uses, report);
                checkSettings(image, uses, report);
            }
            for (ShippedImage image : workspace.disguisedImages(file)) {
                // What a stage for development starts there is as it should be; that production builds it is not.
                if (!workspace.isForDevelopment(image.stage())) {
                    checkStart(image, workspace.uses(image.stage()), report);
                }
            }
        }
    }

    private static void checkStart(ShippedImage image, List<Workspace.Use> uses, Report report) {
        ImageStart start = image.start();
        Workspace.Use runs = runs(uses);
        if (start == null || (runs == null && !uses.isEmpty())) {
            return;
        }
        String server = DevelopmentServers.in(start.words());
        String debugger = RemoteDebugger.in(start.words());
        if (server != null) {
            tell(
                    report.at(
                            start.place(),
                            "\"" + server
                                    + "\" is for development, and the image ships; start a server for production"),
                    image,
                    start.step().stage() != image.stage(),
                    runs);
        } else if (debugger != null) {
            tell(
                    report.at(start.place(), "lets " + debugger + " in, and the image ships; leave it to development"),
                    image,
                    start.step().stage() != image.stage(),
                    runs);
        }
    }

    private static void checkSettings(ShippedImage image, List<Workspace.Use> uses, Report report) {
        for (String name : DevelopmentSettings.names()) {
            Variable variable = image.stage().inherited(name);
            // As a bare word it means something else to every program.
            boolean tells = !name.equals("DEBUG") && variable != null && variable.pair() != null;
            if (tells
                    && variable.value() instanceof Text.Known(String value)
                    && DevelopmentSettings.contain(name, value)
                    && !isChanged(name, uses)) {
                report(image, variable.pair(), name + "=" + value + " is for development, and the image ships", report);
            }
        }
        for (String name : ARGUMENTS) {
            Variable variable = image.stage().inherited(name);
            if (variable != null
                    && variable.pair() != null
                    && variable.value() instanceof Text.Known(String value)
                    && !isChanged(name, uses)) {
                String debugger = RemoteDebugger.in(List.of(value.split(" ", -1)));
                if (debugger != null) {
                    report(image, variable.pair(), name + " lets " + debugger + " in, and the image ships", report);
                }
            }
        }
    }

    private static void report(ShippedImage image, Pair pair, String what, Report report) {
        boolean inherited = !image.stage().span().contains(pair.span()) && image.stageAt(pair.span()) != image.stage();
        tell(
                report.at(
                        image.stage().file().source(),
                        pair.span(),
                        what + "; set it where one develops, as in an overlay of Compose"),
                image,
                inherited,
                null);
    }

    private static void tell(Report.Draft draft, ShippedImage image, boolean inherited, Workspace.@Nullable Use runs) {
        if (inherited) {
            draft.related(image.stage().file().source(), image.stage().span(), "the stage that ships");
        }
        if (runs != null) {
            draft.related(
                    runs.service().namePlace(), "service \"" + runs.service().name() + "\" runs it as it is");
        }
    }

    /// A service that starts what the image does, and not for development or tests, one for production before the
    /// others; null where there is none.
    private static Workspace.@Nullable Use runs(List<Workspace.Use> uses) {
        Workspace.Use found = null;
        for (Workspace.Use use : uses) {
            boolean internal =
                    use.role().kind() == Role.Kind.DEVELOPMENT || use.role().kind() == Role.Kind.TEST;
            if (!internal && use.startsImage() && (found == null || use.role().isProduction())) {
                found = use;
            }
        }
        return found;
    }

    /// Whether every service sets the variable itself; one for production that does not is reported where it is.
    private static boolean isChanged(String name, List<Workspace.Use> uses) {
        boolean changed = !uses.isEmpty();
        for (Workspace.Use use : uses) {
            if (use.role().isProduction()) {
                return true;
            }
            changed &= use.sets(name);
        }
        return changed;
    }
}
