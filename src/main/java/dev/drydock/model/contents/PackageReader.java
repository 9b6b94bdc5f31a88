package dev.drydock.model.contents;

import dev.drydock.model.build.Paths;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Argument;
import dev.drydock.model.command.Command;
import dev.drydock.model.command.InstallDirectory;
import dev.drydock.model.command.InstalledPackages;
import dev.drydock.model.command.NamedPackage;
import dev.drydock.model.command.PackageManager;
import dev.drydock.model.command.PackageOperation;
import dev.drydock.model.command.Removal;
import dev.drydock.model.command.Switch;
import dev.drydock.model.data.Wildcard;
import dev.drydock.source.Place;
import dev.drydock.source.Span;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what packages a stage has at its end.
final class PackageReader {

    private final List<InstalledPackage> packages;
    private final InstalledPackages live = new InstalledPackages();
    private Set<NamedPackage> before = new HashSet<>();

    /// Starts with what the stage's parent has.
    PackageReader(Stage stage, List<InstalledPackage> inherited) {
        packages = new ArrayList<>(inherited);
        for (Stage above : stage.lineage().reversed()) {
            if (above != stage) {
                for (Step step : above.steps()) {
                    if (step.instruction() instanceof Instruction.Run && !step.isOnbuild()) {
                        live.add(step.commands());
                    }
                }
            }
        }
        for (InstalledPackages.Installed one : live.list()) {
            before.add(one.named());
        }
    }

    /// What there is, and what only lower layers have.
    List<InstalledPackage> packages() {
        return List.copyOf(packages);
    }

    /// Takes the next `RUN` in.
    void run(Step step) {
        live.add(step.commands());
        List<InstalledPackages.Installed> now = live.list();
        Set<NamedPackage> after = new HashSet<>();
        for (InstalledPackages.Installed one : now) {
            after.add(one.named());
        }
        for (NamedPackage gone : before) {
            if (!after.contains(gone)) {
                takeAway(gone, now, step);
            }
        }
        for (InstalledPackages.Installed one : now) {
            if (!before.contains(one.named())) {
                packages.add(of(one.by(), one.named(), step));
            }
        }
        before = after;
        for (Command command : step.commands()) {
            Removal removal = Removal.of(command);
            if (removal != null) {
                remove(removal, step);
            }
            PackageOperation operation = PackageOperation.of(command);
            if (operation != null && operation.is(PackageManager.Action.INSTALL) && !command.isConditional()) {
                readFurther(operation, step);
            }
        }
    }

    private void takeAway(NamedPackage gone, List<InstalledPackages.Installed> now, Step step) {
        for (int i = 0; i < packages.size(); i++) {
            InstalledPackage one = packages.get(i);
            if (one.removedBy() != null || !one.origin().place().span().equals(gone.span()) || one.isManifest()) {
                continue;
            }
            if (isInstalled(gone, one, now) || step.equals(one.origin().step())) {
                packages.remove(i--);
            } else {
                packages.set(i, one.removed(step));
            }
        }
    }

    private static boolean isInstalled(NamedPackage gone, InstalledPackage old, List<InstalledPackages.Installed> now) {
        for (InstalledPackages.Installed other : now) {
            if (other.named().name().equals(gone.name())
                    && other.by().manager().family().equals(old.by().manager().family())) {
                return true;
            }
        }
        return false;
    }

    private void remove(Removal removal, Step step) {
        for (int i = 0; i < packages.size(); i++) {
            InstalledPackage one = packages.get(i);
            String directory = one.directory();
            boolean gone = directory != null
                    && !directory.equals("/")
                    && one.removedBy() == null
                    && !removal.command().isConditional()
                    && empties(removal, directory);
            if (gone && step.equals(one.origin().step())) {
                packages.remove(i--);
            } else if (gone) {
                packages.set(i, one.removed(step));
            }
        }
    }

    private static boolean empties(Removal removal, String directory) {
        if (removal.empties(directory)) {
            return true;
        }
        String workdir = removal.command().directory().or("");
        for (Argument argument : removal.paths()) {
            boolean relative = removal.recursive() && !argument.value().isEmpty() && !workdir.isEmpty();
            if (relative
                    && FilePaths.isWithin(
                            directory, Paths.join("/", InstallDirectory.absolute(workdir, argument.value())))) {
                return true;
            }
        }
        return false;
    }

    /// What is installed without being named, or elsewhere than usual.
    private void readFurther(PackageOperation operation, Step step) {
        if (operation.has(Switch.DESTINATION) && !operation.manager().isForSystem()) {
            for (NamedPackage named : operation.packages()) {
                packages.add(of(operation, named, step));
            }
        }
        for (Argument file : operation.values(Switch.FILES)) {
            addManifest(operation, file.value().isEmpty() ? file.prefix() : file.value(), file.span(), step);
        }
        if (operation.isFromManifest()) {
            String words = operation.verb().isEmpty()
                    ? operation.command().name()
                    : operation.command().name() + " " + operation.verb();
            addManifest(
                    operation, words, operation.command().executable().span().to(operation.verbSpan()), step);
        }
    }

    private void addManifest(PackageOperation operation, String name, Span span, Step step) {
        String directory = InstallDirectory.of(operation);
        packages.removeIf(one -> one.isManifest()
                && one.removedBy() == null
                && one.name().equals(name)
                && directory != null
                && directory.equals(one.directory()));
        packages.add(new InstalledPackage(
                operation, name, Text.of(""), true, directory, origin(operation, span, step), null));
    }

    private static InstalledPackage of(PackageOperation operation, NamedPackage named, Step step) {
        return new InstalledPackage(
                operation,
                named.name(),
                named.version(),
                false,
                InstallDirectory.of(operation),
                origin(operation, named.span(), step),
                null);
    }

    private static Origin origin(PackageOperation operation, Span span, Step step) {
        return new Origin(
                Origin.Means.COMMAND,
                operation.command().name(),
                new Place(step.stage().file().source(), span),
                step,
                null);
    }

    /// Takes in what a `COPY --from` brings of the packages of another stage.
    void copy(Step step, Instruction.Copy copy, List<InstalledPackage> from) {
        if (!(step.value(copy.destination()) instanceof Text.Known(String written))
                || !(step.workdir() instanceof Text.Known(String workdir) || written.startsWith("/"))) {
            return;
        }
        String to = Paths.join(step.workdir().or("/"), written);
        for (Word source : copy.sources()) {
            if (!(step.value(source) instanceof Text.Known(String path))) {
                continue;
            }
            for (InstalledPackage one : from) {
                String directory = one.directory();
                String into = directory == null || one.removedBy() != null
                        ? null
                        : moved(directory, Paths.join("/", path), to);
                if (into != null) {
                    Place place = new Place(step.stage().file().source(), source.span());
                    packages.add(one.copied(into, new Origin(Origin.Means.STAGE, path, place, step, one.origin())));
                }
            }
        }
    }

    /// Where a directory comes to stand when `source` is copied to `to`; null where that does not take all of it.
    private static @Nullable String moved(String directory, String source, String to) {
        if (source.equals("/")) {
            return FilePaths.below(to, FilePaths.relative(directory, "/"));
        }
        int at = 0;
        int other = 0;
        while (other < source.length()) {
            int end = end(source, other + 1);
            int until = end(directory, at + 1);
            if (at >= directory.length()
                    || !Wildcard.matches(directory.substring(at, until), source.substring(other, end))) {
                return null;
            }
            other = end;
            at = until;
        }
        return FilePaths.below(to, at < directory.length() ? directory.substring(at + 1) : "");
    }

    private static int end(String path, int from) {
        int slash = from > path.length() ? -1 : path.indexOf('/', from);
        return slash < 0 ? path.length() : slash;
    }
}
