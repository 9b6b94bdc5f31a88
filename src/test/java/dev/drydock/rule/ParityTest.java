package dev.drydock.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// `docs/parity.md` says of every rule of other tools which rule of Drydock stands for it, or why none does. The
/// codes are the aliases on the pages; `-Ddrydock.golden=write` writes the page.
class ParityTest {

    private static final Path PAGE = Path.of(System.getProperty("drydock.basedir", "."), "docs/parity.md");
    private static final RuleIndex INDEX = RuleIndex.load();

    private record Theirs(String tool, String code, String wants, String reason) {}

    @Test
    void everyRuleOfOtherToolsHasOneOrAReason() throws IOException {
        List<String> missing = new ArrayList<>();
        List<String> contradicted = new ArrayList<>();
        for (Theirs theirs : table()) {
            boolean has = !INDEX.named(theirs.code()).isEmpty();
            if (!has && theirs.reason().isEmpty()) {
                missing.add(theirs.code());
            }
            if (has && !theirs.reason().isEmpty()) {
                contradicted.add(theirs.code());
            }
        }
        assertThat(missing).as("without a rule and without a reason").isEmpty();
        assertThat(contradicted)
                .as("with a rule and with a reason for its absence")
                .isEmpty();
    }

    @Test
    void everyCodeOfTheseToolsOnAPageIsInTheTable() throws IOException {
        Set<String> known = new HashSet<>();
        for (Theirs theirs : table()) {
            assertThat(known.add(theirs.code()))
                    .as("%s is there twice", theirs.code())
                    .isTrue();
        }
        Set<String> unknown = new TreeSet<>();
        for (RuleInfo rule : INDEX.infos()) {
            for (String alias : rule.aliases()) {
                boolean listed = alias.matches(
                        "DL\\d{4}|buildkit:.*|DS-\\d{4}|CKV2?_DOCKER_\\d+|dclint:.*|compose-lint:.*|kics:.*");
                if (listed && !known.contains(alias) && !RETIRED.contains(alias)) {
                    unknown.add(alias);
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    /// Codes that Hadolint has given up, and that comments in old files still have.
    private static final Set<String> RETIRED = Set.of("DL3005", "DL3017", "DL3031", "DL3039");

    @Test
    void thePageIsCurrent() throws IOException {
        String page = page();
        if ("write".equals(System.getProperty("drydock.golden"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).hasContent(page);
    }

    private static String page() throws IOException {
        Map<String, List<Theirs>> byTool = new LinkedHashMap<>();
        for (Theirs theirs : table()) {
            byTool.computeIfAbsent(theirs.tool(), _ -> new ArrayList<>()).add(theirs);
        }
        var out = new StringBuilder("# Rules of other tools\n\n");
        out.append(
                        "Written by `mvn test -Dtest=ParityTest -Ddrydock.golden=write` from the aliases on the pages in `rules/`. A code of\n")
                .append(
                        "another tool works wherever the name of a rule does.\n\n| tool | its rules | with a rule of Drydock | with a reason |\n")
                .append("|---|---|---|---|\n");
        byTool.forEach((tool, rules) -> {
            long absent =
                    rules.stream().filter(rule -> !rule.reason().isEmpty()).count();
            out.append("| ").append(tool).append(" | ").append(rules.size()).append(" | ");
            out.append(rules.size() - absent).append(" | ").append(absent).append(" |\n");
        });
        byTool.forEach((tool, rules) -> {
            out.append("\n## ").append(tool).append("\n\n| code | wants | Drydock |\n|---|---|---|\n");
            for (Theirs theirs : rules) {
                out.append("| ")
                        .append(theirs.code())
                        .append(" | ")
                        .append(theirs.wants())
                        .append(" | ");
                out.append(theirs.reason().isEmpty() ? ours(theirs.code()) : "none: " + theirs.reason())
                        .append(" |\n");
            }
        });
        return out.toString();
    }

    private static String ours(String code) {
        List<String> links = new ArrayList<>();
        for (RuleInfo rule : INDEX.named(code)) {
            String on = rule.profiles().contains("recommended")
                    ? ""
                    : rule.profiles().contains("strict") ? " (strict)" : " (when configured)";
            links.add("[" + rule.id() + "](../rules/" + rule.id() + ".md)" + on);
        }
        return String.join(", ", links);
    }

    private static List<Theirs> table() throws IOException {
        List<Theirs> table = new ArrayList<>();
        try (InputStream in = ParityTest.class.getResourceAsStream("/parity.tsv")) {
            String text = new String(in == null ? new byte[0] : in.readAllBytes(), StandardCharsets.UTF_8);
            for (String line :
                    text.lines().filter(each -> !each.startsWith("#")).toList()) {
                String[] fields = line.split("\t", -1);
                table.add(new Theirs(fields[0], fields[1], fields[2], fields.length > 3 ? fields[3] : ""));
            }
        }
        return table;
    }
}
