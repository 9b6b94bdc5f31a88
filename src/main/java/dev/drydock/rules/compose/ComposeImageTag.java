package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.ComposeFile;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Place;
import dev.drydock.source.Text;
import dev.drydock.syntax.image.ImageReference;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// An image that a service runs without a tag that says a version.
public final class ComposeImageTag implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        List<String> moving = report.options().list("tags");
        Set<String> built = built(workspace);
        for (Service service : workspace.compose().written()) {
            Value image = service.image();
            Place place = image == null ? null : image.decisive();
            if (image != null
                    && place != null
                    && !isLocal(service)
                    && image.withDefaults() instanceof Text.Known(String text)
                    && !built.contains(text)) {
                check(place, text, moving, report);
            }
        }
    }

    /// Whether the image is never asked of a registry.
    private static boolean isLocal(Service service) {
        Value policy = service.value("pull_policy");
        return policy != null && (policy.is("never") || policy.is("build"));
    }

    /// The names that services give to what they build: no registry is asked for those.
    private static Set<String> built(Workspace workspace) {
        var built = new HashSet<String>();
        for (ComposeFile file : workspace.compose().files()) {
            for (Service service : file.services()) {
                Service base = workspace.compose().base(file, service.name());
                boolean builds = service.build() != null || (base != null && base.build() != null);
                if (builds && service.image() != null) {
                    built.add(service.image().withDefaults() instanceof Text.Known(String text) ? text : "");
                }
            }
        }
        return built;
    }

    private static void check(Place place, String text, List<String> moving, Report report) {
        ImageReference reference = ImageReference.parse(text);
        if (reference == null || reference.digest() != null) {
            return;
        }
        if (reference.tag() == null) {
            report.at(place, "image " + text + " has no tag, so every pull may get another one; name a version");
        } else if (reference.hasTagOf(moving)) {
            report.at(
                    place,
                    "tag " + reference.tag() + " of " + reference.familiarName()
                            + " moves with every release; name a version");
        }
    }
}
