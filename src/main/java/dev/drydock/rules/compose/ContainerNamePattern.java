package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.ComposeFile;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.model.data.Wildcard;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;
import java.util.List;

/// A container name that Docker refuses, or that the project's own patterns do not allow.
public final class ContainerNamePattern implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        List<String> patterns = report.options().list("patterns");
        for (ComposeFile file : workspace.compose().files()) {
            for (Service service : file.services()) {
                Value name = service.value("container_name");
                if (name != null && name.text() instanceof Text.Known(String text)) {
                    check(name, text, patterns, report);
                }
            }
        }
    }

    private static void check(Value name, String text, List<String> patterns, Report report) {
        if (!isAllowed(text)) {
            report.at(
                    name.place(),
                    "Docker takes no container name \"" + text
                            + "\"; use two or more letters, digits, \"_\", \".\" and \"-\", the first a letter or digit");
        } else if (!patterns.isEmpty() && !Wildcard.anyMatches(patterns, text)) {
            report.at(
                    name.place(),
                    "container name " + text + " is none of " + String.join(", ", patterns) + "; name it like those");
        }
    }

    private static boolean isAllowed(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            boolean inside = i > 0 && (c == '_' || c == '.' || c == '-');
            if (!plain && !inside) {
                return false;
            }
        }
        return name.length() > 1;
    }
}
