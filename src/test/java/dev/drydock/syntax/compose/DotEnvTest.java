package dev.drydock.syntax.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.drydock.source.Problem;
import dev.drydock.source.Source;
import dev.drydock.source.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/// The grammar has its cases in `testdata/compose/dotenv.md`; here are places, unknown values and the raw format.
class DotEnvTest {

    @Test
    void eachVariableKnowsItsPlace() {
        Source source = Source.of(".env", "# c\nexport A = \"x\\ny\" # z\nB: b c  \nC='1\n2'\nD\nE=\n");
        List<String> places = new ArrayList<>();
        for (EnvVariable variable : DotEnv.read(source, Environment.UNKNOWN).variables()) {
            assertThat(source.text(variable.nameSpan())).isEqualTo(variable.name());
            places.add(
                    variable.name() + "|" + (variable.valueSpan() == null ? "-" : source.text(variable.valueSpan())));
        }
        assertThat(places).containsExactly("A|x\\ny", "B|b c", "C|1\n2", "D|-", "E|");
    }

    @Test
    void aValueThatDependsOnWhatNobodyKnowsIsUnknown() {
        var read = read("A=1\nB=$A\nC=$X\nD=${C:-d}\nB=$X\nE\nF=${X:-f}\nG='$X'", Environment.UNKNOWN);
        assertThat(read.known()).isEqualTo(Map.of("A", "1", "G", "$X"));
        assertThat(read.variables())
                .extracting(EnvVariable::value)
                .containsExactly(
                        Text.of("1"),
                        Text.of("1"),
                        Text.unknown(),
                        Text.unknown(),
                        Text.unknown(),
                        Text.unknown(),
                        Text.unknown(),
                        Text.of("$X"));
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void whereAllVariablesAreKnownSoAreTheValues() {
        var read = read("A=$X\nB=${Y:-d}\nC=$A$B\nE\nX\n", Environment.closed(Map.of("X", "1")));
        assertThat(read.known()).isEqualTo(Map.of("A", "1", "B", "d", "C", "1d", "X", "1"));
        assertThat(read.variables().get(3).value()).isNull();
    }

    @Test
    void problemsStandAtTheirWords() {
        Source source = Source.of(".env", "A B=1\nC/D=2\nF=\"a ${1} b\"\nE=\"x\n");
        List<String> words = new ArrayList<>();
        for (Problem problem : DotEnv.read(source, Environment.UNKNOWN).problems()) {
            words.add(source.text(problem.span()));
        }
        assertThat(words).containsExactly("A B", "/", "${1}", "\"x");
    }

    @Test
    void theRawFormatTakesALineAsItIs() {
        Source source =
                Source.of("e", "  A=\"x\" # y \r\n#c\n\nB='$X\\n'\nC\nD E=1\n=1\nF=\nG=a=b\nexport H=1\n\tI=${X}\n");
        DotEnv read = DotEnv.raw(source, Environment.closed(Map.of("C", "c")));
        assertThat(read.known())
                .isEqualTo(Map.of("A", "\"x\" # y ", "B", "'$X\\n'", "C", "c", "F", "", "G", "a=b", "I", "${X}"));
        assertThat(read.problems())
                .extracting(problem -> source.text(problem.span()))
                .containsExactly("D E", "=1", "export H");
    }

    @Test
    void aLargeFileIsReadInNoTime() {
        var text = new StringBuilder("A0=x\n");
        for (int i = 1; i < 100_000; i++) {
            text.append('A').append(i).append("=$A").append(i - 1).append('\n');
        }
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(read(text.toString(), Environment.UNKNOWN).known())
                        .containsEntry("A99999", "x"));
        String quotes = "A=\"\n".repeat(100_001);
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> read(quotes, Environment.UNKNOWN));
    }

    @Property(tries = 2000)
    void anyFileIsRead(@ForAll("texts") String text) {
        Source source = Source.of(".env", text);
        for (DotEnv read : List.of(
                DotEnv.read(source, Environment.UNKNOWN),
                DotEnv.read(source, Environment.closed(Map.of("A", "a"))),
                DotEnv.raw(source, Environment.UNKNOWN))) {
            for (EnvVariable variable : read.variables()) {
                assertThat(variable.name()).isNotEmpty();
                assertThat(source.text(variable.nameSpan())).isEqualTo(variable.name());
                if (variable.valueSpan() != null) {
                    assertThat(variable.valueSpan().end()).isLessThanOrEqualTo(text.length());
                }
            }
            for (Problem problem : read.problems()) {
                assertThat(problem.span().end()).isLessThanOrEqualTo(text.length());
            }
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "A", "B", "=", ":", " ", "\n", "\r\n", "\"", "'", "\\", "$", "${", "}", "#", "export ", ":-",
                        "?", "0123", "n", "é", "\t", "/", ".", "[0]")
                .list()
                .ofMaxSize(30)
                .map(pieces -> String.join("", pieces));
    }

    private static DotEnv read(String text, Environment environment) {
        return DotEnv.read(Source.of(".env", text), environment);
    }
}
