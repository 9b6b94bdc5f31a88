package dev.drydock.rule;

import dev.drydock.source.Place;
import dev.drydock.source.Span;
import java.util.List;
import java.util.Optional;

/// One thing that is wrong, at one place.
///
/// @param rule the id of the rule that found it
/// @param level how much it matters
/// @param place the exact words that are wrong
/// @param message lower case, names the thing and the remedy, no full stop
/// @param related the other ends of the finding, each with what it is
/// @param flow the way of something that travels through stages or files, from its origin on; empty where nothing
/// travels
/// @param fix edits that make the finding go away
/// @param code the alias of the rule that this finding is an instance of, such as `DL3009` where the rule stands
///     for several; empty where nothing tells
/// @param secrets what no report may show, in the file of `place`
public record Finding(
        String rule,
        Severity level,
        Place place,
        String message,
        List<Step> related,
        List<Step> flow,
        Optional<Fix> fix,
        String code,
        List<Span> secrets)
        implements Comparable<Finding> {

    /// A place with what it has to do with the finding.
    public record Step(Place place, String message) {}

    public Finding {
        related = List.copyOf(related);
        flow = List.copyOf(flow);
        secrets = List.copyOf(secrets);
    }

    /// A finding that has no code and touches no secret.
    public Finding(
            String rule,
            Severity level,
            Place place,
            String message,
            List<Step> related,
            List<Step> flow,
            Optional<Fix> fix) {
        this(rule, level, place, message, related, flow, fix, "", List.of());
    }

    public Finding withLevel(Severity newLevel) {
        return newLevel == level
                ? this
                : new Finding(rule, newLevel, place, message, related, flow, fix, code, secrets);
    }

    /// By file, offset, rule id, message: the order of every report.
    @Override
    public int compareTo(Finding other) {
        // By hand: a chain of Comparator.comparing is spun at run time, at each start.
        int byPlace = place.compareTo(other.place);
        if (byPlace != 0) {
            return byPlace;
        }
        int byRule = rule.compareTo(other.rule);
        return byRule != 0 ? byRule : message.compareTo(other.message);
    }
}
