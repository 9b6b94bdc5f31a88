package dev.drydock.model.compose;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The Compose files of one directory that belong together.
///
/// @param base what is laid under each overlay; null where no file has a base's name
/// @param overlays the files that say nothing complete by themselves
/// @param others the files that stand alone beside them
public record ComposeFamily(
        String directory, @Nullable ComposeFile base, List<ComposeFile> overlays, List<ComposeFile> others) {

    /// The names that Compose looks for, the first before the others.
    static final List<String> BASES =
            List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml");

    /// The names of files that Compose lays over one of those by itself.
    static final List<String> OVERRIDES = List.of(
            "compose.override.yml",
            "compose.override.yaml",
            "docker-compose.override.yml",
            "docker-compose.override.yaml");

    public ComposeFamily {
        overlays = List.copyOf(overlays);
        others = List.copyOf(others);
    }

    /// Sorts out the files of one directory.
    static ComposeFamily of(String directory, List<ComposeFile> files) {
        ComposeFile base = null;
        int best = Integer.MAX_VALUE;
        for (ComposeFile file : files) {
            int rank = rank(name(file));
            if (rank < best) {
                best = rank;
                base = file;
            }
        }
        var overlays = new ArrayList<ComposeFile>();
        var others = new ArrayList<ComposeFile>();
        for (ComposeFile file : files) {
            if (base == null || !name(file).equals(name(base))) {
                ComposeFile named = named(file, files);
                (isOverlay(file, named == null ? base : named) ? overlays : others).add(file);
            }
        }
        return new ComposeFamily(directory, base, overlays, others);
    }

    /// What one may run of them: the base alone, each overlay over what is under it, and each other file alone.
    List<List<ComposeFile>> guesses() {
        var guesses = new ArrayList<List<ComposeFile>>();
        if (base != null) {
            guesses.add(List.of(base));
        }
        for (ComposeFile overlay : overlays) {
            ComposeFile under = under(overlay);
            guesses.add(under == null ? List.of(overlay) : List.of(under, overlay));
        }
        for (ComposeFile other : others) {
            guesses.add(List.of(other));
        }
        return guesses;
    }

    /// What an overlay is laid over: the file whose name its own goes on from, else the base.
    public @Nullable ComposeFile under(ComposeFile overlay) {
        ComposeFile named = named(overlay, others);
        return named == null ? base : named;
    }

    /// The file whose name a name goes on from, as `compose_gpu.debug.yaml` does from `compose_gpu.yaml`; null
    /// where there is none.
    private static @Nullable ComposeFile named(ComposeFile file, List<ComposeFile> files) {
        String name = name(file);
        int extension = name.lastIndexOf('.');
        int word = name.lastIndexOf('.', extension - 1);
        if (word < 1) {
            return null;
        }
        for (ComposeFile other : files) {
            String shorter = name(other);
            if (shorter.equals(name.substring(0, word) + ".yaml") || shorter.equals(name.substring(0, word) + ".yml")) {
                return other;
            }
        }
        return null;
    }

    /// All its files, the base first.
    public List<ComposeFile> files() {
        var files = new ArrayList<ComposeFile>();
        if (base != null) {
            files.add(base);
        }
        files.addAll(overlays);
        files.addAll(others);
        return files;
    }

    /// The order in which a name is taken for a base: Compose's own, then names that say so.
    private static int rank(String name) {
        int own = BASES.indexOf(name);
        if (own >= 0) {
            return own;
        }
        List<String> words = Role.words(name);
        boolean says = words.contains("compose") && (words.contains("base") || words.contains("common"));
        return says ? BASES.size() : Integer.MAX_VALUE;
    }

    /// Whether a file is only read together with the base: Compose adds an override by itself, and a file with a
    /// service that has neither image nor build, or a tag that takes something away, is nothing alone. A file that
    /// says all itself may be an overlay too; nobody can tell.
    private static boolean isOverlay(ComposeFile file, @Nullable ComposeFile base) {
        if (base == null || rank(name(file)) < Integer.MAX_VALUE) {
            return false;
        }
        if (Role.words(name(file)).contains("override") || isSaid(file, base)) {
            return true;
        }
        boolean shares = false;
        boolean hasPart = false;
        for (Service service : file.services()) {
            Service under = base.service(service.name());
            if (under != null && (addsToBuild(service) || isPart(under) || file.resets(service.name()))) {
                return true;
            }
            shares |= under != null;
            hasPart |= isPart(service);
        }
        // A part that the base has not is one with a wrong name, where the file has others of the base's.
        return shares && hasPart;
    }

    /// Whether a file says of itself that it is run over the base, as a comment at its top often does.
    private static boolean isSaid(ComposeFile file, ComposeFile base) {
        return file.source().text().contains("-f " + name(base) + " -f " + name(file));
    }

    /// Whether a service says of its build something, and not from where.
    private static boolean addsToBuild(Service service) {
        Build build = service.build();
        return build != null
                && service.image() == null
                && build.context() == null
                && build.dockerfile() == null
                && build.dockerfileInline() == null;
    }

    /// Whether a file has a name that a base has.
    static boolean isBase(ComposeFile file) {
        return rank(name(file)) < Integer.MAX_VALUE;
    }

    /// Whether a service cannot run by what its file says of it.
    static boolean isPart(Service service) {
        return service.image() == null
                && service.build() == null
                && service.extended() == null
                && service.node().member("provider") == null;
    }

    private static String name(ComposeFile file) {
        String path = file.source().path();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
