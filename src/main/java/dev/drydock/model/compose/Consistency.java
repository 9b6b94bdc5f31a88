package dev.drydock.model.compose;

import dev.drydock.model.compose.Inconsistency.Kind;
import dev.drydock.model.compose.Inconsistency.Related;
import dev.drydock.source.Place;
import dev.drydock.source.Text;
import dev.drydock.syntax.yaml.YamlFile;
import java.util.ArrayList;
import java.util.List;

/// Compares what the files of a project say with each other, as Compose does when it has put them together.
///
/// A file that is laid over a base is judged together with it, and a base with each of its overlays: what one of
/// them makes good is no fault.
final class Consistency {

    private final List<Variant> variants;

    private Consistency(List<Variant> variants) {
        this.variants = variants;
    }

    /// What Compose refuses in each way to run the project.
    ///
    /// @param variants those that are no part of another project
    static List<Inconsistency> of(List<Variant> variants) {
        return new Consistency(variants).all();
    }

    private List<Inconsistency> all() {
        var judged = new ArrayList<Variant>();
        for (Variant variant : variants) {
            if (isReadable(variant) && !variant.isPart()) {
                judged.add(variant);
            }
        }
        var found = new ArrayList<List<Inconsistency>>();
        for (Variant variant : judged) {
            found.add(of(variant));
        }
        var all = new ArrayList<Inconsistency>();
        for (int i = 0; i < judged.size(); i++) {
            for (Inconsistency one : found.get(i)) {
                if (!contains(all, one) && isEverywhere(one, judged, found)) {
                    all.add(one);
                }
            }
        }
        return all;
    }

    private static boolean isReadable(Variant variant) {
        for (ComposeFile file : variant.files()) {
            YamlFile yaml = file.yaml();
            if (!yaml.problems().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /// Whether every way to run the file of a fault has the fault.
    private static boolean isEverywhere(Inconsistency one, List<Variant> judged, List<List<Inconsistency>> found) {
        for (int i = 0; i < judged.size(); i++) {
            if (has(judged.get(i), one.place()) && !contains(found.get(i), one)) {
                return false;
            }
        }
        return true;
    }

    private static boolean has(Variant variant, Place place) {
        for (ComposeFile file : variant.files()) {
            if (file.source().path().equals(place.source().path())) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(List<Inconsistency> all, Inconsistency one) {
        for (Inconsistency other : all) {
            if (one.isSame(other)) {
                return true;
            }
        }
        return false;
    }

    private static List<Inconsistency> of(Variant variant) {
        var findings = new Findings(variant);
        ComposeModel model = variant.model();
        Conflicts.of(model, findings);
        Conflicts.ofResources(model, findings);
        Clashes.of(model, findings);
        if (model.isComplete()) {
            References.of(model, findings);
            Cycles.of(model, findings);
        }
        return findings.found;
    }

    /// What is found in one way to run the project.
    static final class Findings {
        private final Variant variant;
        private final List<Inconsistency> found = new ArrayList<>();

        Findings(Variant variant) {
            this.variant = variant;
        }

        /// Adds what is wrong with a service. Where the words stand in a file that only lends the service, it is
        /// said where the service is.
        void add(Kind kind, Service service, Place place, String message, Related... related) {
            var all = new ArrayList<>(List.of(related));
            Place name = service.namePlace();
            boolean lent = !has(variant, place) && has(variant, name);
            if (lent) {
                all.add(new Related(place, "written here"));
            }
            found.add(new Inconsistency(kind, lent ? name : place, message, all));
        }

        /// Adds what is wrong with something else.
        void add(Kind kind, Place place, String message, Related... related) {
            found.add(new Inconsistency(kind, place, message, List.of(related)));
        }
    }

    /// Whether two services may run at the same time: one of them runs always, or they share a profile.
    static boolean together(Service one, Service two) {
        if (one.profiles().isEmpty() || two.profiles().isEmpty()) {
            return true;
        }
        for (var profile : one.profiles()) {
            if (profile.text() instanceof Text.Known(String name)
                    && two.profiles().stream().anyMatch(other -> other.is(name))) {
                return true;
            }
        }
        return false;
    }
}
