package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.tree.Node;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A container with all rights on its host.
public final class Privileged implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Service service : workspace.compose().written()) {
            check(service, report);
        }
    }

    private static void check(Service service, Report report) {
        flag(service.node().member("privileged"), "the container has every right on its host", report);
        for (String hook : List.of("pre_start", "post_start", "pre_stop")) {
            Node hooks = service.node().value(hook);
            for (Node item : hooks == null ? List.<Node>of() : hooks.items()) {
                if (item instanceof Node.Mapping mapping) {
                    flag(mapping.member("privileged"), "this hook has every right on its host", report);
                }
            }
        }
        Node.Mapping build = service.node().mapping("build");
        if (build != null) {
            flag(build.member("privileged"), "the build has every right on its host", report);
            for (Value entitlement : build.scalars("entitlements")) {
                if (entitlement.is("security.insecure")) {
                    report.at(entitlement.place(), "this build may run with every right on its host; take it away");
                }
            }
        }
    }

    private static void flag(Node.@Nullable Member member, String what, Report report) {
        Value value = member == null ? null : member.value().scalarValue();
        Text given = value == null ? Text.unknown() : value.withDefaults();
        if (member != null && (given.is("true") || given.is("yes") || given.is("on"))) {
            report.at(member.place(), what + "; name the devices and capabilities that it needs instead");
        }
    }
}
