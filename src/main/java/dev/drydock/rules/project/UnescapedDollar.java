package dev.drydock.rules.project;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.CommandLine;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.Setting;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Place;
import dev.drydock.syntax.compose.Template;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A variable that Compose takes although the container was meant to.
public final class UnescapedDollar implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant variant : workspace.compose().wholes()) {
            for (Service service : variant.services()) {
                check(service, report);
            }
        }
    }

    private static void check(Service service, Report report) {
        List<Value> values = new ArrayList<>();
        add(service.command(), values);
        add(service.entrypoint(), values);
        if (service.healthcheck() != null) {
            values.addAll(service.healthcheck().test());
        }
        for (Value value : values) {
            for (Template.Part part : value.template().parts()) {
                if (part instanceof Template.Variable variable
                        && variable.operator() == Template.Operator.PLAIN
                        && !value.environment().variables().containsKey(variable.name())
                        && isOwn(service, variable.name())) {
                    var place =
                            new Place(value.source(), value.template().mapped().span(variable.start(), variable.end()));
                    report.at(
                            place,
                            "Compose puts its own " + variable.name() + " here, which is not set; write $"
                                    + place.text() + " for that of the container");
                }
            }
        }
    }

    private static void add(@Nullable CommandLine command, List<Value> values) {
        if (command != null) {
            values.addAll(command.words());
        }
    }

    /// Whether the service sets the variable to a value of its own; one that comes from where Compose runs is
    /// there, too.
    private static boolean isOwn(Service service, String name) {
        Setting setting = service.environment(name);
        return setting != null && setting.value() != null && setting.value().isKnown();
    }
}
