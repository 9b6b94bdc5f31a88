package dev.drydock.model;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.compose.Build;
import dev.drydock.model.compose.ComposeProject;
import dev.drydock.model.compose.Role;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.Setting;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.contents.BuildContents;
import dev.drydock.model.context.BuildContext;
import dev.drydock.model.context.ContextCopy;
import dev.drydock.source.Place;
import dev.drydock.source.Text;
import dev.drydock.source.Tree;
import dev.drydock.syntax.dockerfile.Instruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A project as one system: its Dockerfiles, its Compose files, and which service builds what.
public final class Workspace {

    private final Tree tree;
    private final List<BuildFile> buildFiles;
    private final Map<String, BuildFile> byPath = new HashMap<>();
    private final ComposeProject compose;
    private final Map<BuildFile, List<Use>> uses = new HashMap<>();
    private final Map<BuildFile, List<BuildContext>> contexts = new HashMap<>();
    private final Map<BuildFile, List<ShippedImage>> shippedImages = new HashMap<>();
    private final Map<BuildFile, DevelopmentInstalls> developmentInstalls = new HashMap<>();

    /// A service that is built from a Dockerfile.
    ///
    /// @param variant the Compose files that together say so
    /// @param role what the service is for there
    /// @param target the stage that is built; null where the Dockerfile has no such stage, or where the target
    ///     is unknown
    public record Use(
            Variant variant,
            Service service,
            Role role,
            Build build,
            @Nullable Stage target) {

        /// Whether the service starts what its image does.
        public boolean startsImage() {
            return service.command() == null && service.entrypoint() == null;
        }

        /// Whether the service sets a variable, or has a file that may.
        public boolean sets(String variable) {
            return service.environment(variable) != null || !service.envFiles().isEmpty();
        }
    }

    /// A workspace of files that were read already.
    public Workspace(Tree tree, List<BuildFile> buildFiles, ComposeProject compose) {
        this.tree = tree;
        this.buildFiles = List.copyOf(buildFiles);
        this.compose = compose;
        for (BuildFile file : buildFiles) {
            byPath.put(file.source().path(), file);
        }
        for (Variant variant : compose.variants()) {
            for (Service service : variant.services()) {
                tie(variant, service);
            }
        }
    }

    private void tie(Variant variant, Service service) {
        Build build = service.build();
        BuildFile file = build == null ? null : buildFile(build);
        if (build != null && file != null) {
            uses.computeIfAbsent(file, _ -> new ArrayList<>())
                    .add(new Use(variant, service, variant.role(service), build, target(file, build)));
        }
    }

    /// The stage that a service builds; null where the Dockerfile has no such stage, or where the target is
    /// unknown.
    public static @Nullable Stage target(BuildFile file, Build build) {
        if (build.target() == null) {
            return file.finalStage();
        }
        return build.target().text() instanceof Text.Known(String name)
                ? file.stageReferred(name, file.stages().size())
                : null;
    }

    /// The files of the project.
    public Tree tree() {
        return tree;
    }

    /// Every Dockerfile, in order of its path.
    public List<BuildFile> buildFiles() {
        return buildFiles;
    }

    /// The Compose files, alone and laid over each other.
    public ComposeProject compose() {
        return compose;
    }

    /// The Dockerfile that a service builds; null where it is not part of the project.
    public @Nullable BuildFile buildFile(Build build) {
        String path = build.dockerfilePath();
        return path == null ? null : byPath.get(path);
    }

    /// The services that are built from the file, variant by variant.
    public List<Use> uses(BuildFile file) {
        return uses.getOrDefault(file, List.of());
    }

    /// The services that are built from the stage, variant by variant.
    public List<Use> uses(Stage stage) {
        var found = new ArrayList<Use>();
        for (Use use : uses(stage.file())) {
            if (stage.equals(use.target())) {
                found.add(use);
            }
        }
        return found;
    }

    /// The contexts that services give to builds of the file; where no service builds it, the directory that holds
    /// it, if what it copies is there. A context that is unknown, remote or outside of the project is none of them.
    public List<BuildContext> contexts(BuildFile file) {
        List<BuildContext> known = contexts.get(file);
        if (known == null) {
            var paths = new LinkedHashSet<String>();
            for (Use use : uses(file)) {
                String path = use.build().contextPath();
                if (path != null) {
                    paths.add(path);
                }
            }
            String own = file.source().path();
            if (uses(file).isEmpty() && BuildContext.isPlausible(tree, Tree.directory(own), ContextCopy.of(file))) {
                paths.add(Tree.directory(own));
            }
            known = new ArrayList<>();
            for (String path : paths) {
                known.add(BuildContext.of(tree, path, own));
            }
            contexts.put(file, known);
        }
        return known;
    }

    /// The stages that something asks for: those that services build, and the last, which a build without a target
    /// makes.
    public Set<Stage> targets(BuildFile file) {
        var targets = new LinkedHashSet<Stage>();
        if (file.finalStage() != null) {
            targets.add(file.finalStage());
        }
        for (Use use : uses(file)) {
            if (use.target() != null) {
                targets.add(use.target());
            }
        }
        return targets;
    }

    /// The stages that ship: those that services build for anything but development or tests; where no service
    /// builds one that could ship, the last, which is then built elsewhere.
    public Set<Stage> shipped(BuildFile file) {
        var shipped = new LinkedHashSet<Stage>();
        Stage last = file.finalStage();
        boolean elsewhere = last != null && (uses(file).isEmpty() || !isInternal(last));
        for (Use use : uses(file)) {
            boolean internal =
                    use.role().kind() == Role.Kind.DEVELOPMENT || use.role().kind() == Role.Kind.TEST;
            if (use.target() != null && !internal) {
                shipped.add(use.target());
                elsewhere &= isInternal(use.target());
            }
            // What only one who develops builds, and there is nothing else, is for development.
            elsewhere &= use.target() != last;
        }
        if (elsewhere && last != null) {
            shipped.add(last);
        }
        return shipped;
    }

    /// Whether a stage is for development or tests: by what somebody says, or by its name.
    public boolean isInternal(Stage stage) {
        Role said = said(stage);
        return said == null ? ShippedImage.isNamedInternal(stage) : !said.isProduction();
    }

    /// Whether a stage is to work in or to test with: by what somebody says, or by its name. One that only builds
    /// for others is not.
    public boolean isForDevelopment(Stage stage) {
        Role said = said(stage);
        Role role = said == null ? Role.ofName(stage.name()) : said;
        return role.kind() == Role.Kind.DEVELOPMENT || role.kind() == Role.Kind.TEST;
    }

    /// What somebody says that a stage, or else its file, is for; null where nobody does.
    @Nullable
    Role said(Stage stage) {
        Role said = stage.name() == null ? null : compose.arrangement().stageRole(stage.name());
        return said == null
                ? compose.arrangement().fileRole(stage.file().source().path())
                : said;
    }

    /// Whether nothing asks a service whether it is healthy, as far as files tell: not Compose, and not the image
    /// that it builds.
    public boolean isUnchecked(Service service) {
        boolean unknown = service.build() == null && service.image() == null;
        if (service.healthcheck() != null || !service.complete() || unknown) {
            return false;
        }
        BuildFile file = service.build() == null ? null : buildFile(service.build());
        for (Stage stage : file == null ? List.<Stage>of() : file.stages()) {
            if (!stage.all(Instruction.Healthcheck.class).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /// Whether a service passes a build argument of this name to builds of the file.
    public boolean passesArgument(BuildFile file, String name) {
        for (Use use : uses(file)) {
            for (Setting argument : use.build().args()) {
                if (argument.name().equals(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The services that build a stage and leave out an argument that it needs, where none of the services that are
    /// built from the file passes it.
    public List<Use> lacking(BuildFile file, Stage stage, String argument) {
        var lacking = new ArrayList<Use>();
        for (Use use : uses(file)) {
            if (!use.service().complete() || passesArgument(file, argument)) {
                return List.of();
            }
            if (use.target() != null && file.closure(use.target()).contains(stage)) {
                lacking.add(use);
            }
        }
        return lacking;
    }

    /// The images that a file makes, and that ship and do work of their own.
    public List<ShippedImage> shippedImages(BuildFile file) {
        List<ShippedImage> known = shippedImages.get(file);
        if (known == null) {
            known = List.copyOf(ShippedImage.of(this, file));
            shippedImages.put(file, known);
        }
        return known;
    }

    /// What services for production build that is for development by its looks: no shipped image, and yet it runs
    /// in production.
    public List<ShippedImage> disguisedImages(BuildFile file) {
        Set<Stage> shipped = new LinkedHashSet<>();
        for (ShippedImage image : shippedImages(file)) {
            shipped.add(image.stage());
        }
        var found = new ArrayList<ShippedImage>();
        for (Use use : uses(file)) {
            if (use.role().isProduction() && use.target() != null && shipped.add(use.target())) {
                found.add(ShippedImage.ofAny(use.target()));
            }
        }
        return found;
    }

    /// The dependencies for development that the stages of a file have.
    public DevelopmentInstalls developmentInstalls(BuildFile file) {
        DevelopmentInstalls known = developmentInstalls.get(file);
        if (known == null) {
            known = DevelopmentInstalls.of(file);
            developmentInstalls.put(file, known);
        }
        return known;
    }

    /// The health check that the image brings which a service builds; null where it has none, where that is not
    /// known, and where the service starts something else, for which the check is not.
    public @Nullable Place imageHealthcheck(Variant variant, Service service) {
        boolean ownStart = service.command() == null && service.entrypoint() == null;
        Build build = ownStart ? variant.build(service) : null;
        BuildFile file = build == null ? null : buildFile(build);
        Stage target = build == null || file == null ? null : target(file, build);
        if (target == null) {
            return null;
        }
        Step step = target.last(Instruction.Healthcheck.class);
        return step != null && step.instruction() instanceof Instruction.Healthcheck check && check.command() != null
                ? new Place(step.stage().file().source(), check.span())
                : null;
    }

    /// What the images of a file's stages have when it is built from a context.
    ///
    /// @param context null where it is unknown
    public BuildContents contents(BuildFile file, @Nullable BuildContext context) {
        var named = new HashMap<String, BuildContext>();
        for (Use use : uses(file)) {
            for (Setting further : use.build().additionalContexts()) {
                String path = further.value() == null ? null : further.value().path();
                if (path != null && tree.kind(path) == Tree.Kind.DIRECTORY) {
                    named.put(further.name(), BuildContext.of(tree, path, null));
                }
            }
        }
        return BuildContents.of(context, named);
    }

    /// The names of further build contexts that services give to builds of the file.
    public Set<String> namedContexts(BuildFile file) {
        var names = new LinkedHashSet<String>();
        for (Use use : uses(file)) {
            for (Setting context : use.build().additionalContexts()) {
                names.add(context.name());
            }
        }
        return names;
    }
}
