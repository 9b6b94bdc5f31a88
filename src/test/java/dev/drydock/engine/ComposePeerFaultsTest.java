package dev.drydock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.config.Settings;
import dev.drydock.rule.Finding;
import dev.drydock.rule.Outcome;
import dev.drydock.rule.RuleIndex;
import dev.drydock.rules.Rules;
import dev.drydock.source.MemoryTree;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What dclint was seen to get wrong with Compose files, false alarms and misses, is right here. Each silence
/// stands beside something like it that is found.
class ComposePeerFaultsTest {

    private static final RuleIndex INDEX = RuleIndex.load();

    private static List<Finding> findings(Map<String, String> files) {
        var composeFiles = new TreeSet<String>();
        for (String path : files.keySet()) {
            if (path.contains("compose")) {
                composeFiles.add(path);
            }
        }
        var settings = Settings.of(INDEX, new Settings.Choice("strict", null, Set.of(), Set.of()));
        var project = new Project(new MemoryTree(files), List.of(), List.copyOf(composeFiles), files.keySet());
        Outcome outcome = new Engine(Rules.all(), settings, INDEX, 1).check(project);
        assertThat(outcome.faults()).isEmpty();
        return outcome.findings();
    }

    private static List<String> rules(String compose) {
        return findings(Map.of("compose.yaml", compose)).stream()
                .map(Finding::rule)
                .toList();
    }

    /// The words that a rule marks.
    private static List<String> marked(String rule, String compose) {
        return findings(Map.of("compose.yaml", compose)).stream()
                .filter(finding -> finding.rule().equals(rule))
                .map(finding -> finding.place().text())
                .toList();
    }

    private static void finds(String rule, String... texts) {
        for (String text : texts) {
            assertThat(rules(text)).as(text).contains(rule);
        }
    }

    private static void isSilent(String rule, String... texts) {
        for (String text : texts) {
            assertThat(rules(text)).as(text).doesNotContain(rule);
        }
    }

    private static String web(String... lines) {
        return "services:\n  web:\n    image: nginx:1.29\n    " + String.join("\n    ", lines) + "\n";
    }

    // False alarms

    @Test
    void anImageThatIsBuiltMayHaveAName() {
        String built = "services: {web: {build: ., image: 'acme/web:1'%s}}\n";
        isSilent("image-and-build", built.replace("%s", ""));
        finds("image-and-build", built.replace("%s", ", pull_policy: always"));
    }

    @Test
    void doubleQuotesAreQuotes() {
        isSilent("unquoted-port", web("ports: [\"80:80\"]"), web("ports: ['80:80']"));
        finds("unquoted-port", web("ports: [80:80]"));
    }

    @Test
    void servicesThatNeverRunTogetherMayShareAPort() {
        String two = """
                services:
                  a: {image: 'nginx:1.29', ports: ['8080:80'], profiles: [%s]}
                  b: {image: 'nginx:1.29', ports: ['8080:80'], profiles: [%s]}
                """;
        isSilent("duplicate-published-port", two.replaceFirst("%s", "blue").replaceFirst("%s", "green"));
        finds("duplicate-published-port", two.replaceFirst("%s", "blue").replaceFirst("%s", "blue"));
    }

    @Test
    void eachAddressOfTheHostHasPortsOfItsOwn() {
        String two = """
                services:
                  a: {image: 'nginx:1.29', ports: ['%s:8080:80']}
                  b: {image: 'nginx:1.29', ports: ['127.0.0.2:8080:80']}
                """;
        isSilent("duplicate-published-port", two.replace("%s", "127.0.0.1"));
        finds("duplicate-published-port", two.replace("%s", "127.0.0.2"));
    }

    @Test
    void anAddressMayBeAVariable() {
        isSilent("unbound-port", web("ports: ['${BIND_IP}:8080:80']"), web("ports: ['${BIND_IP:-127.0.0.1}:8080:80']"));
        finds("unbound-port", web("ports: ['8080:80']"));
    }

    @Test
    void theDefaultOfAnImageCounts() {
        String db = "services: {db: {image: '%s'}}\n";
        isSilent(
                "compose-image-tag",
                db.replace("%s", "${IMAGE:-postgres:17.6}"),
                db.replace("%s", "${IMAGE}"),
                db.replace("%s", "postgres:${TAG:-17.6}"));
        assertThat(marked("compose-image-tag", db.replace("%s", "${IMAGE:-postgres}")))
                .containsExactly("postgres");
        assertThat(marked("compose-image-tag", db.replace("%s", "postgres:${TAG:-latest}")))
                .containsExactly("latest");
    }

    @Test
    void onlyTheBaseOfAProjectNeedsAName() {
        String service = "services: {web: {image: 'nginx:1.29'}}\n";
        String overlay = "services: {web: {tty: true}}\n";
        var named = findings(Map.of(
                "compose.yaml",
                "name: shop\n" + service,
                "compose.override.yaml",
                overlay,
                "compose.prod.yaml",
                overlay));
        assertThat(named.stream().map(Finding::rule)).doesNotContain("require-project-name");
        var unnamed = findings(Map.of("compose.yaml", service, "compose.override.yaml", overlay));
        assertThat(unnamed.stream()
                        .filter(finding -> finding.rule().equals("require-project-name"))
                        .map(finding -> finding.place().source().path()))
                .containsExactly("compose.yaml");
    }

    @Test
    void newKeysAreKnown() {
        String text = """
                services:
                  web:
                    build: .
                    gpus: all
                    models: [llm]
                    develop:
                      watch:
                        - {action: rebuild, path: ./src}
                    post_start:
                      - {command: ./migrate}
                    depends_on: [tunnel]
                  tunnel:
                    provider: {type: tunnel}
                models:
                  llm: {model: ai/smollm2}
                """;
        isSilent("compose-schema", text);
        finds("compose-schema", text.replace("develop:", "develpo:"));
    }

    @Test
    void whatIsBuiltHereNeedsNoTag() {
        isSilent("compose-image-tag", "services: {web: {build: ., image: acme/web}}\n");
        finds("compose-image-tag", "services: {web: {image: acme/web}}\n");
    }

    @Test
    void aFurtherDocumentIsReadAsOne() {
        String first = web("restart: always");
        assertThat(rules(first + "---\nservices:\n  web:\n    tty: true\n"))
                .doesNotContain("compose-syntax-error", "compose-schema", "service-without-image");
        finds("compose-image-tag", first + "---\nservices:\n  db:\n    image: postgres\n");
    }

    @Test
    void portsOfTheHostsNetworkAreNotPublished() {
        String host = web("network_mode: host", "networks: [%s]") + "networks: {%s: }\n";
        finds("conflicting-settings", host.replace("%s", "back"));
        isSilent("conflicting-settings", web("network_mode: host"), web("networks: [back]") + "networks: {back: }\n");
    }

    // Misses

    @Test
    void whatAMergeKeyBringsIsChecked() {
        String base = "x-base: &base {image: %s, ports: ['8080:80']}\nservices:\n  web:\n    <<: *base\n";
        finds("compose-image-tag", base.replace("%s", "nginx"));
        finds("unbound-port", base.replace("%s", "'nginx:1.29'"));
        isSilent("compose-image-tag", base.replace("%s", "'nginx:1.29'"));
        isSilent("unbound-port", base.replace("8080:80", "127.0.0.1:8080:80"));
    }

    @Test
    void aMovingTagOfAVariantMoves() {
        finds("compose-image-tag", "services: {web: {image: 'nginx:latest-alpine'}}\n");
        isSilent("compose-image-tag", "services: {web: {image: 'nginx:1.29-alpine'}}\n");
    }

    @Test
    void aRestartPolicyIsOneOfFour() {
        finds("compose-schema", web("restart: sometimes"));
        isSilent("compose-schema", web("restart: unless-stopped"), web("restart: 'on-failure:5'"));
    }

    @Test
    void aContainerNameIsOneThatDockerTakes() {
        finds("compose-schema", web("container_name: acme/web"), web("container_name: w"), web("container_name: -web"));
        isSilent("compose-schema", web("container_name: acme_web-1.b"), web("container_name: '${PREFIX}/web'"));
    }

    @Test
    void aPortIsAtMost65535() {
        finds("compose-schema", web("ports: ['99999:80']"));
        isSilent("compose-schema", web("ports: ['9999:80']"));
    }

    @Test
    void oneNameIsForOneContainer() {
        finds(
                "conflicting-settings",
                web("container_name: web", "deploy: {replicas: 2}"),
                web("container_name: web", "scale: 2"));
        isSilent("conflicting-settings", web("container_name: web", "deploy: {replicas: 1}"));
    }
}
