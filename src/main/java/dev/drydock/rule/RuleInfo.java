package dev.drydock.rule;

import java.util.List;
import java.util.Set;

/// What a rule's page says in its front matter, and where the rest of the page lies in the index.
///
/// @param id kebab-case
/// @param title one line: what it finds
/// @param level the level of its findings where nothing else is said
/// @param profiles the profiles in which it is on
/// @param aliases the codes that other tools use for the same practice, such as `DL3006` or `buildkit:UndefinedVar`
/// @param security the `security-severity` that GitHub shows, 0 for a rule that is not about security
/// @param options its options with their defaults
public record RuleInfo(
        String id,
        String title,
        Severity level,
        Set<String> profiles,
        String since,
        List<String> aliases,
        String fix,
        double security,
        Options options) {

    public RuleInfo {
        profiles = Set.copyOf(profiles);
        aliases = List.copyOf(aliases);
    }
}
