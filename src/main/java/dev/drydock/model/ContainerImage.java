package dev.drydock.model;

import dev.drydock.model.build.Base;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Paths;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.build.Users;
import dev.drydock.model.command.Command;
import dev.drydock.model.compose.Build;
import dev.drydock.model.compose.Mount;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.model.image.BaseImage;
import dev.drydock.model.image.BaseImages;
import dev.drydock.model.image.ImageUsers;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.CommandLine;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.image.ImageReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The image of a container: one that the project builds, or one that is pulled.
///
/// @param stage the stage that is built; null where the image is pulled
/// @param reference what is pulled, or what the stage in the end starts from; null where that is `scratch`
/// @param base what is known of it; null where nothing is
public record ContainerImage(
        @Nullable Stage stage,
        @Nullable ImageReference reference,
        @Nullable BaseImage base) {

    /// The image that a service runs; null where it is unknown.
    public static @Nullable ContainerImage of(Workspace workspace, Variant.Run run) {
        return of(workspace, run.service(), run.variant().build(run.service()));
    }

    /// The image that a service runs as it is written; null where it is unknown.
    public static @Nullable ContainerImage of(Workspace workspace, Service service) {
        return of(workspace, service, service.build());
    }

    private static @Nullable ContainerImage of(Workspace workspace, Service service, @Nullable Build build) {
        if (!service.complete()) {
            return null;
        }
        if (build != null) {
            BuildFile file = workspace.buildFile(build);
            Stage stage = file == null || !file.isWhole() ? null : Workspace.target(file, build);
            return stage == null || replacesBase(build, stage) ? null : of(stage);
        }
        ImageReference reference =
                service.image() != null && service.image().withDefaults() instanceof Text.Known(String text)
                        ? ImageReference.parse(text)
                        : null;
        return reference == null ? null : new ContainerImage(null, reference, BaseImages.find(reference));
    }

    /// Whether the build takes another image or directory for the one that the stage names.
    private static boolean replacesBase(Build build, Stage stage) {
        return !build.additionalContexts().isEmpty() && stage.root() instanceof Base.Image;
    }

    /// The image that a stage makes; null where nobody knows what it starts from.
    public static @Nullable ContainerImage of(Stage stage) {
        return switch (stage.root()) {
            case Base.Image(var _, var reference) ->
                reference == null ? null : new ContainerImage(stage, reference, stage.rootImage());
            case Base.Scratch _ -> new ContainerImage(stage, null, null);
            case Base.Unknown _, Base.Parent _ -> null;
        };
    }

    /// What the project does to it, those of parent stages first, without the steps for later builds.
    public List<Step> steps() {
        var steps = new ArrayList<Step>();
        if (stage != null) {
            for (Stage one : stage.lineage().reversed()) {
                for (Step step : one.steps()) {
                    if (!step.isOnbuild()) {
                        steps.add(step);
                    }
                }
            }
        }
        return steps;
    }

    /// The step that alone tells what a container starts: the last `ENTRYPOINT` where no `CMD` adds to it, or the
    /// last `CMD` where no `ENTRYPOINT` goes before it; null where there are both, or none.
    public @Nullable Step starter() {
        Step entrypoint = last(Instruction.Entrypoint.class);
        Step cmd = last(Instruction.Cmd.class);
        return entrypoint == null ? cmd : cmd == null ? entrypoint : null;
    }

    /// The last step of a kind; null where there is none.
    public @Nullable Step last(Class<? extends Instruction> kind) {
        Step last = null;
        for (Step step : steps()) {
            last = kind.isInstance(step.instruction()) ? step : last;
        }
        return last;
    }

    /// Whether the Dockerfile gives it an entrypoint of one program of this name, which the `CMD` then is for.
    public boolean hasEntrypoint(String name) {
        Step step = last(Instruction.Entrypoint.class);
        return step != null
                && step.instruction() instanceof Instruction.Entrypoint(var _, CommandLine.Exec exec)
                && exec.arguments().size() == 1
                && Paths.lastName(exec.arguments().getFirst().text()).equals(name);
    }

    /// Whether certainly no user of this name is in it.
    public boolean lacksUser(String name) {
        if (stage != null) {
            return stage.lacksUser(name, Integer.MAX_VALUE);
        }
        List<String> users = reference == null ? List.of() : ImageUsers.of(reference);
        return !users.isEmpty() && !users.contains(name);
    }

    /// Whether a program that health checks use is certainly not there.
    public boolean lacksTool(String tool) {
        return ImageTools.lacks(this, tool);
    }

    /// Whether certainly no shell is there.
    public boolean lacksShell() {
        return stage != null ? stage.lacksShell() : base != null && base.hasNoShell();
    }

    /// Whether a service may bring the programs of a probe into its container itself: by a mount, or when it
    /// starts.
    public boolean mayGet(Service service, HealthProbe probe) {
        for (Mount mount : service.volumes()) {
            String target = mount.target() == null ? "" : mount.target().or("");
            if (target.isEmpty() || target.contains("/bin") || target.startsWith("/usr")) {
                return true;
            }
        }
        for (Command command : probe.commands()) {
            for (Value word : service.words()) {
                if (!word.isKnown() || ImageTools.speaksOf(word.or(""), command.name())) {
                    return true;
                }
            }
        }
        return false;
    }

    /// A program that certainly is there and does the same as another; empty where none is known.
    public String insteadOf(String tool) {
        for (String other : ImageTools.alternatives(tool)) {
            if (base != null && base.has(other)) {
                return other;
            }
        }
        return "";
    }

    /// The step that makes it end as another user than root; null where none does.
    public @Nullable Step ownUser() {
        Step step = stage == null ? null : stage.userStep(Integer.MAX_VALUE);
        return step != null
                        && step.instruction() instanceof Instruction.User user
                        && step.value(user.user()) instanceof Text.Known(String written)
                        && !Users.isRoot(Users.name(written))
                ? step
                : null;
    }

    /// How messages call it.
    public String title() {
        return stage != null
                ? stage.title()
                : reference == null ? "scratch" : reference.familiarName() + tagText(reference);
    }

    private static String tagText(ImageReference reference) {
        return reference.tag() == null ? "" : ":" + reference.tag();
    }
}
