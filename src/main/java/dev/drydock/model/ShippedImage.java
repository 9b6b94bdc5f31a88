package dev.drydock.model;

import dev.drydock.model.build.Base;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.build.Variable;
import dev.drydock.model.command.Argument;
import dev.drydock.model.command.Command;
import dev.drydock.model.command.InstalledPackages;
import dev.drydock.model.compose.DevelopmentSettings;
import dev.drydock.model.compose.Role;
import dev.drydock.source.Span;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.CommandLine;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An image that ships and does work of its own, so that tools of development have no place in it. An image for
/// development or tests, one to work in, and one that others start from is none.
public final class ShippedImage {

    private final Stage stage;
    private final List<Stage> lineage;
    private final List<Step> steps = new ArrayList<>();
    private @Nullable Step entrypoint;
    private @Nullable Step cmd;

    private ShippedImage(Stage stage) {
        this.stage = stage;
        this.lineage = stage.lineage().reversed();
        for (Stage one : lineage) {
            for (Step step : one.steps()) {
                if (!step.isOnbuild()) {
                    add(step);
                }
            }
        }
    }

    private void add(Step step) {
        steps.add(step);
        if (step.instruction() instanceof Instruction.Entrypoint) {
            entrypoint = step;
            // Docker drops the command of an image where another one that starts from it sets its entrypoint.
            cmd = cmd != null && cmd.stage() != step.stage() ? null : cmd;
        } else if (step.instruction() instanceof Instruction.Cmd) {
            cmd = step;
        }
    }

    /// Those that a file makes.
    static List<ShippedImage> of(Workspace workspace, BuildFile file) {
        var images = new ArrayList<ShippedImage>();
        for (Stage stage : workspace.shipped(file)) {
            var image = new ShippedImage(stage);
            Role said = workspace.said(stage);
            boolean internal = said == null ? image.isInternal() : !said.isProduction();
            if (stage.startsSomething() && !internal) {
                images.add(image);
            }
        }
        return images;
    }

    /// Whether a stage is for development or tests, by its name.
    static boolean isNamedInternal(Stage stage) {
        return stage.name() != null && InternalImages.names("stage", stage.name());
    }

    /// The stage that ships.
    public Stage stage() {
        return stage;
    }

    /// The steps that made it, those of parent stages first, without those for later builds.
    public List<Step> steps() {
        return steps;
    }

    /// What a container of it starts; null where the files do not say.
    public @Nullable ImageStart start() {
        return ImageStart.of(entrypoint, cmd);
    }

    /// The image that services for production run as it is, whether or not it looks as if it were for development.
    static ShippedImage ofAny(Stage stage) {
        return new ShippedImage(stage);
    }

    /// The packages that are there at the end.
    public InstalledPackages packages() {
        var packages = new InstalledPackages();
        for (Step step : steps) {
            if (step.instruction() instanceof Instruction.Run) {
                packages.add(step.commands());
            }
        }
        return packages;
    }

    /// The stages through which what the stage `origin` has comes to the image: after it, up to the one that ships.
    public List<Stage> heirs(Stage origin) {
        var heirs = new ArrayList<Stage>();
        boolean after = false;
        for (Stage one : lineage) {
            if (after) {
                heirs.add(one);
            }
            after |= one == origin;
        }
        return heirs;
    }

    /// The stage, of those the image is made of, that a place lies in.
    public Stage stageAt(Span place) {
        for (Step step : steps) {
            if (step.instruction().span().contains(place)) {
                return step.stage();
            }
        }
        return stage;
    }

    /// Whether what the image starts, or how it is checked for health, speaks of something.
    public boolean speaksOf(String name) {
        for (Step step : steps) {
            boolean speaks = step == entrypoint || step == cmd || step.instruction() instanceof Instruction.Healthcheck;
            if (speaks && step.text().contains(name)) {
                return true;
            }
        }
        return false;
    }

    private boolean isInternal() {
        String path = stage.file().source().path();
        int slash = path.lastIndexOf('/');
        if (InternalImages.names("file", path.substring(slash + 1))
                || (slash > 0 && isInternalDirectory(path.substring(0, slash)))
                || isNamedInternal(stage)) {
            return true;
        }
        // Whoever calls a stage so builds it for production, whatever it is set to.
        return !Role.ofName(stage.name()).isProduction() && isInternalByContent();
    }

    private boolean isInternalByContent() {
        return (stage.root() instanceof Base.Image(var _, var reference)
                        && reference != null
                        && InternalImages.contains("image", reference.familiarName()))
                || isSetToDevelopment()
                || startsInternally();
    }

    private static boolean isInternalDirectory(String directory) {
        int start = 0;
        for (int i = 0; i <= directory.length(); i++) {
            if (i == directory.length() || directory.charAt(i) == '/') {
                if (InternalImages.names("directory", directory.substring(start, i))) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    private boolean isSetToDevelopment() {
        if (steps.isEmpty()) {
            return false;
        }
        Step last = steps.getLast();
        for (String name : DevelopmentSettings.names()) {
            Variable variable = last.variable(name);
            if (variable != null
                    && !name.contains("DEBUG")
                    && variable.value() instanceof Text.Known(String value)
                    && DevelopmentSettings.contain(name, value)) {
                return true;
            }
        }
        return false;
    }

    private boolean startsInternally() {
        List<String> further = cmd == null ? List.of() : words(cmd);
        return startsInternally(cmd, List.of()) || startsInternally(entrypoint, further);
    }

    private static boolean startsInternally(@Nullable Step step, List<String> further) {
        if (step == null) {
            return false;
        }
        boolean idle = true;
        List<Command> commands = step.commands().list();
        for (int i = 0; i < commands.size(); i++) {
            Command command = commands.get(i);
            if (command.name().isEmpty()) {
                idle = false;
                continue;
            }
            if (InternalImages.isCommand("internal", command, further)
                    || runsInternalScript(command, further)
                    || hasMark(command)) {
                return true;
            }
            boolean wraps = i + 1 < commands.size() && commands.get(i + 1).wrapper() == command;
            idle &= wraps || InternalImages.isCommand("idle", command, further);
        }
        return idle && !commands.isEmpty();
    }

    private static boolean runsInternalScript(Command command, List<String> further) {
        String script = command.name();
        boolean interprets = switch (script) {
            case "sh", "bash", "ash", "zsh", "python", "python3", "node", "ruby", "perl", "php" -> true;
            case String _ -> false;
        };
        if (interprets) {
            List<Argument> arguments = command.arguments();
            script = !arguments.isEmpty() ? arguments.getFirst().value() : further.isEmpty() ? "" : further.getFirst();
        }
        return InternalImages.names("script", script.substring(script.lastIndexOf('/') + 1));
    }

    private static boolean hasMark(Command command) {
        for (Argument argument : command.arguments()) {
            if (argument.isOption() && InternalImages.contains("mark", argument.value())) {
                return true;
            }
        }
        return false;
    }

    private static List<String> words(Step cmd) {
        var words = new ArrayList<String>();
        if (cmd.instruction() instanceof Instruction.Cmd(var _, CommandLine.Exec exec)) {
            for (Word word : exec.arguments()) {
                words.add(word.raw().text());
            }
        }
        return words;
    }
}
