package dev.drydock.model.contents;

import dev.drydock.model.build.Base;
import dev.drydock.model.build.Paths;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.context.BuildContext;
import dev.drydock.source.Place;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Mount;
import dev.drydock.syntax.dockerfile.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What each stage of a Dockerfile has in its image when it is built from a certain context. Read on
/// demand.
public final class BuildContents {

    private final @Nullable BuildContext context;
    private final Map<String, BuildContext> named;
    private final Map<Stage, ImageContents> byStage = new HashMap<>();

    private BuildContents(@Nullable BuildContext context, Map<String, BuildContext> named) {
        this.context = context;
        this.named = Map.copyOf(named);
    }

    /// The contents of the stages of a file.
    ///
    /// @param context where the build gets its files from; null where that is unknown
    /// @param named further contexts that are directories of the project
    public static BuildContents of(@Nullable BuildContext context, Map<String, BuildContext> named) {
        return new BuildContents(context, named);
    }

    /// What the image of a stage has.
    public ImageContents at(Stage stage) {
        ImageContents known = byStage.get(stage);
        if (known != null) {
            return known;
        }
        // From what a stage starts from to itself: a chain of stages may be longer than the stack is deep.
        for (Stage each : ImageContents.needs(stage)) {
            if (each.index() < stage.index() && !byStage.containsKey(each)) {
                byStage.put(each, read(each));
            }
        }
        ImageContents own = read(stage);
        byStage.put(stage, own);
        return own;
    }

    private ImageContents read(Stage stage) {
        Stage parent = stage.parent();
        ImageContents inherited = parent == null ? null : byStage.get(parent);
        Filesystem files = inherited == null ? new Filesystem(base(stage)) : new Filesystem(inherited.filesystem());
        var packages = new PackageReader(stage, inherited == null ? List.of() : inherited.allPackages());
        if (parent == null && !(stage.base() instanceof Base.Scratch)) {
            files.addUnknown("/", base(stage));
        }
        if (parent != null && hasTriggers(parent)) {
            files.disturb("/", base(stage));
        }
        for (Step step : stage.steps()) {
            if (!step.isOnbuild()) {
                apply(step, files, packages);
            }
        }
        return new ImageContents(this, stage, files, packages.packages());
    }

    private static boolean hasTriggers(Stage stage) {
        for (Step step : stage.steps()) {
            if (step.isOnbuild()) {
                return true;
            }
        }
        return false;
    }

    private static Origin base(Stage stage) {
        Span span = stage.from() == null ? stage.span() : stage.from().image().span();
        var place = new Place(stage.file().source(), span);
        return new Origin(Origin.Means.BASE, place.text(), place, null, null);
    }

    private void apply(Step step, Filesystem files, PackageReader packages) {
        switch (step.instruction()) {
            case Instruction.Transfer transfer -> transfer(step, transfer, files, packages);
            case Instruction.Workdir workdir -> {
                Origin origin = origin(step, workdir.path().span(), Origin.Means.WORKDIR, "WORKDIR");
                if (!(step.value(workdir.path()) instanceof Text.Known(String path))
                        || !(step.workdir() instanceof Text.Known(String before) || Paths.isAbsolute(path))) {
                    files.addUnknown("/", origin);
                } else if (!files.put(Paths.join(step.workdir().or("/"), path), Entry.Kind.DIRECTORY, origin, null)) {
                    files.disturb("/", origin);
                }
            }
            case Instruction.Run run -> {
                CommandEffects.of(step, files, mounts(step, run)).apply();
                packages.run(step);
            }
            default -> {
                // The others say how the image is used.
            }
        }
    }

    private void transfer(Step step, Instruction.Transfer transfer, Filesystem files, PackageReader packages) {
        Word from = transfer instanceof Instruction.Copy copy ? copy.from() : null;
        Taken taken = taken(step, from, transfer.head().keywordSpan());
        new TransferEffects(step, transfer, files, taken.source, taken.means).apply();
        if (taken.stage != null && transfer instanceof Instruction.Copy copy) {
            packages.copy(step, copy, at(taken.stage).allPackages());
        }
    }

    /// Where files are taken from.
    private record Taken(
            CopySource source, Origin.Means means, @Nullable Stage stage) {}

    /// What `--from` or `from=` names; the build context where there is none.
    private Taken taken(Step step, @Nullable Word from, Span where) {
        if (from == null) {
            Origin origin = origin(step, where, Origin.Means.CONTEXT, "the build context");
            return new Taken(
                    context == null ? new Foreign(origin) : new Sent(context, origin), Origin.Means.CONTEXT, null);
        }
        Stage stage = step.value(from) instanceof Text.Known(String name)
                ? step.stage().file().stageReferred(name, step.stage().index())
                : null;
        if (stage != null) {
            return new Taken(at(stage).filesystem(), Origin.Means.STAGE, stage);
        }
        Origin origin = origin(step, from.span(), Origin.Means.IMAGE, from.text());
        BuildContext directory = named.get(step.value(from).or(""));
        return directory == null
                ? new Taken(new Foreign(origin), Origin.Means.IMAGE, null)
                : new Taken(new Sent(directory, origin), Origin.Means.CONTEXT, null);
    }

    private MountedPaths mounts(Step step, Instruction.Run run) {
        var known = new ArrayList<MountedPaths.Mounted>();
        boolean all = true;
        for (Mount mount : run.mounts()) {
            Word target = mount.target();
            if (target == null) {
                // A secret or an agent's socket is at a usual place below /run; another mount cannot be without.
                String usual = mount.type().equals("secret") ? "/run/secrets" : "/run/buildkit";
                Origin origin = origin(step, mount.flag().span(), Origin.Means.IMAGE, mount.type());
                known.add(new MountedPaths.Mounted(usual, new Foreign(origin), "/", Origin.Means.IMAGE));
            } else if (step.value(target) instanceof Text.Known(String written)
                    && (written.startsWith("/") || step.workdir().isKnown())) {
                String path = Paths.join(step.workdir().or("/"), written);
                known.add(mounted(step, mount, path));
            } else {
                all = false;
            }
        }
        return new MountedPaths(known, all);
    }

    private MountedPaths.Mounted mounted(Step step, Mount mount, String path) {
        Word source = mount.source();
        Text inside = source == null ? Text.of("/") : step.value(source);
        if (!mount.type().equals("bind") || !(inside instanceof Text.Known(String written))) {
            Origin origin = origin(step, mount.flag().span(), Origin.Means.IMAGE, mount.type());
            return new MountedPaths.Mounted(path, new Foreign(origin), "/", Origin.Means.IMAGE);
        }
        Taken taken = taken(step, mount.from(), mount.flag().span());
        return new MountedPaths.Mounted(path, taken.source, Paths.join("/", written), taken.means);
    }

    private static Origin origin(Step step, Span span, Origin.Means means, String what) {
        return new Origin(means, what, new Place(source(step), span), step, null);
    }

    private static Source source(Step step) {
        return step.stage().file().source();
    }
}
