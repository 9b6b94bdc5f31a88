package dev.drydock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.config.Settings;
import dev.drydock.rule.Finding;
import dev.drydock.rule.Outcome;
import dev.drydock.rule.RuleIndex;
import dev.drydock.rules.Rules;
import dev.drydock.source.MemoryTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What today's tools were seen to get wrong with Dockerfiles, false alarms and misses, is right here: one test a
/// line of the list in the design notes.
class PeerFaultsTest {

    private static final RuleIndex INDEX = RuleIndex.load();
    private static final String SCRIPT =
            "apt-get update%sapt-get install curl%scd /src%ssudo make%scurl -k https://a.example.org/x | tar x";

    private static Outcome outcome(Map<String, String> files) {
        var dockerfiles = new ArrayList<String>();
        var composeFiles = new ArrayList<String>();
        for (String path : new TreeMap<>(files).keySet()) {
            if (path.endsWith("Dockerfile")) {
                dockerfiles.add(path);
            } else if (path.contains("compose")) {
                composeFiles.add(path);
            }
        }
        var settings = Settings.of(INDEX, new Settings.Choice("strict", null, Set.of(), Set.of()));
        var project = new Project(new MemoryTree(files), dockerfiles, composeFiles, files.keySet());
        Outcome outcome = new Engine(Rules.all(), settings, INDEX, 1).check(project);
        assertThat(outcome.faults()).isEmpty();
        return outcome;
    }

    private static List<String> rules(String dockerfile) {
        return rules(Map.of("Dockerfile", dockerfile));
    }

    private static List<String> rules(Map<String, String> files) {
        return outcome(files).findings().stream().map(Finding::rule).toList();
    }

    private static void finds(String rule, String... dockerfiles) {
        for (String dockerfile : dockerfiles) {
            assertThat(rules(dockerfile)).as(dockerfile).contains(rule);
        }
    }

    private static void isSilent(String rule, String... dockerfiles) {
        for (String dockerfile : dockerfiles) {
            assertThat(rules(dockerfile)).as(dockerfile).doesNotContain(rule);
        }
    }

    // False alarms

    @Test
    void aCheckDirectiveWithMoreThanNamesCounts() {
        finds("stage-name-casing", "# check=error=true\nFROM debian:12 AS Build\n");
        finds("no-sudo", "FROM debian:12\nRUN true && \\\n    # a comment\n    sudo true\n");
        isSilent("stage-name-casing", "# check=skip=StageNameCasing;error=true\nFROM debian:12 AS Build\n");
        isSilent("no-sudo", "FROM debian:12\nRUN true && \\\n    # drydock ignore=no-sudo\n    sudo true\n");
    }

    @Test
    void aFilesystemThatIsUnpackedIsUnknown() {
        isSilent(
                "shell-run-in-scratch",
                "FROM scratch\nADD rootfs.tar.xz /\nRUN make\n",
                "FROM debian:12 AS rootfs\nFROM scratch\nCOPY --from=rootfs / /\nRUN make\n");
        finds("shell-run-in-scratch", "FROM scratch\nRUN make\n");
    }

    @Test
    void pipefailIsInherited() {
        String pipe = "RUN curl -fsSL https://a.example.org/x | tar x\n";
        isSilent(
                "pipefail",
                "FROM debian:12 AS base\nSHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]\nFROM base\n" + pipe,
                "FROM debian:12\nRUN set -o pipefail && curl -fsSL https://a.example.org/x | tar x\n");
        finds("pipefail", "FROM debian:12\n" + pipe);
    }

    @Test
    void questionsMayBeAnsweredInOtherWays() {
        isSilent(
                "noninteractive-install",
                "FROM debian:12\nRUN yes | apt-get install curl\n",
                "FROM debian:12\nRUN apt-get -o APT::Get::Assume-Yes=true install curl\n");
        finds("noninteractive-install", "FROM debian:12\nRUN apt-get install curl\n");
    }

    @Test
    void bothCacheMountsOfAptAreEnough() {
        String mounts = "--mount=type=cache,target=/var/cache/apt,sharing=locked "
                + "--mount=type=cache,target=/var/lib/apt/lists,sharing=locked ";
        String install = "apt-get update && apt-get install -y curl\n";
        isSilent(
                "package-cache-mount",
                "FROM debian:12\nRUN rm -f /etc/apt/apt.conf.d/docker-clean\nRUN " + mounts + install);
        finds("package-cache-mount", "FROM debian:12\nRUN " + install);
    }

    @Test
    void aComposeFileReachesStagesAndGivesArguments() {
        Map<String, String> files = Map.of(
                "Dockerfile",
                "ARG BASE\nFROM $BASE AS one\nRUN make\nFROM debian:12 AS base\nRUN true\nFROM one AS two\nRUN true\n",
                "compose.yaml",
                """
                services:
                  a: {build: {context: ., target: two, args: {BASE: 'debian:12'}}}
                  b: {build: {context: ., target: base, args: {BASE: 'debian:12'}}}
                """);
        assertThat(rules(files))
                .doesNotContain("unreachable-stage", "undefined-arg-in-from", "invalid-default-arg-in-from");
        assertThat(rules(files.get("Dockerfile"))).contains("unreachable-stage", "invalid-default-arg-in-from");
    }

    @Test
    void whatIsOnlyInstalledIsNotUsed() {
        String text = "FROM debian:12\nRUN apt-get update && apt-get install -y curl wget\nCMD [\"curl\"]\n";
        isSilent("one-downloader", text);
        isSilent("single-stage-build", text);
        finds("one-downloader", text + "RUN curl -O https://a.example.org/x && wget https://a.example.org/y\n");
    }

    @Test
    void namesAboutSecretsAreNone() {
        isSilent(
                "secret-in-arg-or-env",
                "FROM debian:12\nENV PASSWORD_MIN_LENGTH=8 PASSWORD_FILE=/run/secrets/p PUBLIC_KEY=abc TOKENIZERS_PARALLELISM=true\n");
        finds("secret-in-arg-or-env", "FROM debian:12\nENV PASSWORD=tr0ub4dor\n");
    }

    @Test
    void aCapitalLetterIsAMalformedReferenceAndABadArrayIsOneFinding() {
        assertThat(rules("FROM Ubuntu:22.04\n"))
                .contains("malformed-image-reference")
                .doesNotContain("undefined-arg-in-from", "invalid-default-arg-in-from");
        assertThat(rules("FROM debian:12\nCMD ['a', 'b']\n").stream()
                        .filter(rule -> rule.contains("exec-form") || rule.equals("syntax-error")))
                .containsExactly("invalid-exec-form");
    }

    @Test
    void aBlankContinuationIsAtItsLine() {
        var found =
                outcome(Map.of("Dockerfile", "FROM debian:12\nRUN a && \\\n\n    b && \\\n    c\n")).findings().stream()
                        .filter(finding -> finding.rule().equals("empty-continuation"))
                        .toList();
        assertThat(found)
                .singleElement()
                .satisfies(finding -> assertThat(finding.place()
                                .source()
                                .line(finding.place().span().start()))
                        .isEqualTo(3));
    }

    // Misses

    @Test
    void theSameCommandsAreFoundInEveryForm() {
        String list = SCRIPT.formatted(" && ", " && ", " && ", " && ");
        List<String> expected = List.of("noninteractive-install", "no-sudo", "tls-verification-disabled", "pipefail");
        for (String form : List.of(
                "RUN " + list,
                "RUN set -e; " + SCRIPT.formatted("; ", "; ", "; ", "; "),
                "RUN <<EOF\n" + SCRIPT.formatted("\n", "\n", "\n", "\n") + "\nEOF",
                "RUN sh -c '" + list + "'",
                "ONBUILD RUN " + list)) {
            assertThat(rules("FROM debian:12\n" + form + "\n")).as(form).containsAll(expected);
        }
    }

    @Test
    void aChangeOfDirectoryIsFoundInEveryForm() {
        finds(
                "use-workdir",
                "FROM debian:12\nRUN cd /src && make\n",
                "FROM debian:12\nRUN cd /src; make\n",
                "FROM debian:12\nRUN <<EOF\ncd /src\nmake\nEOF\n",
                "FROM debian:12\nRUN sh -c 'cd /src && make'\n",
                "FROM debian:12\nONBUILD RUN cd /src && make\n");
    }

    @Test
    void anErrorHidesNoWarningOfItsLine() {
        assertThat(
                        rules(
                                "FROM debian AS Build\nRUN --mount=type=bogus sudo apt install curl\nCOPPY a b\nRUN sudo true\n"))
                .contains("pin-base-image", "stage-name-casing", "unknown-flag", "unknown-instruction", "no-sudo");
    }

    @Test
    void rootIsFoundThroughStagesAndTargets() {
        String cmd = "CMD [\"/app\"]\n";
        finds("run-as-root", "FROM debian:12\n" + cmd, "FROM debian:12 AS base\nUSER root\nFROM base\n" + cmd);
        assertThat(rules(Map.of(
                        "Dockerfile",
                        "FROM debian:12 AS web\n" + cmd + "FROM debian:12\nUSER app\n" + cmd,
                        "compose.yaml",
                        "services: {web: {build: {context: ., target: web}}}\n")))
                .contains("run-as-root");
    }

    @Test
    void toolsComeByStagesAndCopies() {
        finds(
                "dev-tools-in-final-image",
                "FROM debian:12 AS build\nRUN apt-get update && apt-get install -y gcc\nFROM build\nCMD [\"/app\"]\n",
                "FROM golang:1.25 AS build\nFROM debian:12\nCOPY --from=build /usr/local/go /usr/local/go\nCMD [\"/app\"]\n");
        finds(
                "build-cache-in-final-image",
                "FROM python:3.13 AS build\nFROM python:3.13\nCOPY --from=build /root/.cache /root/.cache\nCMD [\"/app\"]\n");
        finds("single-stage-build", "FROM golang:1.25 AS build\nRUN go build\nFROM build\nCMD [\"/app\"]\n");
        finds("copy-whole-filesystem", "FROM debian:12 AS build\nFROM debian:12\nCOPY --from=build / /\n");
    }

    @Test
    void whatAnEarlierLayerHoldsShips() {
        finds("update-without-install", "FROM debian:12\nRUN apt-get update\nRUN apt-get install -y curl\n");
        finds(
                "clean-package-lists",
                "FROM debian:12\nRUN apt-get update && apt-get install -y curl\nRUN rm -rf /var/lib/apt/lists/*\n");
        finds("remove-in-later-layer", "FROM debian:12\nCOPY big.tar.gz /tmp/big.tar.gz\nRUN rm /tmp/big.tar.gz\n");
        finds("chown-layer-duplication", "FROM debian:12\nCOPY . /app\nRUN chown -R app /app\n");
        finds("secret-file-in-image", "FROM debian:12\nCOPY .git /app/.git\n");
    }

    @Test
    void secretsAreFoundWhereTheyGo() {
        finds("secret-mount-leak", "FROM debian:12\nRUN --mount=type=secret,id=a cp /run/secrets/a /etc/a\n");
        finds(
                "secret-in-run",
                "FROM debian:12\nRUN git clone https://user:pa55@git.example.org/a.git\n",
                "FROM debian:12\nRUN echo 'root:pa55' | chpasswd\n");
        finds(
                "secret-file-in-image",
                "FROM debian:12\nCOPY .env /app/\n",
                "FROM debian:12\nCOPY id_rsa /app/\n",
                "FROM debian:12\nCOPY .env id_rsa /app/\n");
    }

    @Test
    void downloadsThatNobodyChecksAreFound() {
        finds("curl-pipe-shell", "FROM debian:12\nRUN curl https://a.example.org/i | bash\n");
        finds(
                "tls-verification-disabled",
                "FROM debian:12\nRUN curl -k https://a.example.org/i\n",
                "FROM debian:12\nRUN wget --no-check-certificate https://a.example.org/i\n",
                "FROM debian:12\nRUN pip install --trusted-host a.example.org x\n",
                "FROM debian:12\nRUN apt-get install -y --allow-unauthenticated x\n");
        finds("unverified-download", "FROM debian:12\nADD https://a.example.org/i /i\n");
    }

    @Test
    void referencesAreFollowed() {
        finds("unknown-stage", "FROM debian:12\nCOPY --from=7 a b\n", "FROM debian:12\nCOPY --from=nostage /a /b\n");
        finds("copy-from-self", "FROM debian:12 AS a\nFROM debian:12 AS b\nCOPY --from=1 a b\n");
        finds(
                "unknown-flag",
                "FROM debian:12\nRUN --mount=type=bogus true\n",
                "FROM debian:12\nRUN --mount=type=cache true\n");
        finds("no-latest-tag", "ARG TAG=latest\nFROM debian:${TAG}\n");
    }

    @Test
    void whatOnbuildWrapsIsLookedAt() {
        finds("copy-needs-trailing-slash", "FROM debian:12\nONBUILD COPY a b c\n");
        finds("valid-port", "FROM debian:12\nONBUILD EXPOSE 99999\n");
        finds("legacy-key-value", "FROM debian:12\nONBUILD ENV A b\n");
    }

    @Test
    void orderMatters() {
        finds("cache-busting-order", "FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci\n");
        finds(
                "cache-busting-arg",
                "FROM node:22\nARG GIT_SHA\nCOPY package.json package-lock.json ./\nRUN npm ci\nLABEL sha=$GIT_SHA\n");
        finds("exec-form", "FROM debian:12\nENTRYPOINT run --it\nCMD [\"--help\"]\n");
        finds("write-under-volume", "FROM debian:12\nVOLUME /data\nRUN mkdir /data/db\n");
        finds("overwritten-env", "FROM debian:12\nENV A=1\nENV A=2\n");
    }
}
