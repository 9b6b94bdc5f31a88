package dev.drydock.rule;

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
}
