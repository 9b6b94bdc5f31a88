package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.Build;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.rule.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Services that build one image several times, or several images of one name.
public final class ImageBuiltTwice implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant variant : workspace.compose().wholes()) {
            List<Service> services = variant.services();
            Set<String> again = new HashSet<>();
            for (int i = 0; i < services.size(); i++) {
                for (Service later : services.subList(i + 1, services.size())) {
                    check(services.get(i), later, again, report);
                }
            }
        }
    }

    /// @param again the services that were reported as building what an earlier one builds
    private static void check(Service first, Service later, Set<String> again, Report report) {
        Build one = first.build();
        Build other = later.build();
        if (one == null || other == null || !first.complete() || !later.complete()) {
            return;
        }
        if (one.place().equals(other.place())) {
            // Written once, and meant for both.
            return;
        }
        boolean same = one.recipe().equals(other.recipe());
        Value image = first.image();
        boolean named = image != null
                && later.image() != null
                && image.written().equals(later.image().written());
        if (same && !named && again.add(later.name())) {
            report.at(
                            other.place(),
                            "service \"" + first.name() + "\" builds the same; give its image a name, and write that as"
                                    + " \"image\" here")
                    .related(one.place(), "the same build");
        } else if (!same && named && later.image() != null && !areAlternatives(first, later)) {
            // Written once, for both: what tells them apart is where they are built.
            boolean once = later.image().place().equals(image.place());
            report.at(
                            once ? other.place() : later.image().place(),
                            "service \"" + first.name() + "\" builds another image of this name, and the last that is"
                                    + " built counts for both; give each its own")
                    .related(image.place(), "the same name")
                    .level(Severity.ERROR);
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
