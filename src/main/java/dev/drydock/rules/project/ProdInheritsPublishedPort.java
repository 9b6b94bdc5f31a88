package dev.drydock.rules.project;

import dev.drydock.model.ContainerImage;
import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Port;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.ServiceImage;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Source;
import org.jspecify.annotations.Nullable;

/// A port that production has open because the file below publishes it.
public final class ProdInheritsPublishedPort implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant.Run run : workspace.compose().runs()) {
            if (run.variant().files().size() > 1 && run.role().isProduction()) {
                for (Port port : run.service().ports()) {
                    check(workspace, run, port, report);
                }
            }
        }
    }

    private static void check(Workspace workspace, Variant.Run run, Port port, Report report) {
        Source overlay = run.variant().files().getLast().source();
        Value target = port.target();
        Value published = port.published();
        if (target == null
                || published == null
                || !target.isKnown()
                || !port.isOpen()
                || port.place().source().path().equals(overlay.path())) {
            return;
        }
        Port added = added(run.service(), port, overlay);
        if (added != null) {
            report.at(
                            added.place(),
                            "Compose adds this to the ports of the file below, so " + published.written() + ":"
                                    + target.written()
                                    + " stays open in production, too; write \"ports: !override\"")
                    .related(port.place(), "the port that stays")
                    .step(port.place(), "published here")
                    .step(added.place(), "not taken away here: lists are added up");
            return;
        }
        ServiceImage image = built(workspace, run);
        if (image != null && image.ports().contains(target.or(""))) {
            report.at(
                            port.place(),
                            "service \"" + run.service().name() + "\" is for production ("
                                    + run.role().reason() + "), and this port of a " + image.kind()
                                    + " is open to the whole network there; take it away with \"ports: !reset []\"")
                    .related(run.service().namePlace(), "inherited here")
                    .step(port.place(), "published here")
                    .step(run.service().namePlace(), "not taken away here");
        }
    }

    /// The port of the overlay that is meant to stand in the place of one below.
    private static @Nullable Port added(Service service, Port below, Source overlay) {
        for (Port port : service.ports()) {
            boolean same = port.target() != null
                    && below.target() != null
                    && port.target().is(below.target().or(""))
                    && protocol(port).equals(protocol(below));
            if (same && port.published() != null && port.place().source().path().equals(overlay.path())) {
                return port;
            }
        }
        return null;
    }

    private static String protocol(Port port) {
        return port.protocol() == null ? "tcp" : port.protocol().or("?");
    }

    /// What the service builds on, where that is a database or the like; of one that it only runs another rule
    /// tells.
    private static @Nullable ServiceImage built(Workspace workspace, Variant.Run run) {
        ContainerImage image = ContainerImage.of(workspace, run);
        return image == null || image.stage() == null || image.reference() == null
                ? null
                : ServiceImage.named(image.reference().familiarName());
    }
}
