package dev.drydock.config;

import dev.drydock.rule.Severity;
import dev.drydock.source.Limits;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one `drydock.yaml` says, rules by their ids.
///
/// @param profile the profile it asks for, or null
/// @param failOn from which level on a run fails, or null where it does not say
/// @param shellCheck whether ShellCheck is asked: one of [#SHELLCHECK], or null where it does not say
/// @param rules settings by rule id
/// @param overrides settings for some files, later ones over earlier ones
/// @param exclude files that are not linted
/// @param fileRoles roles by pattern of file, in the order of the file
/// @param stageRoles roles by pattern of stage name, in the order of the file
/// @param composeSets Compose files that are laid over each other, in every way in which they are
/// @param limits how much of the project is taken in
public record Config(
        @Nullable String profile,
        @Nullable FailOn failOn,
        @Nullable String shellCheck,
        Map<String, Setting> rules,
        List<Overlay> overrides,
        List<Glob> exclude,
        List<RoleOf> fileRoles,
        List<RoleOf> stageRoles,
        List<List<String>> composeSets,
        Limits limits) {

    /// A configuration that says nothing.
    public static final Config EMPTY = new Config(
            null, null, null, Map.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Limits.DEFAULT);

    /// This configuration with other limits.
    public Config with(Limits others) {
        return new Config(
                profile, failOn, shellCheck, rules, overrides, exclude, fileRoles, stageRoles, composeSets, others);
    }

    /// Whether ShellCheck is asked: where it is installed, always, or never.
    public static final List<String> SHELLCHECK = List.of("auto", "on", "off");

    /// The roles that a file or stage can be given.
    public static final List<String> ROLES = List.of("production", "development", "test");

    /// From which level on a run fails.
    ///
    /// @param level the least level that fails a run; empty where none does
    public record FailOn(Optional<Severity> level) {

        /// The words for it.
        public static final List<String> WORDS = List.of("error", "warning", "info", "style", "none");

        /// What a run does where nobody says otherwise.
        public static final FailOn DEFAULT = new FailOn(Optional.of(Severity.WARNING));

        /// `error`, `warning`, `info`, `style` or `none`; null for any other word.
        public static @Nullable FailOn of(String word) {
            if (word.equals("none")) {
                return new FailOn(Optional.empty());
            }
            Severity level = Severity.of(word);
            return level == null ? null : new FailOn(Optional.of(level));
        }

        /// Whether a finding of this level fails the run.
        public boolean fails(Severity found) {
            return level.isPresent() && found.atLeast(level.get());
        }
    }

    /// Settings for the files that one of the patterns matches.
    public record Overlay(List<Glob> paths, Map<String, Setting> rules) {
        public Overlay {
            paths = List.copyOf(paths);
            rules = Map.copyOf(rules);
        }
    }

    /// A role for whatever the pattern matches.
    public record RoleOf(Glob pattern, String role) {}

    public Config {
        rules = Map.copyOf(rules);
        overrides = List.copyOf(overrides);
        exclude = List.copyOf(exclude);
        fileRoles = List.copyOf(fileRoles);
        stageRoles = List.copyOf(stageRoles);
        composeSets = List.copyOf(composeSets);
    }
}
