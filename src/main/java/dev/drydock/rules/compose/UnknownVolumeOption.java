package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Mount;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Nearest;
import dev.drydock.source.Text;
import java.util.List;

/// An option of a volume's short form that Compose does not know, and passes over without a word.
public final class UnknownVolumeOption implements Rule.OnProject {

    private static final List<String> KNOWN =
            List.of("ro", "rw", "nocopy", "z", "Z", "private", "rprivate", "shared", "rshared", "slave", "rslave");

    @Override
    public void check(Workspace workspace, Report report) {
        for (Service service : workspace.compose().written()) {
            for (Mount mount : service.volumes()) {
                for (Value option : mount.options()) {
                    if (mount.shortForm() && option.text() instanceof Text.Known(String text)) {
                        check(option, text, report);
                    }
                }
            }
        }
    }

    private static void check(Value option, String text, Report report) {
        boolean elsewhere = switch (text) {
            // Of no effect, which is another rule's.
            case "cached", "delegated", "consistent" -> true;
            // What Podman knows besides.
            case "U", "O", "idmap" -> true;
            // With a slash it is a path behind the letter of a drive, or a directory of an overlay mount.
            default -> text.indexOf('/') >= 0 || text.indexOf('\\') >= 0;
        };
        if (elsewhere || KNOWN.contains(text)) {
            return;
        }
        String near = Nearest.to(text, KNOWN);
        String remedy = near == null ? "remove it" : "did you mean \"" + near + "\"?";
        String effect = "ro".equals(near) ? "the mount stays writable" : "it has no effect";
        report.at(option.place(), "Compose knows no volume option \"" + text + "\", so " + effect + "; " + remedy);
    }
}
