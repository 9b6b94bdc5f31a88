package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.ComposeFile;
import dev.drydock.model.compose.KeyOrder;
import dev.drydock.model.compose.Layout.WrittenService;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.syntax.yaml.Ordering;

/// The keys of each service in one order.
public final class ServiceKeyOrder implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        var order =
                new KeyOrder(report.options().list("order"), report.options().flag("alphabetical"));
        for (ComposeFile file : workspace.compose().files()) {
            for (WrittenService service : file.layout().services()) {
                Ordering.Disorder found = Ordering.of(file.yaml(), service.body(), order);
                if (found != null) {
                    String moved = file.source().text(found.moved().span());
                    String before = file.source().text(found.before().span());
                    report.at(
                            file.source(),
                            found,
                            "key " + moved + " of service " + service.name() + " belongs before " + before);
                }
            }
        }
    }
}
