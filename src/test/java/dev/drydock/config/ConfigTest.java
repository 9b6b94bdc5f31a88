package dev.drydock.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drydock.config.Config.FailOn;
import dev.drydock.config.Settings.Base;
import dev.drydock.config.Settings.Choice;
import dev.drydock.rule.BuiltIndex;
import dev.drydock.rule.Finding;
import dev.drydock.rule.Options;
import dev.drydock.rule.Report;
import dev.drydock.rule.RuleIndex;
import dev.drydock.rule.Severity;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {

    private static final String PAGE = """
            ---
            title: a title
            level: warning
            profile: recommended, strict
            since: 0.1.0
            aliases: DL1, shared
            fix: none
            security: 0
            options: allowed=a,b
            ---
            Why.
            """;

    static RuleIndex rules;

    @BeforeAll
    static void index() throws Exception {
        rules = BuiltIndex.of(Map.of(
                "first-rule", PAGE,
                "second-rule", PAGE.replace("DL1, ", ""),
                "strict-rule",
                        PAGE.replace("recommended, strict", "strict, hadolint=info, hadolint.DL4=error")
                                .replace("DL1, shared", "DL3, DL4")));
    }

    static Config read(String text) throws ConfigException {
        return ConfigReader.read(Source.of("drydock.yaml", text), rules);
    }

    private static Settings settings(String text, Choice choice) throws ConfigException {
        return Settings.of(rules, read(text), choice, Base.ROOT);
    }

    private static Settings settings(String text) throws ConfigException {
        return settings(text, Choice.NONE);
    }

    @Test
    void withoutAFileTheProfileDecides() {
        var settings = Settings.of(rules, Choice.NONE);
        assertThat(settings.at("Dockerfile").level("first-rule")).isEqualTo(Severity.WARNING);
        assertThat(settings.at("Dockerfile").level("strict-rule")).isNull();
        assertThat(settings.isOn("strict-rule")).isFalse();
        assertThat(settings.failOn()).isEqualTo(FailOn.DEFAULT);
        assertThat(settings.at("Dockerfile").options("first-rule").list("allowed"))
                .containsExactly("a", "b");
        assertThatThrownBy(() -> settings.at("Dockerfile").options("strict-rule"))
                .hasMessage("strict-rule is off");
        var strict = Settings.of(rules, new Choice("strict", null, Set.of(), Set.of()));
        assertThat(strict.at("Dockerfile").level("strict-rule")).isEqualTo(Severity.WARNING);
    }

    @Test
    void everyKeyIsRead() throws ConfigException {
        var settings = settings("""
                profile: strict
                fail-on: none
                rules:
                  dl1: off
                  second-rule: {level: error, allowed: c}
                  strict-rule: {allowed: [d, e]}
                overrides:
                  - paths: [dev/**, "*.dev.yaml"]
                    rules: {DL1: info, strict-rule: off}
                  - paths: dev/web
                    rules: {DL1: on}
                exclude: [vendor]
                roles:
                  files: {"*.ci.yaml": test, deploy: production}
                  stages: {"build*": development}
                """);
        var general = settings.at("Dockerfile");
        assertThat(general.level("first-rule")).isNull();
        assertThat(general.level("second-rule")).isEqualTo(Severity.ERROR);
        assertThat(general.options("second-rule").text("allowed")).isEqualTo("c");
        assertThat(general.level("strict-rule")).isEqualTo(Severity.WARNING);
        assertThat(general.options("strict-rule").list("allowed")).containsExactly("d", "e");
        var dev = settings.at("dev/Dockerfile");
        assertThat(dev.level("first-rule")).isEqualTo(Severity.INFO);
        assertThat(dev.level("strict-rule")).isNull();
        assertThat(dev.level("second-rule")).isEqualTo(Severity.ERROR);
        assertThat(settings.at("dev/web/Dockerfile").level("first-rule")).isEqualTo(Severity.INFO);
        assertThat(settings.at("a/compose.dev.yaml").level("first-rule")).isEqualTo(Severity.INFO);
        assertThat(settings.isOn("first-rule")).isTrue();
        assertThat(settings.excluded("vendor/x/Dockerfile")).isTrue();
        assertThat(settings.excluded("Dockerfile")).isFalse();
        assertThat(settings.failOn()).isEqualTo(new FailOn(Optional.empty()));
        assertThat(settings.fileRole("x/compose.ci.yaml")).isEqualTo("test");
        assertThat(settings.fileRole("deploy/compose.yaml")).isEqualTo("production");
        assertThat(settings.fileRole("compose.yaml")).isNull();
        assertThat(settings.stageRole("builder")).isEqualTo("development");
        assertThat(settings.stageRole("final")).isNull();
    }

    @Test
    void anAliasOfSeveralRulesSetsThemAll() throws ConfigException {
        var general = settings("rules: {SHARED: error}").at("Dockerfile");
        assertThat(general.level("first-rule")).isEqualTo(Severity.ERROR);
        assertThat(general.level("second-rule")).isEqualTo(Severity.ERROR);
    }

    @Test
    void theCommandLineComesLast() throws ConfigException {
        String text = """
                rules: {first-rule: off, second-rule: error}
                overrides: [{paths: dev, rules: {first-rule: off, second-rule: info}}]
                """;
        var selected = settings(text, new Choice(null, null, Set.of("first-rule", "strict-rule"), Set.of()));
        assertThat(selected.at("Dockerfile").level("first-rule")).isEqualTo(Severity.WARNING);
        assertThat(selected.at("Dockerfile").level("strict-rule")).isEqualTo(Severity.WARNING);
        assertThat(selected.at("dev/Dockerfile").level("first-rule")).isNull();
        assertThat(selected.at("dev/Dockerfile").level("second-rule")).isNull();
        var ignored = settings(text, new Choice("strict", FailOn.of("error"), Set.of(), Set.of("second-rule")));
        assertThat(ignored.at("Dockerfile").level("second-rule")).isNull();
        assertThat(ignored.at("Dockerfile").level("strict-rule")).isEqualTo(Severity.WARNING);
        assertThat(ignored.failOn().fails(Severity.ERROR)).isTrue();
        assertThat(ignored.failOn().fails(Severity.WARNING)).isFalse();
        assertThat(ignored.isOn("second-rule")).isFalse();
    }

    @Test
    void aProfileMayHaveLevelsOfItsOwn() throws ConfigException {
        var settings = settings("profile: hadolint");
        assertThat(settings.at("Dockerfile").level("first-rule")).isNull();
        assertThat(settings.at("Dockerfile").level("strict-rule")).isEqualTo(Severity.INFO);
        assertThat(settings.level(finding("strict-rule", "Dockerfile", ""))).isEqualTo(Severity.INFO);
        assertThat(settings.level(finding("strict-rule", "Dockerfile", "DL4"))).isEqualTo(Severity.ERROR);
        var configured = settings("{profile: hadolint, rules: {strict-rule: warning}}");
        assertThat(configured.level(finding("strict-rule", "Dockerfile", "DL4")))
                .isEqualTo(Severity.WARNING);
        assertThat(settings("profile: strict").level(finding("strict-rule", "Dockerfile", "DL4")))
                .isEqualTo(Severity.STYLE);
    }

    private static Finding finding(String rule, String path, String code) {
        var report = new Report(rule, Severity.STYLE, Options.NONE);
        report.at(Source.of(path, "x"), Span.at(0), "m").code(code);
        return report.findings().getFirst();
    }

    @Test
    void aRuleMayGiveAFindingALevelOfItsOwnUntilOneIsConfigured() throws ConfigException {
        var settings = settings("""
                rules: {strict-rule: error, second-rule: {allowed: x}}
                overrides: [{paths: dev, rules: {first-rule: info}}]
                """);
        assertThat(settings.level(finding("first-rule", "Dockerfile", ""))).isEqualTo(Severity.STYLE);
        assertThat(settings.level(finding("first-rule", "dev/Dockerfile", ""))).isEqualTo(Severity.INFO);
        assertThat(settings.level(finding("strict-rule", "Dockerfile", ""))).isEqualTo(Severity.ERROR);
        assertThat(settings.defaultLevel("strict-rule")).isEqualTo(Severity.WARNING);
        assertThat(settings.options("second-rule").text("allowed")).isEqualTo("x");
        assertThat(settings.isOn("first-rule", "dev/Dockerfile")).isTrue();
        assertThat(settings.isOn("no-such-rule", "dev/Dockerfile")).isFalse();
    }

    @Test
    void patternsAreSeenFromTheFile() throws ConfigException {
        Config config = read("exclude: [/old/x]");
        assertThat(Settings.of(rules, config, Choice.NONE, new Base("sub/", "")).excluded("sub/old/x"))
                .isTrue();
        assertThat(Settings.of(rules, config, Choice.NONE, new Base("sub/", "")).excluded("old/x"))
                .isFalse();
        assertThat(Settings.of(rules, config, Choice.NONE, new Base("", "old/")).excluded("x"))
                .isTrue();
    }

    @Test
    void anEmptyFileSaysNothing() throws ConfigException {
        assertThat(read("")).isEqualTo(Config.EMPTY);
        assertThat(read("# only a comment\n")).isEqualTo(Config.EMPTY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "profil: strict | 1:1: unknown key profil in the configuration; did you mean profile?",
                "profile: relaxed | 1:10: relaxed is not a profile; it is one of hadolint, recommended, strict",
                "fail-on: [] | 1:10: a level to fail on is a plain text",
                "fail-on: never | 1:10: never is not a level to fail on; it is one of error, warning, info, style, none",
                "rules: [a] | 1:8: rules is a mapping",
                "rules: {frist-rule: off} | 1:9: unknown rule frist-rule; did you mean first-rule?",
                "rules: {DL1: of} | 1:14: of is not a level; it is one of error, warning, info, style, on, off",
                "rules: {DL1: {alowed: a}} | 1:15: unknown key alowed in DL1; did you mean allowed?",
                "rules: {DL1: {allowed: {a: b}}} | 1:24: allowed is a list",
                "rules: {? [a] : off} | 1:11: a rule is a plain text",
                "#😀¶profile: x | 2:10: x is not a profile; it is one of hadolint, recommended, strict",
                "'a: 😀' | 1:1: unknown key a in the configuration",
                "{x: 😀, y: 1} | 1:2: unknown key x in the configuration§1:9: unknown key y in the configuration",
                "overrides: {a: b} | 1:12: overrides is a list",
                "overrides: [{paths: a}] | 1:13: an override has paths and rules",
                "exclude: 1¶exclude: 2 | 2:1: exclude is there twice",
                "roles: {files: {a: prod}} | 1:20: prod is not a role; it is one of production, development, test",
                "roles: {file: {}} | 1:9: unknown key file in roles; did you mean files?",
                "- a | 1:1: the configuration is a mapping",
                "'a: [b' | 1:6: expected ',' or ']', but got <stream end>",
                "'a: *b' | 1:4: found undefined alias b",
            })
    void faultsAreNamedWithTheirPlace(String text, String faults) {
        String config = text.replace('¶', '\n');
        var exception = catchThrowableOfType(ConfigException.class, () -> read(config));
        assertThat(exception.messages())
                .containsExactlyElementsOf(
                        List.of(("drydock.yaml:" + faults.replace("§", "§drydock.yaml:")).split("§", -1)));
    }

    @Test
    void aFileThatIsNotTextIsAFaultToo() {
        assertThatThrownBy(() -> read("a: \u0000")).isInstanceOf(ConfigException.class);
        assertThatThrownBy(() -> read("a: 1\n---\nb: 2")).isInstanceOf(ConfigException.class);
        assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(ConfigException.class);
    }
}
