package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Edit;
import dev.drydock.syntax.dockerfile.Instruction;

/// `MAINTAINER`.
public final class MaintainerDeprecated implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Instruction instruction : file.syntax().instructions()) {
            if (instruction instanceof Instruction.Maintainer maintainer) {
                report.at(
                                file.source(),
                                maintainer.head().keywordSpan(),
                                "MAINTAINER is deprecated; use LABEL org.opencontainers.image.authors=…")
                        .fix(Fix.safe(
                                "use a label",
                                file.source(),
                                new Edit(
                                        maintainer.span(),
                                        label(maintainer.name().text()))));
            }
        }
    }

    private static String label(String name) {
        String text = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")
                ? name.substring(1, name.length() - 1)
                : name;
        return "LABEL org.opencontainers.image.authors=\""
                + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "\\$") + "\"";
    }
}
