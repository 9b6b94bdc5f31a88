package dev.drydock.syntax.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.source.Source;
import dev.drydock.source.Span;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class YamlPropertyTest {

    private static final List<String> PIECES = List.of(
            "a",
            "b:",
            ": ",
            "- ",
            "\n",
            "\n  ",
            "\n    ",
            "\r\n",
            "\t",
            " ",
            "#",
            " # c",
            "&x ",
            "*x",
            "<<: ",
            "!reset ",
            "!!int ",
            "'",
            "\"",
            "\\",
            "\\x4",
            "|",
            ">-",
            "|2\n",
            "[",
            "]",
            "{",
            "}",
            ",",
            "? ",
            "---\n",
            "...\n",
            "%YAML 1.1\n",
            "🚢",
            "\uD83D",
            "\u0007",
            "\u0085",
            "\uFEFF",
            "~",
            "0x",
            "${A:-b}",
            "@",
            "`");

    @Property(tries = 3000)
    void readingNeverThrowsAndSpansLieInTheText(@ForAll("texts") String text) {
        Source source = Source.of("compose.yaml", text);
        YamlFile file = YamlFile.read(source);
        var whole = new Span(0, source.text().length());
        assertThat(file.problems()).allMatch(problem -> whole.contains(problem.span()));
        assertThat(file.comments()).allMatch(whole::contains);
        file.documents().forEach(node -> YamlSpans.check(file, node, whole));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(PIECES).list().ofMaxSize(40).map(pieces -> String.join("", pieces));
    }
}
