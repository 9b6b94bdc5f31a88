package dev.drydock.syntax.ignore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.source.MemoryTree;
import dev.drydock.source.Source;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoreFileTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "node_modules      | node_modules                | true",
                "node_modules      | node_modules/a/b.js         | true",
                "node_modules      | web/node_modules            | false",
                "**/node_modules   | web/node_modules/x          | true",
                "**/node_modules   | node_modules                | true",
                "/dist/            | dist/app.js                 | true",
                "./dist            | dist/app.js                 | true",
                "a/../dist         | dist                        | true",
                "*.pem             | key.pem                     | true",
                "*.pem             | certs/key.pem               | false",
                "*/*.pem           | certs/key.pem               | true",
                "**/*.pem          | a/b/key.pem                 | true",
                "**.pem            | a/b/key.pem                 | true",
                ".env*             | .env.local                  | true",
                "temp?             | temp1                       | true",
                "temp?             | temp                        | false",
                "[Mm]akefile       | makefile                    | true",
                "a[^b]c            | axc                         | true",
                "a[^b]c            | abc                         | false",
                "README.md         | readme.md                   | false",
                "docs/**           | docs                        | false",
                "docs/**           | docs/x/y                    | true",
                "**                | anything/at/all             | true",
                "*                 | anything/at/all             | true",
                ".                 | a                           | false",
                "a**/b             | a/x/y/b                     | true",
                "a**/b             | ab                          | true",
                "a**/b             | axb                         | false",
                "x(1)+.txt         | x(1)+.txt                   | true",
                "lit\\*            | lit*                        | true",
                "lit\\*            | literal                     | false",
                "caf?              | café                        | true",
                "../x              | x                           | false",
                "build\\d          | build7                      | true",
                "build\\d          | buildd                      | false",
                "**\\bin           | src/bin                     | false",
                "**\\bin           | src/in                      | true",
                "[a?]x             | a]x                         | true",
                "[a?]x             | ax                          | false",
                "[[:digit:]]x      | 1x                          | true",
                "x\\x41            | xA                          | true",
                "x\\101            | xA                          | true",
                "x\\1010           | xA0                         | true",
                "x\\060            | x0                          | true",
                "x\\71             | x9                          | true",
                "x\\77             | x?                          | true",
                "x\\100            | x@                          | true",
                "x\\x50            | xP                          | true",
                "lit\\*x           | lit*x                       | true",
                "x\\Queries        | xQueries                    | false",
                "lit\\z            | lit                         | true",
                "[\\D]x            | 1x                          | false",
                "[[:^digit:]]x     | ax                          | true",
            })
    void aPatternIsForAPathOrAllBelowIt(String pattern, String path, boolean ignored) {
        assertThat(read(pattern).ignores(path)).isEqualTo(ignored);
    }

    @Test
    void theLastPatternDecides() {
        IgnoreFile file = read("*\n!src\nsrc/*.log\n!src/keep.log\n");
        assertThat(file.ignores("a")).isTrue();
        assertThat(file.ignores("src/main.c")).isFalse();
        assertThat(file.ignores("src/x.log")).isTrue();
        IgnoreFile.Decision decision = file.decide("src/keep.log");
        assertThat(decision.ignored()).isFalse();
        assertThat(file.source().text(decision.by().span())).isEqualTo("!src/keep.log");
    }

    @Test
    void blanksCommentsAndBlankLinesAreReadAsMobyReadsThem() {
        IgnoreFile file = read("\uFEFF# comment\r\n  # no comment  \r\n\r\n ! a \r\n\tb/\r\n");
        assertThat(file.patterns()).extracting(IgnorePattern::text).containsExactly("# no comment", "a", "b");
        assertThat(file.patterns()).extracting(IgnorePattern::exception).containsExactly(false, true, false);
        assertThat(file.source().text(file.patterns().get(1).span())).isEqualTo("! a");
    }

    @Test
    void anExceptionMayStandBehindADot() {
        assertThat(read("*\n./!keep").ignores("keep")).isFalse();
        assertThat(read("*\n/!keep").ignores("keep")).isFalse();
        assertThat(read("*\n!!keep").ignores("!keep")).isFalse();
        assertThat(read("./ a").ignores("a")).isTrue();
        assertThat(read("\u2007a\u202F").ignores("a")).isTrue();
        assertThat(read("\u001Ca").ignores("a")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "!,false",
        "[,false",
        "[],false",
        "[a-],false",
        "[-x],false",
        "a[b,false",
        "a\\,false",
        "[x\\-],true",
        "[]a],false",
        "ab[c],true",
        "[z-a],false",
        "**\\obj,false",
        "\\é,false",
        "\\9,false",
        "[[:nosuch:]],false",
        "[[:nosuch],true",
        "[[:],true",
        "[[:digit:],false",
        "a\\x4,false",
        "a\\xg1,false",
        "a\\x09,true",
        "a\\18,false",
        "\\\u0080,false",
        "./!,false",
        "!/,false"
    })
    void aPatternThatDockerRefusesIsNotValid(String line, boolean valid) {
        assertThat(read(line).patterns().getFirst().isValid()).isEqualTo(valid);
        assertThat(read(line).ignores("a") && !valid).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*.log          | a/b.log        | true",
                "/top           | top            | true",
                "/top           | a/top          | false",
                "dir/           | a/dir/file     | true",
                "dir/           | dir            | false",
                "a/b            | x/a/b          | false",
                "**/b           | x/a/b          | true",
                "a/**           | a/b/c          | true",
                "a/**/z         | a/z            | true",
                "a/**/z         | a/b/c/z        | true",
                "a/*/z          | a/b/c/z        | false",
                "[!a]x          | bx             | true",
                "\\#x           | #x             | true",
                "#x             | #x             | false",
            })
    void gitIgnoresAsGitDoes(String line, String path, boolean ignored) {
        var git = new GitIgnore(new MemoryTree(Map.of(".gitignore", line + "\n")));
        assertThat(git.ignores(path, false)).isEqualTo(ignored);
    }

    @Test
    void aNestedGitignoreOverridesAndAnIgnoredDirectoryStaysIgnored() {
        var git = new GitIgnore(new MemoryTree(Map.of(
                ".gitignore", "*.log\nout/\n",
                "app/.gitignore", "!keep.log\n/local\n",
                "out/.gitignore", "!x\n")));
        assertThat(git.ignores("app/keep.log", false)).isFalse();
        assertThat(git.ignores("app/sub/keep.log", false)).isFalse();
        assertThat(git.ignores("keep.log", false)).isTrue();
        assertThat(git.ignores("app/local", false)).isTrue();
        assertThat(git.ignores("app/sub/local", false)).isFalse();
        assertThat(git.ignores("out/x", false)).isTrue();
        assertThat(git.ignores("out", true)).isTrue();
    }

    private static IgnoreFile read(String text) {
        return IgnoreFile.read(Source.of(".dockerignore", text));
    }
}
