package dev.drydock.syntax.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.source.Edit;
import dev.drydock.source.Source;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderingTest {

    /// The file with its keys in alphabetical order; itself where no edit is certain.
    private static String sorted(String text) {
        YamlFile file = YamlFile.read(Source.of("a.yaml", text));
        YamlNode.Mapping top = file.documents().getFirst().asMapping();
        assertThat(top).isNotNull();
        Ordering.Disorder found = top == null ? null : Ordering.of(file, top, Comparator.naturalOrder());
        return found == null ? "in order" : apply(text, found.edits());
    }

    private static String apply(String text, List<Edit> edits) {
        var out = new StringBuilder(text);
        for (Edit edit : edits.reversed()) {
            out.replace(edit.span().start(), edit.span().end(), edit.replacement());
        }
        return out.toString();
    }

    private static void keeps(String text) {
        assertThat(sorted(text)).isEqualTo(text);
    }

    @Test
    void linesKeepTheirEnds() {
        assertThat(sorted("b: 1\r\n\r\na: 2\r\n")).isEqualTo("a: 2\r\n\r\nb: 1\r\n");
        assertThat(sorted("b: 1\na: 2")).isEqualTo("a: 2\nb: 1");
    }

    @Test
    void commentsGoWithWhatTheyAreAbout() {
        assertThat(sorted("c: 0\n# head\nb: # one\n  x: 1\n  # tail\n\n# of a\na: 2 # two\n"))
                .isEqualTo("# of a\na: 2 # two\n# head\nb: # one\n  x: 1\n  # tail\n\nc: 0\n");
    }

    @Test
    void aCommentThatMayBeAboutEitherKeepsAllWhereItIs() {
        keeps("b: 1\n\n# ---\n\na: 2\n");
        keeps("b: 1\n# of b?\n\na: 2\n");
        keeps("b:\n    x: 1\n  # a\n# b\n  # c\na: 2\n");
        keeps("# the file\nb: 1\na: 2\n");
        keeps("b: 1\na: 2\n# end\n");
        assertThat(sorted("# the file\n\nb: 1\na: 2\n")).isEqualTo("# the file\n\na: 2\nb: 1\n");
    }

    @Test
    void onlyWhatMovesHasToBeClear() {
        assertThat(sorted("# the file\na: 1\nc: 2\nb: 3\n")).isEqualTo("# the file\na: 1\nb: 3\nc: 2\n");
    }

    @Test
    void aliasesStayBelowTheirAnchors() {
        assertThat(sorted("z: &z {x: 1}\nb: 1\na: *z\n")).isEqualTo("z: &z {x: 1}\na: *z\nb: 1\n");
        assertThat(sorted("z: &z {x: 1}\na: *z\nb: 1\n")).isEqualTo("in order");
        assertThat(sorted("z: &x 1\ny: *x\nb: &x 2\na: *x\n")).isEqualTo("in order");
        assertThat(sorted("b: {x: &x 1, y: *x}\na: 2\n")).isEqualTo("a: 2\nb: {x: &x 1, y: *x}\n");
    }

    @Test
    void blocksOfTextKeepTheirEnds() {
        assertThat(sorted("b: |\n  # no comment\n  x\n\na: 1\n")).isEqualTo("a: 1\n\nb: |\n  # no comment\n  x\n");
        keeps("b: |+\n  x\n\na: 1\n");
        keeps("b: 1\na: |\n  x");
        keeps("b: |\n  x\na: 1");
    }

    @Test
    void whatIsNotOnLinesOfItsOwnStays() {
        keeps("{b: 1, a: 2}\n");
        keeps("? b\n: 1\n? a\n: 2\n");
        assertThat(sorted("&b b: 1\na: 2\n")).isEqualTo("a: 2\n&b b: 1\n");
        keeps("--- {b: 1, a: 2}\n");
        assertThat(sorted("---\nb: 1\na: 2\n---\nc: 1\n")).isEqualTo("---\na: 2\nb: 1\n---\nc: 1\n");
    }

    @Test
    void aFileWithAProblemStays() {
        keeps("b: 1\na: 2\na: 3\n");
        keeps("b: 1\na: 2\nc: *lost\n");
    }
}
