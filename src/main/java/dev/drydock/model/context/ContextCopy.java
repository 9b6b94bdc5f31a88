package dev.drydock.model.context;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Paths;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.source.Text;
import dev.drydock.source.Tree;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Word;
import dev.drydock.syntax.ignore.IgnoreFile;
import dev.drydock.syntax.ignore.NamePattern;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A source of a `COPY` or `ADD` that is taken from the build context.
///
/// @param source the word that names it
/// @param path relative to the context, clean; `.` is all of it
public record ContextCopy(Step step, Instruction.Transfer transfer, Word source, String path) {

    /// The sources that are known, in the order of the file. What `ONBUILD` copies comes from another build's
    /// context.
    public static List<ContextCopy> of(BuildFile file) {
        var copies = new ArrayList<ContextCopy>();
        for (Stage stage : file.stages()) {
            copies.addAll(of(stage));
        }
        return copies;
    }

    /// The sources that one stage copies.
    public static List<ContextCopy> of(Stage stage) {
        var copies = new ArrayList<ContextCopy>();
        for (Step step : stage.steps()) {
            copies.addAll(of(step));
        }
        return copies;
    }

    /// The sources that one step copies.
    public static List<ContextCopy> of(Step step) {
        var copies = new ArrayList<ContextCopy>();
        if (step.isOnbuild()
                || !(step.instruction() instanceof Instruction.Transfer transfer)
                || transfer.flagValue("from") != null) {
            return copies;
        }
        for (Word source : transfer.sources()) {
            if (!transfer.isHeredoc(source)
                    && step.value(source) instanceof Text.Known(String text)
                    && !text.isEmpty()
                    && !Paths.isRemote(text)) {
                copies.add(new ContextCopy(step, transfer, source, clean(text)));
            }
        }
        return copies;
    }

    /// The first of the copies that takes the whole context, or null.
    public static @Nullable ContextCopy whole(List<ContextCopy> copies) {
        for (ContextCopy copy : copies) {
            if (copy.isWhole()) {
                return copy;
            }
        }
        return null;
    }

    private static String clean(String text) {
        String path = IgnoreFile.clean(text);
        if (path.startsWith("/")) {
            path = path.substring(1);
        }
        return path.isEmpty() ? "." : path;
    }

    /// Whether the whole context is copied, nothing excluded.
    public boolean isWhole() {
        return (path.equals(".") || path.equals("*")) && transfer.flagValue("exclude") == null;
    }

    /// Whether the path is a pattern for several files.
    public boolean isPattern() {
        return NamePattern.isPattern(path);
    }

    /// Where the files of a directory, or a file, come to stand in the image: absolute and clean, or null where
    /// that is unknown. For a file copied into a directory, its own path.
    ///
    /// @param isDirectory whether the source is a directory, whose content is copied without its name
    public @Nullable String destination(boolean isDirectory) {
        if (!(step.value(transfer.destination()) instanceof Text.Known(String written))) {
            return null;
        }
        String to = written;
        if (!to.startsWith("/")) {
            if (!(step.workdir() instanceof Text.Known(String workdir))) {
                return null;
            }
            to = workdir + "/" + to;
        }
        boolean intoDirectory =
                to.endsWith("/") || to.endsWith("/.") || transfer.sources().size() > 1;
        String clean = IgnoreFile.clean(to);
        if (isDirectory || !intoDirectory) {
            return clean;
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        String resolved = Tree.resolve(clean.substring(1), name);
        return resolved == null ? null : "/" + resolved;
    }
}
