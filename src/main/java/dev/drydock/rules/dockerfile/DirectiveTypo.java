package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.syntax.dockerfile.LostDirective;

/// A comment that was meant as a parser directive.
public final class DirectiveTypo implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (LostDirective lost : LostDirective.of(file.syntax())) {
            report.at(file.source(), lost.span(), message(lost));
        }
    }

    private static String message(LostDirective lost) {
        String name = lost.directive();
        return switch (lost.reason()) {
            case MISSPELT -> "no such directive, so this is a comment; did you mean " + name + "?";
            case NO_EQUALS -> "a directive is written " + name + "=value; as it is, this is a comment";
            case LATE ->
                "the " + name + " directive counts only at the very top, before any comment, empty line or instruction;"
                        + " move it there";
        };
    }
}
