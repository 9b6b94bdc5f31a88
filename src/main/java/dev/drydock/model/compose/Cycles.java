package dev.drydock.model.compose;

import dev.drydock.model.compose.Consistency.Findings;
import dev.drydock.model.compose.Inconsistency.Kind;
import dev.drydock.model.compose.Inconsistency.Related;
import dev.drydock.model.compose.tree.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Services that wait for each other.
final class Cycles {

    /// A service that is being looked at, with what it needs that is still to be looked at.
    ///
    /// @param came the link that led to it
    private record Step(Service service, Iterator<References.Link> left, References.@Nullable Link came) {}

    private final ComposeModel model;
    private final Findings findings;
    /// Whether a service is done with; one that is not, but is in the map, is on the way.
    private final Map<String, Boolean> done = new HashMap<>();

    private Cycles(ComposeModel model, Findings findings) {
        this.model = model;
        this.findings = findings;
    }

    static void of(ComposeModel model, Findings findings) {
        var cycles = new Cycles(model, findings);
        for (Service service : model.services()) {
            if (!cycles.done.containsKey(service.name())) {
                cycles.walk(service);
            }
        }
    }

    private void walk(Service start) {
        Deque<Step> way = new ArrayDeque<>();
        way.add(step(start, null));
        while (!way.isEmpty()) {
            Step at = way.getLast();
            if (!at.left().hasNext()) {
                done.put(at.service().name(), true);
                way.removeLast();
                continue;
            }
            References.Link link = at.left().next();
            Service next = model.service(link.service());
            if (next == null) {
                continue;
            }
            Boolean known = done.get(next.name());
            if (known == null) {
                way.add(step(next, link));
            } else if (!known) {
                report(way, at.service(), link);
            }
        }
    }

    private Step step(Service service, References.@Nullable Link came) {
        done.put(service.name(), false);
        return new Step(service, References.links(model, service).iterator(), came);
    }

    private void report(Deque<Step> way, Service last, References.Link closing) {
        if (!together(way, closing.service())) {
            return;
        }
        var circle = new StringBuilder();
        List<Related> related = new ArrayList<>();
        boolean in = false;
        for (Step step : way) {
            if (in && step.came() != null) {
                related.add(new Related(
                        step.came().place(), "needs \"" + step.service().name() + "\""));
            }
            in |= step.service().name().equals(closing.service());
            if (in) {
                circle.append(step.service().name()).append(" -> ");
            }
        }
        circle.append(closing.service());
        findings.add(
                Kind.DEPENDENCY_CYCLE,
                last,
                closing.place(),
                last.name().equals(closing.service())
                        ? "service \"" + last.name() + "\" depends on itself; take this away"
                        : "these services wait for each other: " + circle + "; take one dependency away",
                related.toArray(new Related[0]));
    }

    /// Whether all services of the circle run with some one profile, or with none.
    private static boolean together(Deque<Step> way, String first) {
        Set<String> common = null;
        boolean in = false;
        for (Step step : way) {
            in |= step.service().name().equals(first);
            if (!in || step.service().profiles().isEmpty()) {
                continue;
            }
            Set<String> own = new HashSet<>();
            for (Value profile : step.service().profiles()) {
                own.add(profile.or(profile.written()));
            }
            if (common == null) {
                common = own;
            } else {
                common.retainAll(own);
            }
        }
        return common == null || !common.isEmpty();
    }
}
