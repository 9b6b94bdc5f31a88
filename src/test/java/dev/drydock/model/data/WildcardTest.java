package dev.drydock.model.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardTest {

    @ParameterizedTest
    @CsvSource({
        "go,go,true",
        "go,gopher,false",
        "*-dev,libpq-dev,true",
        "*-dev,libpq-dev-tools,false",
        "php*-xdebug,php8.3-xdebug,true",
        "*:*jre*,openjdk:8-jre,true",
        "*a*b*a*,xaxbxbxax,true",
        "*ab,aab,true",
        "*,'',true",
        "a,'',false",
        "'',a,false"
    })
    void aStarIsAnyText(String pattern, String text, boolean matches) {
        assertThat(Wildcard.matches(pattern, text)).isEqualTo(matches);
    }

    @Test
    void oneOfThePatternsIsEnough() {
        assertThat(Wildcard.anyMatches(List.of("golang", "*/golang"), "example.com/golang"))
                .isTrue();
        assertThat(Wildcard.anyMatches(List.of("golang", "*/golang"), "golangci"))
                .isFalse();
        assertThat(Wildcard.anyMatches(List.of(), "golang")).isFalse();
    }

    @Test
    void manyStarsTakeNoLongerThanTheirNumberTimesTheText() {
        String text = "a".repeat(20_000);
        assertThat(Wildcard.matches("*a*a*a*a*a*a*b", text)).isFalse();
    }
}
