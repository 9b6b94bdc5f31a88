package dev.drydock.syntax.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.source.MappedText;
import dev.drydock.source.Problem;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import dev.drydock.source.Text;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

    private final ArrayList<Problem> problems = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain                 | plain        | plain",
                "$X                    | ?            | ?",
                "a-$SET-b              | a-v-b        | a-v-b",
                "${X:-d}               | ?            | d",
                "${X-d${Y:-e}}         | ?            | de",
                "${EMPTY:-d}           | d            | d",
                "${EMPTY-d}            | ''           | ''",
                "${SET:+a}             | a            | a",
                "${EMPTY:+a}           | ''           | ''",
                "${X:+a}               | ?            | ''",
                "${SET:?gone}          | v            | v",
                "${X:?gone}            | ?            | ?",
                "$$HOME                | $HOME        | $HOME",
                "$1 $(x) $             | $1 $(x) $    | $1 $(x) $",
                "${SET}${X:-}          | ?            | v",
            })
    void aValueIsKnownAsFarAsTheEnvironmentTellsIt(String text, String value, String withDefaults) {
        Template template = parse(text);
        var environment = Environment.open(Map.of("SET", "v", "EMPTY", ""));
        assertThat(problems).isEmpty();
        assertThat(template.text(environment)).isEqualTo(value.equals("?") ? Text.unknown() : Text.of(value));
        assertThat(template.withDefaults(environment))
                .isEqualTo(withDefaults.equals("?") ? Text.unknown() : Text.of(withDefaults));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a ${X | ${X", "${1} b | ${1}", "x ${a.b} | ${a.b}", "${} | ${}", "${a/b/c}|${a/b/c}"})
    void whatIsNoVariableIsAProblem(String text, String words) {
        parse(text);
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(text.substring(
                                problem.span().start(), problem.span().end()))
                        .isEqualTo(words));
    }

    @Test
    void aSeparatorInsideOfAVariableSeparatesNothing() {
        assertThat(parse("${A:-x:y}:/data:ro").split(':'))
                .extracting(Template::written)
                .containsExactly("${A:-x:y}", "/data", "ro");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${X:?gone}              | ${X:?gone}  | the variable X must be set: gone",
                "a ${SET} ${X?}          | ${X?}       | the variable X must be set",
                "${X:-${Y:?inner}}       | ${Y:?inner} | the variable Y must be set: inner",
                "${EMPTY:?full}          | ${EMPTY:?full} | the variable EMPTY must be set: full",
            })
    void whatMustBeSetAndIsNotIsAProblem(String text, String words, String message) {
        parse(text).required(Map.of("SET", "v", "EMPTY", ""), problems);
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo(message);
            assertThat(text.substring(problem.span().start(), problem.span().end()))
                    .isEqualTo(words);
        });
    }

    @Test
    void whatIsSetOrNeedNotBeIsNoProblem() {
        parse("plain ${SET:?gone} ${EMPTY?gone} ${X} ${X:-d} ${X:+${Y:?inner}}")
                .required(Map.of("SET", "v", "EMPTY", ""), problems);
        assertThat(problems).isEmpty();
    }

    @Test
    void theTextBesideVariablesKnowsItsPlaces() {
        Template template = parse("ab$$c${X}d$$");
        assertThat(template.hasVariables()).isTrue();
        assertThat(parse("ab$$c").hasVariables()).isFalse();
        MappedText text = template.plainText();
        assertThat(text.text()).isEqualTo("ab$cd$");
        assertThat(text.span(1, 2)).isEqualTo(new Span(1, 2));
        assertThat(text.span(2, 3)).isEqualTo(new Span(2, 4));
        assertThat(text.span(4, 5)).isEqualTo(new Span(9, 10));
        assertThat(text.span()).isEqualTo(new Span(0, 12));
    }

    @Test
    void aSliceHasThePartsThatStartInIt() {
        Template template = parse("abc${X:-d}efg");
        assertThat(template.slice(1, 2).text(Environment.UNKNOWN)).isEqualTo(Text.of("b"));
        assertThat(template.slice(0, 3).hasVariables()).isFalse();
        assertThat(template.slice(3, 10).parts()).hasSize(1);
        assertThat(template.slice(2, 12).withDefaults(Environment.UNKNOWN)).isEqualTo(Text.of("cdef"));
    }

    @Test
    void aValueHasALongestForm() {
        var environment = Environment.open(Map.of("S", "x".repeat(Text.LONGEST)));
        assertThat(parse("${S}").text(environment)).isNotEqualTo(Text.unknown());
        assertThat(parse("${S}y").text(environment)).isEqualTo(Text.unknown());
    }

    @Test
    void deepNestingEnds() {
        parse("${A:-".repeat(5000) + "}".repeat(5000));
        assertThat(problems).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "npm run dev | npm,run,dev",
                "sh -c 'a && b' c | sh,-c,a && b,c",
                "a\\ b \"c \\\" d\" | a b,c \" d",
                "x'y'\"z\" | xyz",
                "a '' b | a,,b"
            })
    void aCommandIsSplitWithoutAShell(String row) {
        int bar = row.indexOf(" | ");
        ShellWords split = ShellWords.split(parse(row.substring(0, bar)));
        assertThat(split.words().stream()
                        .map(word -> word.text(Environment.UNKNOWN).or("?")))
                .containsExactly(row.substring(bar + 3).split(",", -1));
        assertThat(split.operator()).isNull();
        assertThat(split.broken()).isNull();
    }

    @Test
    void aShellOperatorEndsACommand() {
        ShellWords split = ShellWords.split(parse("npm ci && npm start"));
        assertThat(split.words()).extracting(Template::written).containsExactly("npm", "ci");
        assertThat(split.operator()).isEqualTo(new Span(7, 8));
    }

    @Test
    void anOpenQuoteAndAParenthesisAreRefused() {
        assertThat(ShellWords.split(parse("echo 'a")).broken()).isEqualTo(new Span(5, 6));
        assertThat(ShellWords.split(parse("echo $(date)")).broken()).isEqualTo(new Span(6, 7));
    }

    private Template parse(String text) {
        return Template.parse(MappedText.of(Source.of("x", text), new Span(0, text.length())), problems);
    }
}
