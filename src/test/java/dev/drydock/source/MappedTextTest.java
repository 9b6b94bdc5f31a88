package dev.drydock.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MappedTextTest {

    private static final String FILE = "RUN a \\\n  b\n";

    private static MappedText joined() {
        return new MappedText.Builder().append(FILE, 0, 6).append(FILE, 8, 11).build(11);
    }

    @Test
    void aWordAfterAContinuationKeepsItsPlace() {
        MappedText text = joined();
        assertThat(text.text()).isEqualTo("RUN a   b");
        int b = text.text().indexOf('b');
        assertThat(FILE.substring(
                        text.span(b, b + 1).start(), text.span(b, b + 1).end()))
                .isEqualTo("b");
    }

    @Test
    void aRangeThatEndsBeforeAContinuationDoesNotReachIntoIt() {
        assertThat(joined().span(4, 6)).isEqualTo(new Span(4, 6));
        assertThat(joined().span(4, 7)).isEqualTo(new Span(4, 9));
    }

    @Test
    void aSliceIsTheSamePlaces() {
        MappedText text = joined();
        for (int start = 0; start < text.length(); start++) {
            for (int end = start + 1; end <= text.length(); end++) {
                MappedText slice = text.slice(start, end);
                assertThat(slice.span()).isEqualTo(text.span(start, end));
                assertThat(slice.origin(0)).isEqualTo(text.origin(start));
            }
        }
    }

    @Test
    void anEscapeSequenceIsOneCharacterHereAndSeveralThere() {
        String json = "[\"a\\nb\"]";
        MappedText text = new MappedText.Builder()
                .append(json, 2, 3)
                .append('\n', 3, 2)
                .append(json, 5, 6)
                .build(6);
        assertThat(text.text()).isEqualTo("a\nb");
        assertThat(text.span(1, 2)).isEqualTo(new Span(3, 5));
        assertThat(text.span(0, 3)).isEqualTo(new Span(2, 6));
    }
}
