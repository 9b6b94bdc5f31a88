package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Frontend;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.rule.Severity;
import dev.drydock.source.Edit;
import dev.drydock.syntax.dockerfile.Dockerfile;

/// A `# syntax=` that pins an old minor version, or one that lacks what the file uses.
public final class StaleSyntaxDirective implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Dockerfile.Directive directive : file.syntax().directives()) {
            Frontend frontend = directive.name().equals("syntax") ? Frontend.parse(directive.value()) : null;
            if (frontend != null) {
                check(file, directive, frontend, report);
            }
        }
    }

    private static void check(BuildFile file, Dockerfile.Directive directive, Frontend frontend, Report report) {
        boolean missing = false;
        for (Frontend.Feature feature : Frontend.features(file.syntax())) {
            if (!frontend.has(feature)) {
                missing = true;
                report.at(
                                file.source(),
                                feature.span(),
                                feature.name() + " needs docker/dockerfile:1." + feature.minor()
                                        + ", and the syntax directive pins " + frontend.tag()
                                        + "; pin docker/dockerfile:1 instead")
                        .level(Severity.ERROR)
                        .related(file.source(), directive.valueSpan(), "the directive");
            }
        }
        if (!missing && frontend.isStale()) {
            report.at(
                            file.source(),
                            directive.valueSpan(),
                            "the syntax is pinned to " + frontend.tag()
                                    + ", which lacks later features and fixes; write docker/dockerfile:1")
                    .fix(Fix.safe(
                            "pin docker/dockerfile:1",
                            file.source(),
                            new Edit(directive.valueSpan(), "docker/dockerfile:1")));
        }
    }
}
