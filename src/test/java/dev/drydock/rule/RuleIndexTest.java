package dev.drydock.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleIndexTest {

    private static final Path ROOT = Path.of(System.getProperty("drydock.basedir", "."));

    private static final String PAGE = """
            ---
            title: a base image without a tag
            level: warning
            profile: recommended, strict, hadolint=error, hadolint.DL3007=style
            since: 0.1.0
            aliases: DL3006, buildkit:Xxx
            fix: none
            security: 7.5
            options: allowed=a,b;limit=3;none=
            ---
            An image without a tag is another image
            tomorrow.

            ## A heading
            ```dockerfile
            FROM älpine
            ```
            """;

    @TempDir
    Path directory;

    @Test
    void aPageIsIndexed() throws Exception {
        Path rules = Files.createDirectory(directory.resolve("rules"));
        Files.writeString(rules.resolve("pin-base-image.md"), PAGE);
        Files.writeString(rules.resolve("second.md"), PAGE.replace("DL3006, buildkit:Xxx", "DL3006"));
        Files.writeString(rules.resolve("README.md"), "not a rule");
        Path file = directory.resolve("rules.index");
        assertThat(BuiltIndex.run(rules.toString(), file.toString(), "9.8.7"))
                .isEqualTo(new BuiltIndex.Indexing(0, "", ""));

        var index = BuiltIndex.read(file);
        assertThat(index.version()).isEqualTo("9.8.7");
        RuleInfo info = index.byId("pin-base-image");
        assertThat(info)
                .isEqualTo(new RuleInfo(
                        "pin-base-image",
                        "a base image without a tag",
                        Severity.WARNING,
                        Set.of("recommended", "strict", "hadolint"),
                        Map.of("hadolint", Severity.ERROR, "hadolint.DL3007", Severity.STYLE),
                        "0.1.0",
                        List.of("DL3006", "buildkit:Xxx"),
                        "none",
                        7.5,
                        new Options(Map.of("allowed", List.of("a", "b"), "limit", List.of("3"), "none", List.of()))));
        assertThat(index.infos()).extracting(RuleInfo::id).containsExactly("pin-base-image", "second");
        assertThat(index.named("dl3006")).extracting(RuleInfo::id).containsExactly("pin-base-image", "second");
        assertThat(index.named("BUILDKIT:xxx")).containsExactly(info);
        assertThat(index.named("nothing")).isEmpty();
        assertThat(index.why("second")).isEqualTo("An image without a tag is another image tomorrow.");
        assertThat(index.page("second")).startsWith("An image").endsWith("FROM älpine\n```\n");
    }

    @Test
    void faultsInPagesNameFileAndLine() throws Exception {
        Path rules = Files.createDirectory(directory.resolve("rules"));
        Files.writeString(rules.resolve("a.md"), PAGE.replace("level: warning", "level: loud"));
        Files.writeString(rules.resolve("b.md"), PAGE.replace("since: 0.1.0\n", ""));
        Files.writeString(rules.resolve("c.md"), PAGE.replace("fix:", "fox:"));
        Files.writeString(
                rules.resolve("d.md"),
                PAGE.replace("recommended, strict, hadolint=error", "recommended, hadolint=error"));
        Files.writeString(
                rules.resolve("e.md"), PAGE.replace("---\nAn image without a tag is another image\ntomorrow.", "---"));
        Files.writeString(rules.resolve("Bad_Name.md"), PAGE);
        var run = BuiltIndex.run(rules.toString(), directory.resolve("index").toString(), "9.8.7");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err().replace(rules + "/", "")).isEqualTo("""
                        Bad_Name.md:1: a page's name is its rule's id in kebab-case
                        a.md:3: level is error, warning, info or style
                        b.md:1: the front matter lacks since
                        c.md:7: unknown key fox; the keys are title, level, profile, since, aliases, fix, security, options
                        d.md:4: profile is names of profiles, each perhaps =level, and strict wherever recommended is
                        e.md:11: the front matter is followed by a paragraph that says why
                        """);
    }

    @Test
    void theTableOfRulesIsCurrent() throws Exception {
        Path table = ROOT.resolve("rules/README.md");
        var run = BuiltIndex.run("--readme", ROOT.resolve("rules").toString());
        assertThat(run.err()).isEmpty();
        if ("write".equals(System.getProperty("drydock.golden"))) {
            Files.createDirectories(table.getParent());
            Files.write(table, run.out().getBytes(StandardCharsets.UTF_8));
        }
        assertThat(table).hasContent(run.out());
    }

    @Test
    void theBuildLeavesAnIndex() {
        var index = RuleIndex.load();
        for (RuleInfo info : index.infos()) {
            assertThat(index.page(info.id())).contains("\n## ");
            assertThat(index.named(info.id().toUpperCase(Locale.ROOT))).contains(info);
        }
    }

    @Test
    void aPageIsTheSameHoweverManyWereReadBefore() {
        RuleIndex one = RuleIndex.load();
        for (RuleInfo info : one.infos()) {
            assertThat(one.why(info.id())).isEqualTo(RuleIndex.load().why(info.id()));
            assertThat(one.page(info.id())).isEqualTo(RuleIndex.load().page(info.id()));
        }
    }
}
