package dev.drydock.model.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.source.MappedText;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import dev.drydock.source.Text;
import dev.drydock.syntax.shell.Dialect;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

    static Commands commands(String script) {
        return Commands.of(
                MappedText.of(Source.of("x", script), new Span(0, script.length())),
                Dialect.BASH,
                name -> switch (name) {
                    case "KNOWN" -> Text.of("k1 k2");
                    case "ONE" -> Text.of("1");
                    case "UNSET" -> null;
                    default -> Text.unknown();
                });
    }

    /// Commands between `;`, `?` before a conditional one, `@` before a captured one, `|` before one that reads a
    /// pipe.
    private static String dump(Commands commands) {
        StringBuilder text = new StringBuilder();
        for (Command command : commands) {
            text.append(text.isEmpty() ? "" : "; ")
                    .append(command.isConditional() ? "?" : "")
                    .append(command.isCaptured() ? "@" : "")
                    .append(command.pipedFrom() != null ? "|" : "")
                    .append(command);
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a && b 1 || c; d ¦ a; b 1; ?c; d",
                "a | b | c ¦ a; |b; |c",
                "[ -f x ] && a && b; c ¦ [ -f x ]; ?a; ?b; c",
                "a; [ -f x ] && b ¦ a; [ -f x ]; b",
                "[ -f x ] && b || c ¦ [ -f x ]; ?b; ?c",
                "a || true && b; c ¦ a; ?true; b; c",
                "[ -f x ] && a || : && b ¦ [ -f x ]; ?a; ?:; b",
                "if a; then b || true && c; fi ¦ a; ?b; ?true; ?c",
                "a || b && c ¦ a; ?b; ?c",
                "time; a; !; time c ¦ a; c",
                "trap 'a b' EXIT; c ¦ trap a b EXIT; ?a b; c",
                "trap - EXIT; c ¦ trap - EXIT; c",
                "coproc X { a; }; b ¦ a; b",
                "if a; then b; else c; fi; d ¦ a; ?b; ?c; d",
                "while a; do b; done ¦ a; ?b",
                "for x in 1 2; do a $x; done ¦ a ?",
                "for x in 1; do a $x; done; b $x ¦ a 1; b 1",
                "case $y in a) b;; *) c;; esac ¦ ?b; ?c",
                "f() { a; }; b; f ¦ b; a",
                "f() { f; }; f ¦ ",
                "(x=1; a $x); b $x ¦ a 1; b ?",
                "sh -c 'a && b \"c d\"' ¦ sh -c a && b \"c d\"; a; b c d",
                "bash -exc \"a $ONE\" ¦ bash -exc a 1; a 1",
                "bash -o pipefail -c 'a | b' ¦ bash -o pipefail -c a | b; a; |b",
                "sudo -u me -E X=1 a b ¦ sudo -u me -E X=1 a b; a b",
                "env -i X=1 a; nice -n 5 b; timeout -k 1 5m c; exec d ¦ env -i X=1 a; a; nice -n 5 b; b; timeout -k 1 5m c; c; "
                        + "exec d; d",
                "sudo -u me -- a b; timeout -k 1 -- 5m c; timeout -- 5m ¦ sudo -u me -- a b; a b; timeout -k 1 -- 5m c; c; "
                        + "timeout -- 5m",
                "sudo -v; env X=1; sudo -- ¦ sudo -v; env X=1; sudo --",
                "env /x=y a; nice X=1 a ¦ env /x=y a; /x=y a; nice X=1 a; X=1 a",
                "uv --quiet run --with x a b; poetry run; pnpm exec a ¦ uv --quiet run --with x a b; a b; poetry run; "
                        + "pnpm exec a; a",
                "su - me -c 'a; b' ¦ su - me -c a; b; a; b",
                "command -v a && command b ¦ command -v a; command b; b",
                "a | xargs -r -n 1 b c ¦ a; |xargs -r -n 1 b c; |b c ?",
                "find . -name x -exec rm -rf {} + ¦ find . -name x -exec rm -rf {} +; ?rm -rf {}",
                "python3.12 -m pip install x ¦ python3.12 -m pip install x; pip install x",
                "conda run -n env pip install x ¦ conda run -n env pip install x; pip install x",
                "eval 'a b' ¦ eval a b; a b",
                "x='a  b'; c $x \"$x\" d$x ¦ c a b a  b da b",
                "c $KNOWN$ONE \"$UNSET\" $UNSET ${UNSET:-z} $OTHER p=$OTHER ¦ c k1 k21  z ? p=?",
                "x=1; true && x=2; a $x; false || x=3; a $x ¦ true; a 2; false; a ?",
                "export x=1 y; a $x; unset x; a $x ¦ export x=1 y; a 1; unset x; a",
                ". ./f; a $ONE ¦ . ./f; a ?",
                "x=$(a b) c \"$(d | e)\" `f` ¦ @a b; @d; @|e; @f; c ? ?",
                "a b{1,2}c {x,y} ¦ a b1c b2c x y",
                "{ a; b; } | c > f ¦ a; b; |c",
                "sh <<'E'\na\nb\nE ¦ sh; a; b",
                "a <(b) ¦ @b; a ?",
                "> f ¦ ",
                "/usr/bin/a b ¦ /usr/bin/a b",
            })
    void flattened(String scriptAndCommands) {
        int bar = scriptAndCommands.indexOf(" ¦ ");
        assertThat(dump(commands(scriptAndCommands.substring(0, bar)))).isEqualTo(scriptAndCommands.substring(bar + 3));
    }

    @Test
    void whatIsNotUnderstoodIsIncomplete() {
        assertThat(commands("a; b").isComplete()).isTrue();
        assertThat(commands("a; b >").isComplete()).isFalse();
        assertThat(commands("$x b").isComplete()).isFalse();
        assertThat(commands("sh -c $x").isComplete()).isFalse();
        assertThat(Commands.unknown().isComplete()).isFalse();
    }

    @Test
    void pipesLinkTheirEnds() {
        List<Command> list = commands("curl x | sudo bash -e").list();
        assertThat(list.get(0).pipedInto()).isSameAs(list.get(1));
        assertThat(list.get(2).name()).isEqualTo("bash");
        assertThat(list.get(2).pipedFrom()).isSameAs(list.get(0));
        assertThat(list.get(2).wrapper()).isSameAs(list.get(1));
    }

    @Test
    void nestedCommandsKeepTheirPlaces() {
        String script = "sh -c 'a && apt-get \\\n install gcc'";
        for (Command command : commands(script)) {
            if (command.name().equals("apt-get")) {
                Span gcc = command.arguments().getLast().span();
                assertThat(script.substring(gcc.start(), gcc.end())).isEqualTo("gcc");
                return;
            }
        }
        throw new AssertionError("no apt-get");
    }

    @Test
    void endlessScriptsEnd() {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            script.append("f")
                    .append(i)
                    .append("() { f")
                    .append(i + 1)
                    .append("; f")
                    .append(i + 1)
                    .append("; };");
        }
        assertThat(commands(script + "f0").list()).hasSizeLessThan(6000);
        assertThat(commands("sh -c \"sh -c 'sh -c sh'\"").list()).hasSize(4);
        assertThat(commands("sudo ".repeat(5000)).list()).hasSizeLessThan(100);
    }

    @Test
    void fileWrites() {
        assertThat(writes("a > f; b >> \"$ONE/x\"; c 2>&1 >/dev/null; { d; } > e; f | tee -a g h"))
                .isEqualTo("f,+1/x,e,+g,+h");
    }

    private static String writes(String script) {
        StringBuilder all = new StringBuilder();
        for (Command command : commands(script)) {
            for (FileWrite write : FileWrite.of(command)) {
                all.append(all.isEmpty() ? "" : ",")
                        .append(write.appends() ? "+" : "")
                        .append(write.path().value());
            }
        }
        return all.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a; cd x && b; c ¦ /w /w /w/x /w/x",
                "cd /a/../b; a ¦ /w /b",
                "(cd x; a); b ¦ /w /w/x /w",
                "cd x | a; b ¦ /w /w /w",
                "[ -d x ] && cd x; a ¦ /w /w ?",
                "if a; then cd x; b; fi; c ¦ /w /w /w/x ?",
                "cd x || exit 1; a ¦ /w /w/x /w/x",
                "a || true && cd x && b ¦ /w /w /w /w/x",
                "cd; a; cd ~/b; c ¦ /w /h /h /h/b",
                "cd $y; a; cd /b; c ¦ /w ? ? /b",
                "cd -P -- x; a; cd -; b ¦ /w /w/x /w/x ?",
                "pushd x; a; popd; b ¦ /w /w/x /w/x ?",
                "cd *; a ¦ /w ?",
                "sh -c 'cd x; a'; b ¦ /w /w /w/x /w",
                "f() { cd x; }; f; a ¦ /w /w/x",
                "cd x; . ./env; a ¦ /w /w/x /w/x",
                "a $(cd x && b) ¦ /w /w/x /w",
            })
    void directories(String scriptAndDirectories) {
        int bar = scriptAndDirectories.indexOf(" ¦ ");
        String script = scriptAndDirectories.substring(0, bar);
        Commands commands = Commands.of(
                MappedText.of(Source.of("x", script), new Span(0, script.length())),
                Dialect.BASH,
                name -> switch (name) {
                    case "PWD" -> Text.of("/w");
                    case "HOME" -> Text.of("/h");
                    default -> Text.unknown();
                });
        StringBuilder found = new StringBuilder();
        for (Command command : commands) {
            found.append(found.isEmpty() ? "" : " ").append(command.directory().or("?"));
        }
        assertThat(found.toString()).isEqualTo(scriptAndDirectories.substring(bar + 3));
    }

    @Test
    void downloads() {
        assertThat(download("curl -fsSL https://a/b | sh")).isEqualTo("https://a/b > -");
        assertThat(download("curl -fsSLo x https://a/b")).isEqualTo("https://a/b > x");
        assertThat(download("curl -O https://a/b")).isEqualTo("https://a/b > ?");
        assertThat(download("curl --output=x https://a/$y")).isEqualTo("https://a/ > x");
        assertThat(download("wget https://a/b")).isEqualTo("https://a/b > ?");
        assertThat(download("wget -qO- https://a/b")).isEqualTo("https://a/b > -");
        assertThat(download("wget -q -O x https://a/b")).isEqualTo("https://a/b > x");
        assertThat(Download.of(commands("curl --version").list().getFirst())).isNull();
    }

    private static String download(String script) {
        Download download = Download.of(commands(script).list().getFirst());
        assertThat(download).isNotNull();
        Argument output = download.output();
        String to = download.toStandardOutput() ? "-" : output == null ? "?" : output.value();
        return download.urls().getFirst().prefix() + " > " + to;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rm -rf /var/lib/apt/lists/*",
                "rm -r /var/lib/apt/lists",
                "rm -fr -- /var/lib/apt/lists/",
                "rm --recursive /var/lib/apt/",
                "rm -rf /tmp/* /var/lib/apt/lists/* /var/tmp/*",
                "find /var/lib/apt/lists -type f -delete"
            })
    void emptied(String script) {
        Removal removal = Removal.of(commands(script).list().getFirst());
        assertThat(removal).isNotNull();
        assertThat(removal.empties("/var/lib/apt/lists")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rm /var/lib/apt/lists",
                "rm -rf /var/lib/apt/lists/x",
                "rm -rf /var/lib/apt/l*",
                "rm -rf $x",
                "rmdir /a"
            })
    void notEmptied(String script) {
        Removal removal = Removal.of(commands(script).list().getFirst());
        assertThat(removal).isNotNull();
        assertThat(removal.empties("/var/lib/apt/lists")).isFalse();
    }
}
