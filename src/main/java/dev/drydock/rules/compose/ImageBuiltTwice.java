package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Build;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.rule.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Services that build one image several times, or several images of one name.
public final class ImageBuiltTwice implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant variant : workspace.compose().wholes()) {
            Map<String, List<Service>> byRecipe = new HashMap<>();
            Map<String, List<Service>> byImage = new HashMap<>();
            for (Service service : variant.services()) {
                Build build = service.build();
                Value image = service.image();
                if (build == null || !service.complete()) {
                    continue;
                }
                List<Service> alike = byRecipe.computeIfAbsent(build.recipe(), _ -> new ArrayList<>());
                same(build, service, alike, report);
                alike.add(service);
                if (image != null) {
                    List<Service> namesakes = byImage.computeIfAbsent(image.written(), _ -> new ArrayList<>());
                    another(build, image, service, namesakes, report);
                    namesakes.add(service);
                }
            }
        }
    }

    /// @param alike the services before it that build the same
    private static void same(Build build, Service service, List<Service> alike, Report report) {
        for (Service first : alike) {
            Build one = first.build();
            // What is written once is meant for both.
            if (one != null && !one.place().equals(build.place()) && !haveOneName(first, service)) {
                report.at(
                                build.place(),
                                "service \"" + first.name()
                                        + "\" builds the same; give its image a name, and write that as"
                                        + " \"image\" here")
                        .related(one.place(), "the same build");
                return;
            }
        }
    }

    private static boolean haveOneName(Service first, Service later) {
        return first.image() != null
                && later.image() != null
                && first.image().written().equals(later.image().written());
    }

    /// @param namesakes the services before it whose images have the same name
    private static void another(Build build, Value image, Service service, List<Service> namesakes, Report report) {
        for (Service first : namesakes) {
            Build one = first.build();
            if (one == null
                    || first.image() == null
                    || one.place().equals(build.place())
                    || one.recipe().equals(build.recipe())
                    || areAlternatives(first, service)) {
                continue;
            }
            // Written once, for both: what tells them apart is where they are built.
            boolean once = image.place().equals(first.image().place());
            report.at(
                            once ? build.place() : image.place(),
                            "service \"" + first.name() + "\" builds another image of this name, and the last that is"
                                    + " built counts for both; give each its own")
                    .related(first.image().place(), "the same name")
                    .level(Severity.ERROR);
            return;
        }
    }

    /// Whether no profile starts both.
    private static boolean areAlternatives(Service first, Service later) {
        if (first.profiles().isEmpty() || later.profiles().isEmpty()) {
            return false;
        }
        for (Value profile : first.profiles()) {
            for (Value other : later.profiles()) {
                if (!profile.isKnown() || profile.written().equals(other.written())) {
                    return false;
                }
            }
        }
        return true;
    }
}
