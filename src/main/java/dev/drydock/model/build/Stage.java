package dev.drydock.model.build;

import dev.drydock.model.image.BaseImage;
import dev.drydock.model.image.BaseImages;
import dev.drydock.source.Span;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Flag;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Mount;
import dev.drydock.syntax.dockerfile.Pair;
import dev.drydock.syntax.dockerfile.Word;
import dev.drydock.syntax.image.ImageReference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A stage of a build: what it starts from and its steps.
public final class Stage {

    /// An image has no more layers than this: what lies below so many stages is unknown, and nobody follows them
    /// for long.
    private static final int DEEPEST = 127;

    private final BuildFile file;
    private final int index;
    private final Instruction.@Nullable From from;
    private final Base base;
    /// How many stages lie below this one.
    private final int depth;
    private final List<Step> steps = new ArrayList<>();
    private final Definitions environment = new Definitions();
    private final Definitions arguments = new Definitions();
    private final Choices shells = new Choices();
    private final Choices users = new Choices();
    private final Choices workdirs = new Choices();
    private final Choices triggeredWorkdirs = new Choices();
    /// The working directory after each of them.
    private final List<Text> workdirPaths = new ArrayList<>();
    private final List<Dependency> dependencies = new ArrayList<>();

    private @Nullable BaseImage image;
    private boolean imageSought;
    private @Nullable PackageSettings packageSettings;
    private @Nullable Users made;

    Stage(BuildFile file, int index, Instruction.@Nullable From from) {
        this.file = file;
        this.index = index;
        this.from = from;
        this.base = from == null ? new Base.Unknown() : base(from.image());
        Stage below = parent();
        this.depth = below == null ? 0 : below.depth + 1;
    }

    private Base base(Word image) {
        Text text = image.value(file::globalValue);
        if (!(text instanceof Text.Known(String reference))) {
            return new Base.Unknown();
        }
        Stage parent = file.stageNamed(reference, index);
        if (parent != null) {
            dependencies.add(new Dependency(this, parent, Dependency.Kind.PARENT, image.span()));
            return parent.depth < DEEPEST ? new Base.Parent(parent) : new Base.Unknown();
        }
        return reference.equals("scratch")
                ? new Base.Scratch()
                : new Base.Image(reference, ImageReference.parse(reference));
    }

    /// Takes the next instruction in. Called by [BuildFile] while it is built, in order.
    void add(Instruction instruction) {
        boolean onbuild = instruction instanceof Instruction.Onbuild;
        Instruction real = instruction instanceof Instruction.Onbuild trigger ? trigger.trigger() : instruction;
        Step step = new Step(this, steps.size(), real, onbuild);
        steps.add(step);
        if (onbuild) {
            if (real instanceof Instruction.Workdir) {
                triggeredWorkdirs.add(step);
            }
            return;
        }
        switch (real) {
            case Instruction.Env env -> {
                for (Pair pair : env.pairs()) {
                    Text value = pair.value() == null ? Text.of("") : step.value(pair.value());
                    environment.add(step, new Variable(pair.name(), value, Variable.Kind.ENV, pair));
                }
            }
            case Instruction.Arg arg -> {
                for (Pair pair : arg.pairs()) {
                    Text value = pair.value() != null ? step.value(pair.value()) : bareArgument(pair.name());
                    arguments.add(step, new Variable(pair.name(), value, Variable.Kind.ARG, pair));
                }
            }
            case Instruction.Shell _ -> shells.add(step);
            case Instruction.User _ -> users.add(step);
            case Instruction.Workdir workdir -> {
                workdirPaths.add(Paths.from(step.workdir(), step.value(workdir.path())));
                workdirs.add(step);
            }
            case Instruction.Copy copy -> {
                if (copy.from() != null) {
                    depend(step, copy.from(), Dependency.Kind.COPY);
                }
            }
            case Instruction.Run run -> {
                for (Mount mount : run.mounts()) {
                    if (mount.from() != null) {
                        depend(step, mount.from(), Dependency.Kind.MOUNT);
                    }
                }
            }
            default -> {
                // The others change nothing that later steps ask for.
            }
        }
    }

    /// `ARG name` alone takes the value of the global one; a bare platform argument is known when the build runs.
    private Text bareArgument(String name) {
        Text global = file.globalValue(name);
        return global == null ? Text.unknown() : global;
    }

    private void depend(Step step, Word from, Dependency.Kind kind) {
        if (!(step.value(from) instanceof Text.Known(String name))) {
            return;
        }
        Stage stage = file.stageReferred(name, index);
        if (stage != null) {
            depend(stage, kind, from.span());
        } else {
            file.expect(this, name, kind, from.span());
        }
    }

    void depend(Stage stage, Dependency.Kind kind, Span span) {
        dependencies.add(new Dependency(this, stage, kind, span));
    }

    public BuildFile file() {
        return file;
    }

    /// Its place among the file's stages, from 0.
    public int index() {
        return index;
    }

    /// The `FROM`, null for the implied stage of a fragment that has none.
    public Instruction.@Nullable From from() {
        return from;
    }

    /// The name in lower case, as BuildKit compares it; null where it has none.
    public @Nullable String name() {
        return from == null || from.name() == null ? null : from.name().text().toLowerCase(Locale.ROOT);
    }

    /// How messages call the stage: its name in quotes, or its number.
    public String title() {
        return name() != null ? "stage \"" + name() + "\"" : "stage " + index;
    }

    public Base base() {
        return base;
    }

    /// The stage that this one starts from, or null.
    public @Nullable Stage parent() {
        return base instanceof Base.Parent(Stage stage) ? stage : null;
    }

    /// Follows `FROM stage` down to what the stage in the end starts from: never a [Base.Parent].
    public Base root() {
        Stage stage = this;
        while (stage.base instanceof Base.Parent(Stage parent)) {
            stage = parent;
        }
        return stage.base;
    }

    /// What is known of the image at the root; null where the image is not in the table.
    public @Nullable BaseImage rootImage() {
        Stage below = parent();
        if (below != null) {
            return below.rootImage();
        }
        if (!imageSought) {
            image = base instanceof Base.Image(var _, ImageReference reference) && reference != null
                    ? BaseImages.find(reference)
                    : null;
            imageSought = true;
        }
        return image;
    }

    /// Every instruction after the `FROM`, in order.
    public List<Step> steps() {
        return steps;
    }

    /// What package managers were told once for all, here and in the stages that this one starts from.
    public PackageSettings packageSettings() {
        // Read on first use. Racing threads read the same.
        PackageSettings known = packageSettings;
        if (known == null) {
            known = new PackageSettings(this);
            packageSettings = known;
        }
        return known;
    }

    /// The users and groups that are made here and in the stages that this one starts from.
    public Users users() {
        Users known = made;
        if (known == null) {
            known = new Users(this);
            made = known;
        }
        return known;
    }

    /// Whether certainly no shell is there at the end.
    public boolean lacksShell() {
        return ImageShell.isMissing(this, Integer.MAX_VALUE);
    }

    /// Whether certainly no user of this name is there before the step number `before`.
    public boolean lacksUser(String name, int before) {
        return MissingUsers.lacks(this, name, before);
    }

    /// This stage and those that it starts from, itself first.
    public List<Stage> lineage() {
        var lineage = new ArrayList<Stage>();
        for (Stage stage = this; stage != null; stage = stage.parent()) {
            lineage.add(stage);
        }
        return lineage;
    }

    /// The stages that this one uses directly, in order.
    public List<Dependency> dependencies() {
        return dependencies;
    }

    /// The span that stands for the whole stage: its `FROM`, or its first instruction.
    public Span span() {
        return from != null
                ? from.head().text().span()
                : steps.isEmpty()
                        ? Span.at(0)
                        : steps.getFirst().instruction().head().keywordSpan();
    }

    /// Whether this stage runs Windows: by its base image, or by its shell.
    public boolean isWindows() {
        return ImageShell.isWindows(this);
    }

    @Nullable
    Variable variable(String name, int before) {
        Variable own = environment.last(name, before);
        if (own != null) {
            return own;
        }
        Stage parent = parent();
        Variable inherited = parent == null ? imageVariable(name) : parent.inherited(name);
        if (inherited != null) {
            return inherited;
        }
        for (Stage stage = this; stage != null; stage = stage.parent()) {
            Variable argument = stage.arguments.last(name, stage == this ? before : Integer.MAX_VALUE);
            if (argument != null) {
                return argument;
            }
        }
        return Predefined.isProxy(name) ? new Variable(name, Text.unknown(), Variable.Kind.PREDEFINED, null) : null;
    }

    /// The variable as a container of this stage sees it: arguments reach the stages that start from this one, and
    /// no container.
    public @Nullable Variable inherited(String name) {
        for (Stage stage = this; ; ) {
            Variable own = stage.environment.last(name, Integer.MAX_VALUE);
            if (own != null) {
                return own;
            }
            Stage parent = stage.parent();
            if (parent == null) {
                return stage.imageVariable(name);
            }
            stage = parent;
        }
    }

    private @Nullable Variable imageVariable(String name) {
        if (name.equals("PATH") && !(base instanceof Base.Scratch)) {
            return new Variable(name, Text.unknown(), Variable.Kind.IMAGE, null);
        }
        BaseImage image = rootImage();
        return image != null && image.environment().contains(name)
                ? new Variable(name, Text.unknown(), Variable.Kind.IMAGE, null)
                : null;
    }

    /// What a variable that nobody sets is: empty where the environment of the base is known, otherwise unknown.
    Text valueOfUnset() {
        return knowsEnvironment() ? Text.of("") : Text.unknown();
    }

    /// Whether every variable of the base is known, so that one that is not set here is not set at all.
    public boolean knowsEnvironment() {
        BaseImage image = rootImage();
        return root() instanceof Base.Scratch || (image != null && image.completeEnvironment());
    }

    /// What `ENV` defines here.
    Definitions environment() {
        return environment;
    }

    /// What `ARG` defines here.
    Definitions arguments() {
        return arguments;
    }

    ShellSetting shell(int before) {
        for (Stage stage = this; stage != null; stage = stage.parent()) {
            Step set = stage.shells.last(stage == this ? before : Integer.MAX_VALUE);
            if (set != null && set.instruction() instanceof Instruction.Shell shell) {
                return new ShellSetting(
                        shell.command().arguments().stream().map(Word::text).toList(), shell);
            }
        }
        return isWindows() ? ShellSetting.WINDOWS : ShellSetting.LINUX;
    }

    /// The step that chose the user in force before the step `before`, here or in a parent stage; null where none
    /// did.
    public @Nullable Step userStep(int before) {
        for (Stage stage = this; stage != null; stage = stage.parent()) {
            Step set = stage.users.last(stage == this ? before : Integer.MAX_VALUE);
            if (set != null) {
                return set;
            }
        }
        return null;
    }

    Text user(int before) {
        Step set = userStep(before);
        if (set != null && set.instruction() instanceof Instruction.User user) {
            return set.value(user.user());
        }
        return switch (root()) {
            case Base.Scratch() -> Text.of("root");
            case Base.Image _ -> {
                BaseImage image = rootImage();
                yield image == null ? Text.unknown() : image.user();
            }
            case Base.Unknown _, Base.Parent _ -> Text.unknown();
        };
    }

    /// The user that the stage ends with.
    public Text finalUser() {
        return user(Integer.MAX_VALUE);
    }

    Text workdir(int before) {
        int count = workdirs.count(before);
        if (count > 0) {
            return workdirPaths.get(count - 1);
        }
        return parent() != null ? parent().workdir(Integer.MAX_VALUE) : baseWorkdir();
    }

    private Text baseWorkdir() {
        BaseImage image = rootImage();
        return image != null
                ? Text.of(image.workdir())
                : root() instanceof Base.Scratch ? Text.of("/") : Text.unknown();
    }

    /// Whether the shell of this name has the option `pipefail` here.
    public boolean shellHasPipefail(String shell) {
        return ImageShell.hasPipefail(this, shell);
    }

    /// Whether `sh` is bash here, as it is on the RPM distributions.
    public boolean shellIsBash() {
        return ImageShell.isBash(this);
    }

    /// Whether a `WORKDIR` stands before the step, here or in a parent stage. One that `ONBUILD` triggers
    /// counts for the triggers after it, and for the stages that start from its own.
    public boolean hasWorkdir(Step step) {
        if (step.isOnbuild() && triggeredWorkdirs.last(step.index()) != null) {
            return true;
        }
        for (Stage stage = this; stage != null; stage = stage.parent()) {
            if (stage.workdirs.last(stage == this ? step.index() : Integer.MAX_VALUE) != null
                    || (stage != this && !stage.triggeredWorkdirs.isEmpty())) {
                return true;
            }
        }
        return false;
    }

    /// Whether the stage may be built by itself: it has a name, and not one that stages have for others to use.
    public boolean mayBeTarget() {
        String name = name();
        return name != null && !StageNames.isHelper(name);
    }

    /// Whether a container of this image starts something of its own: the stage or a parent has a command that is
    /// more than a shell or an interpreter waiting for input, or the image at its root is one that serves by
    /// itself.
    public boolean startsSomething() {
        return Startup.startsSomething(this);
    }

    /// Whether the image has a program that starts as root to become another user.
    public boolean dropsPrivileges() {
        return Startup.dropsPrivileges(this);
    }

    /// Whether `--from=name` inside this stage would mean this stage itself.
    public boolean isCalled(String name) {
        return name.equalsIgnoreCase(name()) || (from != null && BuildFile.number(name) == index);
    }

    /// The names of the arguments that the stage declares, in order; those that a later build declares are not.
    public Set<String> argumentNames() {
        Set<String> names = new LinkedHashSet<>();
        for (Instruction.Arg arg : all(Instruction.Arg.class)) {
            for (Pair pair : arg.pairs()) {
                names.add(pair.name());
            }
        }
        return names;
    }

    /// The instructions of a kind, in order, those for later builds not among them. Where only one can count, it is
    /// the last.
    public <T extends Instruction> List<T> all(Class<T> kind) {
        var all = new ArrayList<T>();
        for (Step step : steps) {
            if (!step.isOnbuild() && kind.isInstance(step.instruction())) {
                all.add(kind.cast(step.instruction()));
            }
        }
        return all;
    }

    /// The step with the last instruction of a kind of which only one counts, here or in a parent stage; null where
    /// there is none.
    public @Nullable Step last(Class<? extends Instruction> kind) {
        for (Stage stage = this; stage != null; stage = stage.parent()) {
            for (Step step : stage.steps.reversed()) {
                if (!step.isOnbuild() && kind.isInstance(step.instruction())) {
                    return step;
                }
            }
        }
        return null;
    }

    /// The flag with this name of the `FROM`, or null.
    public @Nullable Flag flag(String name) {
        return from == null ? null : from.flag(name);
    }

    @Override
    public String toString() {
        return title();
    }
}
