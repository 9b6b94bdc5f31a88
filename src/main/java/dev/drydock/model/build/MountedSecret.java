package dev.drydock.model.build;

import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Mount;
import dev.drydock.syntax.dockerfile.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A secret that a `RUN` mounts.
///
/// @param path the file that holds it; empty where it comes as a variable only
/// @param variable the variable that holds it; empty where it comes as a file only
public record MountedSecret(Mount mount, String path, String variable) {

    /// The secrets that are mounted at a step and whose place is certain.
    public static List<MountedSecret> of(Step step) {
        List<MountedSecret> secrets = new ArrayList<>();
        if (!(step.instruction() instanceof Instruction.Run run)) {
            return secrets;
        }
        for (Mount mount : run.mounts()) {
            if (!mount.type().equals("secret")) {
                continue;
            }
            String variable = text(step, value(mount, "env"));
            String target = text(step, mount.target());
            String id = text(step, mount.id());
            if (target.isEmpty() && !id.isEmpty() && variable.isEmpty()) {
                target = "/run/secrets/" + id;
            }
            if (!target.isEmpty()
                    && !Paths.isAbsolute(target)
                    && step.workdir() instanceof Text.Known(String workdir)) {
                target = Paths.join(workdir, target);
            }
            if (!target.isEmpty() || !variable.isEmpty()) {
                secrets.add(new MountedSecret(mount, target, variable));
            }
        }
        return secrets;
    }

    /// The name under which a build gives it; that of its file where it has no other. Empty where it is unknown.
    ///
    /// @param step the step that mounts it
    public String id(Step step) {
        String id = text(step, mount.id());
        return id.isEmpty() ? path.substring(path.lastIndexOf('/') + 1) : id;
    }

    private static @Nullable Word value(Mount mount, String key) {
        Mount.Option option = mount.option(key);
        return option == null ? null : option.value();
    }

    private static String text(Step step, @Nullable Word word) {
        return word == null ? "" : step.value(word).or("");
    }
}
