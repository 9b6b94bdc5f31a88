package dev.drydock.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "*.yaml, compose.yaml, true",
        "*.yaml, deep/down/compose.yaml, true",
        "*.yaml, compose.yml, false",
        "docker/*.yaml, docker/a.yaml, true",
        "docker/*.yaml, docker/b/a.yaml, false",
        "docker/*.yaml, x/docker/a.yaml, false",
        "./docker/*.yaml, docker/a.yaml, true",
        "docker/**/a.yaml, docker/a.yaml, true",
        "docker/**/a.yaml, docker/x/y/a.yaml, true",
        "docker/**/a.yaml, docker/x/y/b.yaml, false",
        "vendor, vendor/x/Dockerfile, true",
        "vendor, a/vendor/x/Dockerfile, true",
        "vendor/, vendor/x, true",
        "vendor/**, vendor/x/y, true",
        "vendor/**, vendor, false",
        "vendor/**/**, vendor/x, true",
        "a/b, a/b/Dockerfile, true",
        "a/b, c/a/b, false",
        "**, anything/at/all, true",
        "**/**/x, x, true",
        "Dockerfile.?, Dockerfile.a, true",
        "Dockerfile.?, Dockerfile.ab, false",
        "*a*b*c*, xxaxxbxxcxx, true",
        "*a*b*c*, xxaxxcxxbxx, false",
        "*, x/y, true",
        "x*y, xy, true",
    })
    void matches(String glob, String path, boolean matches) {
        assertThat(Glob.of(glob).matches(path)).isEqualTo(matches);
    }
}
