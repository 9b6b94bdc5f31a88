package dev.drydock.model.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelTypeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text    | anything at all",
                "url     | https://a",
                "url     | http://example.com/x?y",
                "url     | git+ssh2.x-y:z",
                "url     | mailto:a@b",
                "rfc3339 | 2026-11-25T10:00:00Z",
                "rfc3339 | 2026-11-25t10:00:00z",
                "rfc3339 | 2026-11-25 10:00:00.123-01:30",
                "spdx    | Apache-2.0",
                "spdx    | (MIT OR GPL-2.0+) AND LicenseRef-own",
                "spdx    | GPL-2.0-only WITH Classpath-exception-2.0 OR MIT",
                "hash    | 0123abc",
                "hash    | 0123456789abcdefABCDEF01234567890123456789abcdefABCDEF0123456789",
                "semver  | 0.10.2",
                "semver  | 1.2.3-rc.1-x+build.5",
                "semver  | 1.2.3+0",
                "email   | a@b",
                "email   | Ann Bee <ann@mail-1.example.com>",
            })
    void aValueIsOfAType(String type, String value) {
        assertThat(LabelType.named(type).accepts(value)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "url     | example.com",
                "url     | :a",
                "url     | a:",
                "url     | a b:c",
                "url     | 1a:c",
                "url     | a_b:c",
                "url     | http:/a",
                "url     | https://",
                "rfc3339 | 2026-11-25",
                "rfc3339 | 2026-11-25T10:00:00",
                "rfc3339 | 2026-11-25x10:00:00Z",
                "rfc3339 | 2026/11/25T10:00:00Z",
                "rfc3339 | 2026-11-25T1a:00:00Z",
                "rfc3339 | 2026-11-25T10:00:00.Z",
                "rfc3339 | 2026-11-25T10:00:00.",
                "rfc3339 | 2026-11-25T10:00:00.5",
                "rfc3339 | 2026-11-25T10:00:00+01:000",
                "rfc3339 | 2026-11-25T10:00:00*01:00",
                "rfc3339 | 2026-11-25T10:00:00+1:00",
                "spdx    | ''",
                "spdx    | ()",
                "spdx    | Apache 2",
                "spdx    | MIT WITH x nosuch",
                "hash    | 012345",
                "hash    | 0123456789abcdefABCDEF01234567890123456789abcdefABCDEF01234567890",
                "hash    | 012345g",
                "semver  | 1.2",
                "semver  | v1.2.3",
                "semver  | 1.2.3.4",
                "semver  | 1..3",
                "semver  | 1.02.3",
                "semver  | 1.2.3-",
                "semver  | 1.2.3-a..b",
                "semver  | 1.2.3-a_b",
                "semver  | 1.2.3+",
                "semver  | 1.2.3+é",
                "email   | a",
                "email   | @b",
                "email   | a@",
                "email   | a@b@c",
                "email   | a b@c",
                "email   | a@b..c",
                "email   | a@-b",
                "email   | a@b-",
                "email   | a@b_c",
            })
    void anotherValueIsNot(String type, String value) {
        assertThat(LabelType.named(type).accepts(value)).isFalse();
    }

    @Test
    void typesAreKnownByTheirNames() {
        assertThat(LabelType.NAMES).hasSameSizeAs(LabelType.values());
        assertThat(LabelType.named("text")).isEqualTo(LabelType.TEXT);
        assertThat(LabelType.named("email")).isEqualTo(LabelType.EMAIL);
        assertThat(LabelType.named("nosuch")).isNull();
    }
}
