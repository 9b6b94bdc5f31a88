package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.ComposeFile;
import dev.drydock.model.compose.Layout.WrittenService;
import dev.drydock.model.compose.NameOrder;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.syntax.yaml.Ordering;
import dev.drydock.syntax.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/// The services of `depends_on` in alphabetical order.
public final class AlphabeticalDependencies implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (ComposeFile file : workspace.compose().files()) {
            for (WrittenService service : file.layout().services()) {
                Ordering.Disorder found = disorder(file, service.value("depends_on"));
                if (found != null) {
                    String moved = file.source().text(found.moved().span());
                    String before = file.source().text(found.before().span());
                    report.at(
                            file.source(),
                            found,
                            "dependency " + moved + " belongs before " + before + " in alphabetical order");
                }
            }
        }
    }

    private static Ordering.@Nullable Disorder disorder(ComposeFile file, @Nullable YamlNode written) {
        return switch (written) {
            case YamlNode.Sequence list ->
                Ordering.of(file.yaml(), list, (a, b) -> NameOrder.INSTANCE.compare(name(a), name(b)));
            case YamlNode.Mapping mapping -> Ordering.of(file.yaml(), mapping, NameOrder.INSTANCE);
            case YamlNode.Scalar _, YamlNode.Alias _ -> null;
            case null -> null;
        };
    }

    private static String name(YamlNode item) {
        YamlNode.Scalar scalar = item.asScalar();
        return scalar == null ? "" : scalar.value();
    }
}
