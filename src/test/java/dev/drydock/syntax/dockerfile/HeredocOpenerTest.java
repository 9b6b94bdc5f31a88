package dev.drydock.syntax.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeredocOpenerTest {

    private static String written(HeredocOpener opener) {
        return opener.fileDescriptor() + " " + opener.name() + (opener.expand() ? "" : " raw")
                + (opener.chomp() ? " chomped" : "") + " " + opener.start() + "-" + opener.end();
    }

    /// Each opener as its descriptor, its name, what it does to the text, and its place.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<<A                    | 0 A 0-3",
                "cat <<A                | 0 A 4-7",
                "cat <<A b <<B          | 0 A 4-7; 0 B 10-13",
                "cat 3<<A               | 3 A 4-8",
                "12<<-A x               | 12 A chomped 0-6",
                "90<<A                  | 90 A 0-5",
                "<< A                   | 0 A 0-4",
                "<<-  A                 | ~~",
                "<<'A b'                | 0 A b raw 0-7",
                "<<A'b'c                | 0 Abc raw 0-7",
                "<<\"A b\" c            | 0 A b raw 0-7",
                "<<\\A                  | 0 A 0-4",
                "<<A\\ b c              | 0 A b 0-6",
                "<<A\\                  | 0 A 0-4",
                "<<${a}                 | 0 ${a} 0-6",
                "<<${a b} c             | 0 ${a b} 0-8",
                "${a ${b} c} <<X        | 0 X 12-15",
                "${a\\} <<Y} <<X        | 0 X 11-14",
                "$a{ <<X                | 0 X 4-7",
                "\"a\\\" <<Y\" <<X      | 0 X 10-13",
                "'a <<Y' <<X            | 0 X 8-11",
                "a\\' <<X               | 0 X 4-7",
                "a<<X                   | ~~",
                "<<a<b                  | ~~",
                "<<<a                   | ~~",
                "<<A <b                 | 0 A 0-3",
                "<<                     | ~~",
                "<< '                   | ~~",
                "<<''                   | ~~",
                "<A                     | ~~",
                "'a <<X                 | ~~",
                "\"a <<X                | ~~",
                "<<X ${a ${b}           | ~~",
                "<<X \"a\\\"            | ~~",
                "999999999999<<A        | 1000000 A 0-15",
            })
    void anOpenerIsFoundAsDockersLexerFindsIt(String text, String openers) {
        StringBuilder found = new StringBuilder();
        for (HeredocOpener opener : HeredocOpener.find(text)) {
            found.append(found.isEmpty() ? "" : "; ").append(written(opener));
        }
        assertThat(found.toString().replaceFirst("^9\\d{6} A", "1000000 A")).isEqualTo(openers);
    }
}
