package dev.drydock.rule;

import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.source.Source;
import java.util.List;

/// A rule: one class that says what is wrong, one page that says why. Rules keep no state: one instance serves all
/// files and threads.
public sealed interface Rule {

    /// The rule's id: its class name in kebab-case.
    default String id() {
        String name = getClass().getSimpleName();
        var id = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char character = name.charAt(i);
            boolean number = Character.isDigit(character) && i > 0 && !Character.isDigit(name.charAt(i - 1));
            if ((Character.isUpperCase(character) || number) && i > 0) {
                id.append('-');
            }
            id.append(Character.toLowerCase(character));
        }
        return id.toString();
    }

    /// A rule that needs nothing but one Dockerfile.
    non-sealed interface OnDockerfile extends Rule {
        void check(BuildFile file, Report report);
    }

    /// A rule about the comments that silence others. It runs when all findings of the others are known.
    non-sealed interface OnComments extends Rule {
        void check(Source source, List<SuppressionComment> comments, Report report);
    }

    /// A rule that judges files together. It may report in any of them.
    non-sealed interface OnProject extends Rule {
        void check(Workspace workspace, Report report);
    }
}
