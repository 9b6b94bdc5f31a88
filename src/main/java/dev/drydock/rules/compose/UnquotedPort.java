package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
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
        String wanted = report.options().text("quotes");
        for (Service service : workspace.compose().written()) {
            for (String key : List.of("ports", "expose")) {
                Node ports = service.node().value(key);
                for (Node item : ports == null ? List.<Node>of() : ports.items()) {
                    check(item, wanted, report);
                }
            }
        }
    }

    private static void check(Node item, String wanted, Report report) {
        Place place = item.place();
        if (!(item instanceof Node.Scalar scalar)
                || item.isNull()
                || place.text().isEmpty()) {
            return;
        }
        String written = scalar.value().written();
        if (written.indexOf('"') >= 0 || written.indexOf('\'') >= 0 || written.indexOf('\\') >= 0) {
            // A default with quotes of its own.
            return;
        }
        char first = place.text().charAt(0);
        char mark = wanted.equals("single") ? '\'' : '"';
        String quoted = mark + written + mark;
        if (first != '"' && first != '\'') {
            report.at(place, "a port without quotes; write " + quoted)
                    .fix(Fix.safe("put quotes around it", place.source(), new Edit(place.span(), quoted)));
        } else if (first != mark && !wanted.equals("any") && place.text().length() == quoted.length()) {
            report.at(place, "a port in other quotes than the rest; write " + quoted)
                    .fix(Fix.safe("change the quotes", place.source(), new Edit(place.span(), quoted)));
        }
    }
}
