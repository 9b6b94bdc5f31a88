package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.ComposeFile;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.tree.Node;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Edit;
import dev.drydock.source.Place;
import java.util.List;

/// A port without quotes, which old YAML readers may take for another number.
public final class UnquotedPort implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (ComposeFile file : workspace.compose().files()) {
            for (Service service : file.services()) {
                for (String key : List.of("ports", "expose")) {
                    Node ports = service.node().value(key);
                    for (Node item : ports == null ? List.<Node>of() : ports.items()) {
                        check(item, report);
                    }
                }
            }
        }
    }

    private static void check(Node item, Report report) {
        Place place = item.place();
        if (!(item instanceof Node.Scalar) || item.isNull() || place.text().isEmpty()) {
            return;
        }
        char first = place.text().charAt(0);
        if (first != '"' && first != '\'') {
            report.at(place, "a port without quotes; write \"" + place.text() + "\"")
                    .fix(Fix.safe(
                            "put quotes around it",
                            place.source(),
                            new Edit(place.span(), "\"" + place.text() + "\"")));
        }
    }
}
