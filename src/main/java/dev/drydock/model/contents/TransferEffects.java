package dev.drydock.model.contents;

import dev.drydock.model.build.Paths;
import dev.drydock.model.build.Step;
import dev.drydock.source.Place;
import dev.drydock.source.Source;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Flag;
import dev.drydock.syntax.dockerfile.Heredoc;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Word;
import dev.drydock.syntax.ignore.IgnoreFile;
import dev.drydock.syntax.ignore.NamePattern;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What a `COPY` or `ADD` does to a filesystem.
///
/// @param from where `COPY` takes files from: a stage, the context, something that nobody looks into
/// @param means what that is
record TransferEffects(Step step, Instruction.Transfer transfer, Filesystem into, CopySource from, Origin.Means means) {

    /// Applies it.
    void apply() {
        String to = destination();
        if (to == null) {
            into.addUnknown("/", origin(transfer.sources().getFirst(), means, "", null));
            return;
        }
        String written = step.value(transfer.destination()).or("");
        boolean isDirectory = written.endsWith("/")
                || written.endsWith("/.")
                || written.equals(".")
                || transfer.sources().size() > 1;
        for (Word source : transfer.sources()) {
            if (!apply(source, to, isDirectory)) {
                // A link on the way: what is copied comes to stand where it leads.
                into.disturb("/", origin(source, means, "", null));
            }
        }
    }

    private @Nullable String destination() {
        if (!(step.value(transfer.destination()) instanceof Text.Known(String written))) {
            return null;
        }
        if (Paths.isAbsolute(written)) {
            return Paths.join("/", written);
        }
        return step.workdir() instanceof Text.Known(String workdir) ? Paths.join(workdir, written) : null;
    }

    private boolean apply(Word source, String to, boolean isDirectory) {
        Heredoc heredoc = heredoc(source);
        if (heredoc != null) {
            return write(heredoc.name(), to, isDirectory, origin(source, Origin.Means.HEREDOC, heredoc.name(), null));
        }
        if (!(step.value(source) instanceof Text.Known(String written))) {
            into.addUnknown(to, origin(source, means, "", null));
            return true;
        }
        if (transfer instanceof Instruction.Add) {
            if (Paths.isRemote(written)) {
                return fetch(source, written, to, isDirectory);
            }
            Word unpack = transfer.flagValue("unpack");
            if ((unpack == null || !unpack.text().equals("false")) && Paths.mayBeArchive(written)) {
                return unpack(source, Paths.join("/", written), to, isDirectory);
            }
        }
        if (transfer.flag("parents") != null) {
            return copyWithParents(source, written, to);
        }
        return copying(source).copy(Paths.join("/", written), to, isDirectory);
    }

    /// What `ADD` does with files of which some may be archives: each of those is unpacked at the destination.
    private boolean unpack(Word source, String path, String to, boolean isDirectory) {
        Origin origin = origin(source, Origin.Means.ARCHIVE, path, null);
        boolean followed = true;
        for (String each : Copying.expand(from, path)) {
            boolean isPlain = from.at(each) instanceof Presence.There(Entry entry)
                    && (entry.kind() == Entry.Kind.DIRECTORY || !Paths.mayBeArchive(each));
            if (isPlain) {
                followed &= copying(source).copy(each, to, isDirectory);
            } else {
                followed &= into.put(FilePaths.parent(to), Entry.Kind.DIRECTORY, origin, null);
                into.disturb(to, origin);
            }
        }
        if (NamePattern.isPattern(path)
                && !from.regions(Copying.certainPart(path)).isEmpty()) {
            into.disturb(to, origin);
        }
        return followed;
    }

    private Copying copying(Word source) {
        return new Copying(
                into,
                from,
                (path, before) -> origin(source, means, path, means == Origin.Means.STAGE ? before : null),
                excluded(),
                true);
    }

    private @Nullable Heredoc heredoc(Word source) {
        for (Heredoc heredoc : transfer.heredocs()) {
            if (source.span().contains(heredoc.opener()) || heredoc.opener().contains(source.span())) {
                return heredoc;
            }
        }
        return null;
    }

    /// Puts one file that comes from nowhere else.
    private boolean write(String name, String to, boolean isDirectory, Origin origin) {
        var file = new Filesystem(origin);
        file.put("/" + name, Entry.Kind.FILE, origin, null);
        return new Copying(into, file, (_, _) -> origin, _ -> false, true).copy("/" + name, to, isDirectory);
    }

    private boolean fetch(Word source, String url, String to, boolean isDirectory) {
        Origin origin = origin(source, Origin.Means.DOWNLOAD, url, null);
        boolean file = url.startsWith("http://") || url.startsWith("https://") || url.startsWith("ftp://");
        int query = url.indexOf('?');
        String name = FilePaths.name(query < 0 ? url : url.substring(0, query));
        if (!file
                || url.contains(".git")
                || url.indexOf('#') >= 0
                || name.isEmpty()
                || transfer.flag("unpack") != null) {
            into.disturb(to, origin);
            return true;
        }
        return write(name, to, isDirectory, origin);
    }

    /// `COPY --parents`: each source keeps its path below the destination; what is before a `/./` of it not.
    private boolean copyWithParents(Word source, String written, String to) {
        int pivot = written.indexOf("/./");
        String base = pivot < 0 ? "/" : Paths.join("/", written.substring(0, pivot));
        boolean followed = true;
        for (String path : Copying.expand(from, Paths.join("/", written))) {
            boolean within = FilePaths.isWithin(path, base) && !written.contains("**");
            String target = within ? FilePaths.below(to, FilePaths.relative(path, base)) : to;
            if (!within) {
                into.disturb(to, origin(source, means, path, null));
            } else {
                followed &= copying(source).copy(path, target, false);
            }
        }
        if (NamePattern.isPattern(written)) {
            for (Region region : from.regions(Copying.certainPart(Paths.join("/", written)))) {
                into.addUnknown(to, origin(source, means, region.path(), region.origin()));
            }
            if (written.contains("**")) {
                into.addUnknown(to, origin(source, means, written, null));
            }
        }
        return followed;
    }

    private Predicate<String> excluded() {
        var patterns = new StringBuilder();
        for (Flag flag : transfer.head().flags()) {
            if (flag.name().equals("exclude") && flag.value() != null) {
                if (!(step.value(flag.value()) instanceof Text.Known(String pattern))) {
                    return _ -> true;
                }
                patterns.append(pattern).append('\n');
            }
        }
        if (patterns.isEmpty()) {
            return _ -> false;
        }
        IgnoreFile file =
                IgnoreFile.read(Source.of("--exclude", patterns.toString().getBytes(StandardCharsets.UTF_8)));
        return path -> file.ignores(path) || file.ignores(FilePaths.name(path));
    }

    private Origin origin(Word source, Origin.Means how, String what, @Nullable Origin before) {
        return new Origin(how, what, new Place(step.stage().file().source(), source.span()), step, before);
    }
}
