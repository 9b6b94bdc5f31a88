package dev.drydock.syntax.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.source.Problem;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The JSON arrays of `CMD` and others.
class ExecFormTest {

    private static final String BEFORE = "FROM a\nCMD ";

    private static Dockerfile read(String form) {
        return DockerfileReader.read(Source.of("Dockerfile", BEFORE + form));
    }

    private static CommandLine command(String form) {
        return ((Instruction.Cmd) read(form).instructions().get(1)).command();
    }

    @Test
    void stringsAreDecodedAndKnowTheirPlaces() {
        String form = "[ \"a b\",\"\",\"\\\"\\\\\\/\\b\\f\\n\\r\\t\", \"x\\u00e9y\" ]";
        var exec = (CommandLine.Exec) command(form);
        assertThat(exec.arguments()).extracting(Word::text).containsExactly("a b", "", "\"\\/\b\f\n\r\t", "x\u00e9y");
        assertThat(exec.span()).isEqualTo(new Span(BEFORE.length(), BEFORE.length() + form.length()));
        Word last = exec.arguments().getLast();
        int start = BEFORE.length() + form.indexOf("x\\u");
        assertThat(last.span()).isEqualTo(new Span(start, start + 8));
        assertThat(last.raw().span(0, 1)).isEqualTo(new Span(start, start + 1));
        assertThat(last.raw().span(1, 2)).isEqualTo(new Span(start + 1, start + 7));
        assertThat(last.raw().span(2, 3)).isEqualTo(new Span(start + 7, start + 8));
        assertThat(read(form).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "['a', \"b\"]           | has single quotes",
                "[“a”, ‘b’]             | has typographic quotes",
                "[\"a\", \"b\"          | is not closed",
                "[\"a\", \"b\",]        | ends with a comma",
                "[\"a\", \"b\" , ]      | ends with a comma",
                "[\"a\" \"b\"]          | lacks a comma",
                "[\"a\", \"b\" \"c\"]   | lacks a comma",
                "[,\"a\"]               | is not valid JSON",
                "[\"a\\\"b\", 'c']      | has single quotes",
                "[\"a\\x\", \"b\"]      | is not valid JSON",
            })
    void whatWasMeantAsJsonIsSaid(String form, String message) {
        assertThat(read(form).problems())
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .contains(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[ -f x ]", "[\"a\"", "[\"a", "[\"a\", \"b]", "[ \"$a\" = \"b\" ]", "[ \"a\\\" ]", "[", "x]"})
    void whatMayBeForAShellIsLeftToIt(String form) {
        assertThat(read(form).problems()).isEmpty();
        assertThat(command(form)).isInstanceOf(CommandLine.Shell.class);
    }

    @Test
    void whatIsNoStringIsFoundInItsPlace() {
        String form = "[\"a\", {\"b\": [1]}, \"c\"]";
        List<Problem> problems = read(form).problems();
        int start = BEFORE.length() + form.indexOf('{');
        assertThat(problems).singleElement().extracting(Problem::span).isEqualTo(new Span(start, start + 10));
    }

    @Test
    void deepNestingEnds() {
        assertThat(read("[".repeat(500) + "]".repeat(500)).problems()).isNotEmpty();
        assertThat(read("[".repeat(50_000)).problems()).isEmpty();
        assertThat(read("[" + "{\"a\":".repeat(50_000)).problems()).isEmpty();
    }
}
