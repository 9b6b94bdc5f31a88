package dev.drydock.syntax.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.source.Text;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpansionTest {

    private static Text value(String word) {
        Statement statement = Dump.read("echo \"" + word + "\"").statements().getFirst();
        List<Word> words = ((Statement.SimpleCommand) statement).words();
        return words.get(1).text(name -> switch (name) {
            case "v" -> Text.of("v1.22.3-rc.1");
            case "p" -> Text.of("/usr/local/lib");
            case "e" -> Text.of("");
            case "g" -> Text.of("1.*");
            case "UNSET" -> null;
            default -> Text.unknown();
        });
    }

    /// Each is also given to bash, where it is installed.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "${v#v} ¦ 1.22.3-rc.1",
                "${v%.*} ¦ v1.22.3-rc",
                "${v%%.*} ¦ v1",
                "${v#*.} ¦ 22.3-rc.1",
                "${v##*.} ¦ 1",
                "${v%-*} ¦ v1.22.3",
                "${v%x} ¦ v1.22.3-rc.1",
                "${v#v?.} ¦ 22.3-rc.1",
                "${v#v[0-9].} ¦ 22.3-rc.1",
                "${v#[!a-u]} ¦ 1.22.3-rc.1",
                "${v%\"${g}\"} ¦ v1.22.3-rc.1",
                "${v#v$g} ¦ 22.3-rc.1",
                "${v//./_} ¦ v1_22_3-rc_1",
                "${v/./_} ¦ v1_22.3-rc.1",
                "${v/-rc.1} ¦ v1.22.3",
                "${v//[0-9]/} ¦ v..-rc.",
                "${p//\\//-} ¦ -usr-local-lib",
                "${p##*/} ¦ lib",
                "${p%/*} ¦ /usr/local",
                "${v^^} ¦ V1.22.3-RC.1",
                "${#v} ¦ 12",
                "${v:1:4} ¦ 1.22",
                "${v:1} ¦ 1.22.3-rc.1",
                "${v:90} ¦ ",
                "${e:-a} ¦ a",
                "${e-a} ¦ ",
                "${UNSET-a} ¦ a",
                "${UNSET:+a} ¦ ",
                "${v:+a${p}} ¦ a/usr/local/lib",
                "${UNSET%x} ¦ ",
            })
    void known(String expansionAndValue) throws Exception {
        int bar = expansionAndValue.indexOf(" ¦ ");
        String word = expansionAndValue.substring(0, bar);
        String expected = expansionAndValue.substring(bar + 3);
        assertThat(value(word)).isEqualTo(Text.of(expected));
        if (Files.isExecutable(Path.of("/bin/bash"))) {
            Process bash = new ProcessBuilder(
                            "/bin/bash", "-c", "v=v1.22.3-rc.1 p=/usr/local/lib e= g='1.*'; printf %s \"" + word + "\"")
                    .start();
            assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"${x}", "${x%y}", "${v%$x}", "${v%[[:digit:]]}", "${!v}", "${v:$x}", "${v/#v/w}"})
    void unknown(String word) {
        assertThat(value(word)).isEqualTo(Text.unknown());
    }

    @Test
    void aLongValueIsNotMatched() {
        Statement statement = Dump.read("echo \"${long%a*b}\"").statements().getFirst();
        Word word = ((Statement.SimpleCommand) statement).words().get(1);
        assertThat(word.text(_ -> Text.of("a".repeat(5000)))).isEqualTo(Text.unknown());
    }
}
