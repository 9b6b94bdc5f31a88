package dev.drydock.model.contents;

import dev.drydock.model.build.Paths;
import dev.drydock.model.build.Step;
import dev.drydock.source.Span;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Word;
import java.util.ArrayList;
import java.util.List;

/// A file or directory that a `COPY` or `ADD` puts at a path that is certain.
///
/// @param path absolute, without a slash at its end
/// @param span the words that bring it
public record Addition(Step step, Instruction.Transfer transfer, String path, Span span) {

    /// What a step adds; none where its destination is not known. What `ADD` unpacks is not.
    public static List<Addition> of(Step step) {
        var additions = new ArrayList<Addition>();
        if (step.isOnbuild()
                || !(step.instruction() instanceof Instruction.Transfer transfer)
                || !(step.value(transfer.destination()) instanceof Text.Known(String written))
                || !(step.workdir() instanceof Text.Known(String workdir) || Paths.isAbsolute(written))) {
            return additions;
        }
        String destination = Paths.join(step.workdir().or("/"), written);
        boolean directory = written.endsWith("/")
                || written.endsWith(".")
                || transfer.sources().size() > 1;
        for (Word source : transfer.sources()) {
            if (!(step.value(source) instanceof Text.Known(String path))
                    || path.indexOf('*') >= 0
                    || (transfer instanceof Instruction.Add && Paths.mayBeArchive(path) && !Paths.isRemote(path))) {
                continue;
            }
            String name = Paths.lastName(path);
            // A directory brings its content, a file comes under its own name. Which one a source is, its name
            // suggests.
            if (directory && name.indexOf('.') >= 0 && !path.endsWith("/")) {
                additions.add(new Addition(step, transfer, Paths.join(destination, name), source.span()));
            } else if (!name.isEmpty()) {
                additions.add(new Addition(step, transfer, destination, source.span()));
            }
        }
        return additions;
    }

    /// Whether taking away `removed`, a path or a pattern of all that is in one, takes all of this away.
    public boolean goesWith(String removed) {
        String trimmed = removed.endsWith("/*") ? removed.substring(0, removed.length() - 1) : removed;
        return path.equals(removed)
                || (!trimmed.equals("/") && path.startsWith(trimmed.endsWith("/") ? trimmed : trimmed + "/"))
                || (removed.endsWith("/*") && path.equals(removed.substring(0, removed.length() - 2)));
    }
}
