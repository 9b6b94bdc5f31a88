package dev.drydock.rule;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a rule's page says in its front matter, and where the rest of the page lies in the index.
///
/// @param id kebab-case
/// @param title one line: what it finds
/// @param level the level of its findings where nothing else is said
/// @param profiles the profiles in which it is on
/// @param profileLevels the levels that profiles give it: by profile, and by `profile.CODE` for the findings of one
///     code
/// @param aliases the codes that other tools use for the same practice, such as `DL3006` or `buildkit:UndefinedVar`
/// @param security the `security-severity` that GitHub shows, 0 for a rule that is not about security
/// @param options its options with their defaults
public record RuleInfo(
        String id,
        String title,
        Severity level,
        Set<String> profiles,
        Map<String, Severity> profileLevels,
        String since,
        List<String> aliases,
        String fix,
        double security,
        Options options) {

    public RuleInfo {
        profiles = Set.copyOf(profiles);
        profileLevels = Map.copyOf(profileLevels);
        aliases = List.copyOf(aliases);
    }

    /// The level that a profile gives findings of this rule, null where it leaves them as they are.
    ///
    /// @param code the alias that the finding is an instance of, empty where it says none
    public @Nullable Severity level(String profile, String code) {
        if (profileLevels.isEmpty()) {
            return null;
        }
        Severity ofCode = code.isEmpty() ? null : profileLevels.get(profile + "." + code);
        return ofCode != null ? ofCode : profileLevels.get(profile);
    }
}
