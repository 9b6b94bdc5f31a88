package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.ComposeFile;
import dev.drydock.model.compose.NameOrder;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.syntax.yaml.Ordering;
import dev.drydock.syntax.yaml.YamlNode;

/// Services in alphabetical order.
public final class AlphabeticalServices implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (ComposeFile file : workspace.compose().files()) {
            for (YamlNode.Mapping services : file.layout().groups()) {
                Ordering.Disorder found = Ordering.of(file.yaml(), services, NameOrder.INSTANCE);
                if (found != null) {
                    String moved = file.source().text(found.moved().span());
                    String before = file.source().text(found.before().span());
                    report.at(
                            file.source(),
                            found,
                            "service " + moved + " belongs before " + before + " in alphabetical order");
                }
            }
        }
    }
}
