package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.syntax.dockerfile.Dockerfile;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Pair;
import java.util.ArrayList;
import java.util.List;

/// A comment above `ARG` or `FROM` that describes something else.
public final class DefinitionDescription implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Instruction instruction : file.syntax().instructions()) {
            switch (instruction) {
                case Instruction.Arg arg -> {
                    var names = new ArrayList<String>();
                    for (Pair pair : arg.pairs()) {
                        names.add(pair.name());
                    }
                    check(file, arg, names, report);
                }
                case Instruction.From from
                when from.name() != null ->
                    check(file, from, List.of(from.name().text()), report);
                default -> {
                    // Only arguments and named stages have descriptions.
                }
            }
        }
    }

    private static void check(BuildFile file, Instruction defines, List<String> names, Report report) {
        Dockerfile.Comment comment = file.syntax().commentAbove(defines);
        if (comment == null || comment.text().isBlank()) {
            return;
        }
        String text = comment.text().strip();
        int blank = text.indexOf(' ');
        String first = blank < 0 ? text : text.substring(0, blank);
        if (names.contains(first) || isForTools(text, first)) {
            return;
        }
        report.at(
                file.source(),
                comment.span(),
                "docker build --call=outline reads this as a description of " + names.getFirst() + "; begin it with "
                        + names.getFirst() + ", or put an empty line below it");
    }

    /// A comment that a tool reads, such as `# hadolint ignore=DL3006`, describes nothing.
    private static boolean isForTools(String text, String first) {
        return first.indexOf('=') > 0 || first.indexOf(':') > 0 || text.contains(" ignore");
    }
}
