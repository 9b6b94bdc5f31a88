package dev.drydock.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says which rules are on where, how much their findings matter, and with which options: profile, configuration
/// and command line, resolved.
public interface Judge {

    /// Whether any file may get findings of the rule. A rule that is on nowhere is not run.
    boolean isOn(String rule);

    /// Whether findings of the rule in the file are reported.
    boolean isOn(String rule, String path);

    /// Whether a finding is reported: its rule is on in its file. Of ShellCheck's findings the profile wants some,
    /// by their level.
    boolean wants(Finding finding);

    /// The level that the rule's page gives its findings.
    Severity defaultLevel(String rule);

    /// The level of a finding: what was configured for its rule in its file, or what the profile gives it, or what
    /// the rule found.
    Severity level(Finding finding);

    /// The rule's options where it judges the project as a whole.
    Options options(String rule);

    /// The rule's options in the file.
    Options options(String rule, String path);

    /// What the configuration says that a file is for: `production`, `development` or `test`; null where it does
    /// not.
    default @Nullable String fileRole(String path) {
        return null;
    }

    /// What the configuration says that stages of a name are for; null where it does not.
    default @Nullable String stageRole(String name) {
        return null;
    }

    /// The Compose files that the configuration lays over each other, in every way in which it does.
    default List<List<String>> composeSets() {
        return List.of();
    }
}
