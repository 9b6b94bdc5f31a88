package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.ComposeFile;
import dev.drydock.model.compose.Layout.WrittenService;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Edit;
import dev.drydock.syntax.yaml.YamlNode;

/// Quotes around a volume that means the same without them.
public final class VolumeQuotes implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (ComposeFile file : workspace.compose().files()) {
            for (WrittenService service : file.layout().services()) {
                YamlNode.Sequence list = service.list("volumes");
                if (list != null) {
                    for (YamlNode item : list.items()) {
                        check(file, list, item, report);
                    }
                }
            }
        }
    }

    private static void check(ComposeFile file, YamlNode.Sequence list, YamlNode item, Report report) {
        if (!(item instanceof YamlNode.Scalar scalar) || scalar.tag() != null) {
            return;
        }
        boolean quoted = switch (scalar.style()) {
            case SINGLE_QUOTED, DOUBLE_QUOTED -> true;
            case PLAIN, LITERAL, FOLDED -> false;
        };
        if (quoted && scalar.needsNoQuotes(list.flow())) {
            report.at(file.source(), scalar.span(), "quotes around a volume that needs none; take them away")
                    .fix(Fix.safe("take the quotes away", file.source(), new Edit(scalar.span(), scalar.value())));
        }
    }
}
