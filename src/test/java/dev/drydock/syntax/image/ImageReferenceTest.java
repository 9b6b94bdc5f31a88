package dev.drydock.syntax.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {

    private static final String DIGITS = "0123456789abcdefABCDEF0123456789";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "debian                         | -              | debian           | -",
                "azAZ:azAZ09_.-                 | ?              | ?                | ?",
                "az09:azAZ09_.-                 | -              | az09             | azAZ09_.-",
                "library/debian:13              | -              | library/debian   | 13",
                "a/b/c:_x                       | -              | a/b/c            | _x",
                "docker.io/a                    | docker.io      | a                | -",
                "localhost/a                    | localhost      | a                | -",
                "localhost:5000/a/b:1           | localhost:5000 | a/b              | 1",
                "reg:5000/a                     | reg:5000       | a                | -",
                "[::1]:5000/a                   | [::1]:5000     | a                | -",
                "azAZ09.x-y/a                   | azAZ09.x-y     | a                | -",
                "Az/b                           | Az             | b                | -",
                "zZ/b                           | zZ             | b                | -",
                "reg/a                          | -              | reg/a            | -",
                "a.b_c-d/e.f_g__h--i---j        | a.b_c-d        | e.f_g__h--i---j  | -",
                "a__b                           | -              | a__b             | -",
                "a!.io/b                        | ?              | ?                | ?",
                "A                              | ?              | ?                | ?",
                "a/B                            | ?              | ?                | ?",
                "a___b                          | ?              | ?                | ?",
                "a..b                           | ?              | ?                | ?",
                "a_-b                           | ?              | ?                | ?",
                "a/-b                           | ?              | ?                | ?",
                "-a                             | ?              | ?                | ?",
                "_a                             | ?              | ?                | ?",
                "a-                             | ?              | ?                | ?",
                "a/                             | ?              | ?                | ?",
                "/a                             | ?              | ?                | ?",
                "a//b                           | ?              | ?                | ?",
                "a:                             | ?              | ?                | ?",
                "a:.b                           | ?              | ?                | ?",
                "a:-b                           | ?              | ?                | ?",
                "a:b+c                          | ?              | ?                | ?",
                ":b                             | ?              | ?                | ?",
                "a@                             | ?              | ?                | ?",
            })
    void aReferenceHasARegistryAPathAndATag(String text, String registry, String path, String tag) {
        ImageReference reference = ImageReference.parse(text);
        if ("?".equals(path)) {
            assertThat(reference).isNull();
        } else {
            int end = text.length() - (tag == null ? 0 : tag.length() + 1);
            assertThat(reference).isEqualTo(new ImageReference(registry, path, tag, null, end));
        }
    }

    @Test
    void aDigestHasAnAlgorithmAndDigits() {
        assertThat(ImageReference.parse("a/b:1@sha256:" + DIGITS))
                .isEqualTo(new ImageReference(null, "a/b", "1", "sha256:" + DIGITS, 3));
        assertThat(ImageReference.parse("a@sha256:" + DIGITS.substring(1))).isNull();
        assertThat(ImageReference.parse("a@:" + DIGITS)).isNull();
        assertThat(ImageReference.parse("a@x:" + "g" + DIGITS)).isNull();
        assertThat(ImageReference.parse("a@x:" + DIGITS + "g")).isNull();
        assertThat(ImageReference.parse("@sha256:" + DIGITS)).isNull();
    }

    @Test
    void aTagAndANameHaveALongestForm() {
        assertThat(ImageReference.parse("a:" + "b".repeat(128))).isNotNull();
        assertThat(ImageReference.parse("a:" + "b".repeat(129))).isNull();
        assertThat(ImageReference.parse("a".repeat(255))).isNotNull();
        assertThat(ImageReference.parse("a".repeat(256))).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''              | no image is named",
                ":1              | the name is missing",
                "@sha256:1       | the name is missing",
                "http://a/b      | an image has no http:// before its name",
                "https://a/b     | an image has no http:// before its name",
                "reg.io/A        | the name of an image has no capital letters",
                "aZ              | the name of an image has no capital letters",
                "reg.io/a..b:1   | the name has a character, or two in a row, that names do not have",
                "a:-1            | a tag has up to 128 letters, digits, _, . and -, and starts with none of the last two",
                "r:5/a:-1@x      | a tag has up to 128 letters, digits, _, . and -, and starts with none of the last two",
                "a:1@sha256:12   | a digest is written algorithm:hex, with at least 32 digits",
                "a@sha256:12     | a digest is written algorithm:hex, with at least 32 digits",
            })
    void whatIsWrongIsSaid(String text, String fault) {
        assertThat(ImageReference.parse(text)).isNull();
        assertThat(ImageReference.fault(text)).isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource({
        "debian,docker.io,debian",
        "library/debian,docker.io,debian",
        "docker.io/library/debian,docker.io,debian",
        "index.docker.io/a/b,docker.io,a/b",
        "ghcr.io/library/b,ghcr.io,ghcr.io/library/b"
    })
    void anImageOfDockerHubHasAShortName(String text, String host, String name) {
        ImageReference reference = ImageReference.parse(text);
        assertThat(reference.host()).isEqualTo(host);
        assertThat(reference.familiarName()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:lts", "a:lts-alpine"})
    void aTagMayMoveAsAWholeOrByItsStart(String text) {
        assertThat(ImageReference.parse(text).hasTagOf(List.of("lts"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a:ltsx", "a:lts-alpine3", "a:x-lts", "a:lts@x:" + DIGITS})
    void anotherTagDoesNotMove(String text) {
        assertThat(ImageReference.parse(text).hasTagOf(List.of("lts"))).isFalse();
    }
}
