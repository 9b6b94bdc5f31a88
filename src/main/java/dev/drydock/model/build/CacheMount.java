package dev.drydock.model.build;

import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Mount;
import dev.drydock.syntax.dockerfile.Word;
import java.util.ArrayList;
import java.util.List;

/// A cache that a `RUN` mounts at a place that is known.
///
/// @param target the word that says where
/// @param path where, absolute and without a slash at its end
public record CacheMount(Mount mount, Word target, String path) {

    /// Those of a step; none where it is no `RUN`.
    public static List<CacheMount> of(Step step) {
        List<CacheMount> mounts = new ArrayList<>();
        if (!(step.instruction() instanceof Instruction.Run run)) {
            return mounts;
        }
        for (Mount mount : run.mounts()) {
            Word target = mount.target();
            if (!mount.type().equals("cache")
                    || target == null
                    || !(step.value(target) instanceof Text.Known(String written))
                    || !(Paths.isAbsolute(written) || step.workdir().isKnown())) {
                continue;
            }
            mounts.add(new CacheMount(mount, target, Paths.join(step.workdir().or("/"), written)));
        }
        return mounts;
    }

    /// Whether a directory is this place or lies below it.
    public boolean holds(String directory) {
        return (directory + "/").startsWith(path.equals("/") ? path : path + "/");
    }

    /// Whether a directory is this place, or lies below or above it.
    public boolean touches(String directory) {
        return holds(directory) || (path + "/").startsWith(directory + "/");
    }
}
