package dev.drydock.rules.project;

import dev.drydock.model.ContainerImage;
import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Role;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.image.Drift;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Place;
import dev.drydock.source.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A service that is something else in production than where one develops.
public final class DevProdDrift implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        List<Variant.Run> runs = workspace.compose().runs();
        Map<String, List<Variant.Run>> developed = new HashMap<>();
        for (Variant.Run run : runs) {
            if (isForDevelopment(run)) {
                developed.computeIfAbsent(service(run), _ -> new ArrayList<>()).add(run);
            }
        }
        Set<Place> told = new HashSet<>();
        for (Variant.Run run : runs) {
            if (run.role().isProduction()) {
                for (Variant.Run other : developed.getOrDefault(service(run), List.of())) {
                    check(workspace, run, other, told, report);
                }
            }
        }
    }

    /// Whether somebody develops with it: as its name says, or because it is what Compose starts when nobody names
    /// a file.
    private static boolean isForDevelopment(Variant.Run run) {
        return switch (run.role().kind()) {
            case DEVELOPMENT -> true;
            case UNKNOWN -> run.variant().files().size() == 1 && run.variant().isDefault();
            case PRODUCTION, TEST -> false;
        };
    }

    /// What the service is, in whatever way it runs.
    private static String service(Variant.Run run) {
        return Tree.directory(run.variant().files().getFirst().source().path()) + "\t"
                + run.service().name();
    }

    private static void check(
            Workspace workspace, Variant.Run production, Variant.Run other, Set<Place> told, Report report) {
        ContainerImage shipped = ContainerImage.of(workspace, production);
        ContainerImage tried = shipped == null ? null : ContainerImage.of(workspace, other);
        if (shipped == null || tried == null || shipped.reference() == null || tried.reference() == null) {
            return;
        }
        Drift drift = Drift.of(shipped.reference(), tried.reference());
        boolean sameKind = (shipped.stage() == null) == (tried.stage() == null);
        Place place = place(shipped, production.service());
        // Where nothing but the base says it, whoever develops gets it from there: that is the same fault.
        if (drift == null || !sameKind || !told.add(place)) {
            return;
        }
        report.at(
                        place,
                        "production has " + drift.here() + " for \""
                                + production.service().name() + "\", and "
                                + (other.role().kind() == Role.Kind.DEVELOPMENT ? "development" : "the base")
                                + " has " + drift.there() + ", so what was tried is not what runs; use one")
                .related(place(tried, other.service()), drift.there() + " here");
    }

    private static Place place(ContainerImage image, Service service) {
        if (image.stage() != null) {
            var root = image.stage().lineage().getLast();
            return new Place(
                    root.file().source(),
                    root.from() == null ? root.span() : root.from().image().span());
        }
        return service.image() == null ? service.namePlace() : service.image().place();
    }
}
