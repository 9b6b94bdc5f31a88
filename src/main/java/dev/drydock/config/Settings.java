package dev.drydock.config;

import dev.drydock.config.Config.FailOn;
import dev.drydock.config.Config.RoleOf;
import dev.drydock.rule.Finding;
import dev.drydock.rule.Judge;
import dev.drydock.rule.Options;
import dev.drydock.rule.RuleIndex;
import dev.drydock.rule.RuleInfo;
import dev.drydock.rule.Severity;
import dev.drydock.rule.ShellCheckCode;
import dev.drydock.source.Limits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Which rules run where, at what level and with which options: the pages' defaults, then the profile, then the
/// configuration, then the command line. Immutable and safe to share between threads.
public final class Settings implements Judge {

    /// The profile of a run that asks for none.
    public static final String DEFAULT_PROFILE = "recommended";

    /// What the command line says over the configuration.
    ///
    /// @param profile the profile, or null for the configuration's
    /// @param failOn from which level on to fail, or null for the configuration's
    /// @param select ids of the only rules to run, even where profile and `rules:` have them off; empty for all
    /// @param ignore ids of rules not to run
    public record Choice(@Nullable String profile, @Nullable FailOn failOn, Set<String> select, Set<String> ignore) {

        /// Nothing chosen.
        public static final Choice NONE = new Choice(null, null, Set.of(), Set.of());

        public Choice {
            select = Set.copyOf(select);
            ignore = Set.copyOf(ignore);
        }
    }

    /// Where the configuration's patterns begin, as seen from the project's root.
    ///
    /// @param strip what a path must begin with, and is shown to the patterns without; empty or ends with `/`
    /// @param prepend what a path is shown to the patterns with; empty or ends with `/`
    public record Base(String strip, String prepend) {

        /// The configuration lies in the project's root.
        public static final Base ROOT = new Base("", "");

        private @Nullable String of(String path) {
            return path.startsWith(strip) ? prepend + path.substring(strip.length()) : null;
        }

        /// The path from the project's root of one that the configuration names; null where it lies outside.
        private @Nullable String back(String seen) {
            return seen.startsWith(prepend) ? strip + seen.substring(prepend.length()) : null;
        }
    }

    /// @param level what is configured, or null where the profile's and the rule's own levels hold
    private record On(
            RuleInfo rule, Severity unsaid, @Nullable Severity level, Options options) {}

    /// What holds for one file.
    public static final class ForFile {
        private final Map<String, On> on;

        private ForFile(Map<String, On> on) {
            this.on = on;
        }

        /// The level of the rule's findings where it gives them none of their own, or null where it is off.
        public @Nullable Severity level(String rule) {
            On found = on.get(rule);
            if (found == null) {
                return null;
            }
            return found.level() != null ? found.level() : found.unsaid();
        }

        /// The options of a rule that is on.
        public Options options(String rule) {
            On found = on.get(rule);
            if (found == null) {
                throw new IllegalArgumentException(rule + " is off");
            }
            return found.options();
        }
    }

    private final RuleIndex rules;
    private final Config config;
    private final Choice choice;
    private final Base base;
    private final String profile;
    private final ForFile everywhere;
    private final Map<String, ForFile> byPath = new ConcurrentHashMap<>();

    private Settings(RuleIndex rules, Config config, Choice choice, Base base) {
        this.rules = rules;
        this.config = config;
        this.choice = choice;
        this.base = base;
        if (choice.profile() != null) {
            profile = choice.profile();
        } else {
            profile = config.profile() != null ? config.profile() : DEFAULT_PROFILE;
        }
        everywhere = resolve(List.of());
    }

    /// The settings of a run.
    public static Settings of(RuleIndex rules, Config config, Choice choice, Base base) {
        return new Settings(rules, config, choice, base);
    }

    /// The settings of a run without configuration.
    public static Settings of(RuleIndex rules, Choice choice) {
        return new Settings(rules, Config.EMPTY, choice, Base.ROOT);
    }

    /// What holds for the file at `path`, which is relative to the project's root.
    public ForFile at(String path) {
        if (config.overrides().isEmpty()) {
            return everywhere;
        }
        ForFile known = byPath.get(path);
        if (known == null) {
            known = overridden(path);
            byPath.put(path, known);
        }
        return known;
    }

    private ForFile overridden(String path) {
        String seen = base.of(path);
        if (seen == null) {
            return everywhere;
        }
        var matching = new ArrayList<Map<String, Setting>>();
        for (Config.Overlay override : config.overrides()) {
            if (matches(override.paths(), seen)) {
                matching.add(override.rules());
            }
        }
        return matching.isEmpty() ? everywhere : resolve(matching);
    }

    /// Whether any file may get findings of the rule.
    @Override
    public boolean isOn(String rule) {
        if (everywhere.level(rule) != null) {
            return true;
        }
        if (!choice.select().isEmpty() || choice.ignore().contains(rule)) {
            return false;
        }
        for (Config.Overlay override : config.overrides()) {
            Setting setting = override.rules().get(rule);
            if (setting != null && setting.state() == Setting.State.ON) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean wants(Finding finding) {
        String path = finding.place().source().path();
        return ShellCheckCode.isCode(finding.rule())
                ? wantsShellCheck(finding.rule(), path, finding.level())
                : isOn(finding.rule(), path);
    }

    /// Whether anything that ShellCheck may find would be reported.
    public boolean wantsShellCheck() {
        if (!choice.select().isEmpty()) {
            return containsCode(choice.select());
        }
        boolean configured = containsCode(config.rules().keySet());
        for (Config.Overlay override : config.overrides()) {
            configured |= containsCode(override.rules().keySet());
        }
        return configured || leastOfShellCheck() != null;
    }

    private static boolean containsCode(Set<String> rules) {
        for (String rule : rules) {
            if (ShellCheckCode.isCode(rule)) {
                return true;
            }
        }
        return false;
    }

    /// The least level of ShellCheck's that the profile wants, or null where it wants none.
    private @Nullable Severity leastOfShellCheck() {
        return switch (profile) {
            case "recommended" -> Severity.ERROR;
            case "strict", "hadolint" -> Severity.STYLE;
            case String _ -> null;
        };
    }

    private boolean wantsShellCheck(String code, String path, Severity level) {
        if (choice.ignore().contains(code)) {
            return false;
        }
        if (!choice.select().isEmpty()) {
            return choice.select().contains(code);
        }
        Severity least = leastOfShellCheck();
        return state(setting(code, path), least != null && level.atLeast(least));
    }

    /// What the configuration says of a code of ShellCheck in a file.
    private Setting setting(String code, String path) {
        Setting setting = config.rules().getOrDefault(code, Setting.NONE);
        String seen = base.of(path);
        for (Config.Overlay override : config.overrides()) {
            if (seen != null && override.rules().containsKey(code) && matches(override.paths(), seen)) {
                setting = override.rules().getOrDefault(code, Setting.NONE);
            }
        }
        return setting;
    }

    /// Whether findings of the rule in the file are reported.
    @Override
    public boolean isOn(String rule, String path) {
        return at(path).on.containsKey(rule);
    }

    /// The level that the rule's page gives its findings.
    @Override
    public Severity defaultLevel(String rule) {
        RuleInfo info = rules.byId(rule);
        if (info == null) {
            throw new IllegalArgumentException("no page for " + rule);
        }
        return info.level();
    }

    @Override
    public Severity level(Finding finding) {
        if (ShellCheckCode.isCode(finding.rule())) {
            Severity configured =
                    setting(finding.rule(), finding.place().source().path()).level();
            return configured != null ? configured : finding.level();
        }
        On on = at(finding.place().source().path()).on.get(finding.rule());
        if (on == null) {
            return finding.level();
        }
        if (on.level() != null) {
            return on.level();
        }
        Severity ofProfile = on.rule().level(profile, finding.code());
        return ofProfile != null ? ofProfile : finding.level();
    }

    /// The rule's options where no override says otherwise.
    @Override
    public Options options(String rule, String path) {
        return at(path).options(rule);
    }

    @Override
    public Options options(String rule) {
        RuleInfo info = rules.byId(rule);
        Options page = info == null ? Options.NONE : info.options();
        return with(page, config.rules().getOrDefault(rule, Setting.NONE).options());
    }

    /// Whether the configuration keeps the file at `path` out.
    public boolean excluded(String path) {
        if (config.exclude().isEmpty()) {
            return false;
        }
        String seen = base.of(path);
        return seen != null && matches(config.exclude(), seen);
    }

    @Override
    public @Nullable String fileRole(String path) {
        String seen = base.of(path);
        return seen == null ? null : role(config.fileRoles(), seen);
    }

    @Override
    public @Nullable String stageRole(String name) {
        return role(config.stageRoles(), name);
    }

    @Override
    public List<List<String>> composeSets() {
        var sets = new ArrayList<List<String>>();
        for (List<String> set : config.composeSets()) {
            var paths = new ArrayList<String>();
            for (String path : set) {
                String found = base.back(path);
                if (found != null) {
                    paths.add(found);
                }
            }
            if (paths.size() == set.size()) {
                sets.add(paths);
            }
        }
        return sets;
    }

    /// How much of the project is taken in.
    public Limits limits() {
        return config.limits();
    }

    /// Whether the configuration wants ShellCheck asked: one of [Config#SHELLCHECK].
    public String shellCheck() {
        return config.shellCheck() == null ? "auto" : config.shellCheck();
    }

    /// From which level on the run fails.
    public FailOn failOn() {
        if (choice.failOn() != null) {
            return choice.failOn();
        }
        return config.failOn() != null ? config.failOn() : FailOn.DEFAULT;
    }

    private ForFile resolve(List<Map<String, Setting>> overrides) {
        Map<String, On> on = new HashMap<>();
        for (RuleInfo rule : rules.infos()) {
            Setting general = config.rules().getOrDefault(rule.id(), Setting.NONE);
            boolean runs = choice.select().isEmpty()
                    ? state(general, rule.profiles().contains(profile))
                    : choice.select().contains(rule.id());
            Severity level = general.level();
            Options options = with(rule.options(), general.options());
            for (Map<String, Setting> override : overrides) {
                Setting setting = override.getOrDefault(rule.id(), Setting.NONE);
                runs = state(setting, runs) && (choice.select().isEmpty() || runs);
                level = setting.level() != null ? setting.level() : level;
                options = with(options, setting.options());
            }
            if (runs && !choice.ignore().contains(rule.id())) {
                Severity ofProfile = rule.level(profile, "");
                on.put(rule.id(), new On(rule, ofProfile != null ? ofProfile : rule.level(), level, options));
            }
        }
        return new ForFile(on);
    }

    private static boolean state(Setting setting, boolean unsaid) {
        return switch (setting.state()) {
            case ON -> true;
            case OFF -> false;
            case UNSAID -> unsaid;
        };
    }

    private static Options with(Options options, Map<String, List<String>> own) {
        if (own.isEmpty()) {
            return options;
        }
        Map<String, List<String>> values = new HashMap<>(options.values());
        values.putAll(own);
        return new Options(values);
    }

    private static boolean matches(List<Glob> globs, String path) {
        for (Glob glob : globs) {
            if (glob.matches(path)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String role(List<RoleOf> roles, String name) {
        String found = null;
        for (RoleOf role : roles) {
            if (role.pattern().matches(name)) {
                found = role.role();
            }
        }
        return found;
    }
}
