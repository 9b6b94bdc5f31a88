package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.ComposeFile;
import dev.drydock.model.compose.KeyOrder;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.syntax.yaml.Ordering;
import dev.drydock.syntax.yaml.YamlNode;

/// The keys at the top of a Compose file in one order.
public final class TopLevelOrder implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        var order =
                new KeyOrder(report.options().list("order"), report.options().flag("alphabetical"));
        for (ComposeFile file : workspace.compose().files()) {
            for (YamlNode.Mapping top : file.layout().tops()) {
                Ordering.Disorder found = Ordering.of(file.yaml(), top, order);
                if (found != null) {
                    String moved = file.source().text(found.moved().span());
                    String before = file.source().text(found.before().span());
                    report.at(file.source(), found, "top-level key " + moved + " belongs before " + before);
                }
            }
        }
    }
}
