package dev.drydock.model.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.model.data.DataTable;
import dev.drydock.syntax.image.ImageReference;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BaseImagesTest {

    @Test
    void theVariantOfATagDecidesWhatIsThere() {
        BaseImage full = image("python:3.13");
        assertThat(full.distribution()).isEqualTo("debian");
        assertThat(full.packageManager()).isEqualTo("apt");
        assertThat(full.shell()).isEqualTo("dash");
        assertThat(full.has("curl")).isTrue();
        assertThat(full.has("python3")).isTrue();

        BaseImage slim = image("python:3.13-slim-bookworm");
        assertThat(slim.has("python3")).isTrue();
        assertThat(slim.lacks("curl")).isTrue();
        assertThat(slim.lacks("bash")).isFalse();

        BaseImage alpine = image("docker.io/library/python:3.13-alpine3.22");
        assertThat(alpine.distribution()).isEqualTo("alpine");
        assertThat(alpine.packageManager()).isEqualTo("apk");
        assertThat(alpine.has("wget")).isTrue();
        assertThat(alpine.lacks("bash")).isTrue();
    }

    @Test
    void minimalImagesHaveNoShell() {
        assertThat(image("gcr.io/distroless/static-debian12:nonroot").hasNoShell())
                .isTrue();
        assertThat(image("gcr.io/distroless/static-debian12:debug-nonroot").hasNoShell())
                .isFalse();
        assertThat(image("mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled").hasNoShell())
                .isTrue();
        assertThat(image("mcr.microsoft.com/dotnet/aspnet:10.0").hasNoShell()).isFalse();
    }

    @Test
    void portsAndVolumesOfDatabasesAreKnown() {
        assertThat(image("postgres:17").ports()).containsExactly("5432");
        assertThat(image("mysql:8.4").volumes()).containsExactly("/var/lib/mysql");
        assertThat(image("redis:8-alpine").packageManager()).isEqualTo("apk");
    }

    @Test
    void ofWhatTheTablesDoNotTellNothingIsCertain() {
        BaseImage slim = image("debian:13-slim");
        assertThat(slim.lacks("frobnicate")).isFalse();
        assertThat(slim.has("frobnicate")).isFalse();
        assertThat(BaseImages.find(reference("registry.example.com/debian:13"))).isNull();
    }

    @Test
    void mirrorsAndArchitecturesAreTheSameImage() {
        assertThat(image("public.ecr.aws/docker/library/alpine:3.22").shell()).isEqualTo("ash");
        assertThat(image("arm64v8/alpine:3.22").shell()).isEqualTo("ash");
        assertThat(image("mirror.gcr.io/busybox:1.37").shell()).isEqualTo("ash");
    }

    @Test
    void theLongestCycleDecidesTheEnd() {
        assertThat(end("php:7.4-fpm")).isEqualTo("php 7.4 2022-11-28");
        assertThat(end("php:7.1.33")).isEqualTo("php 7.1 2019-12-01");
        assertThat(end("node:0.10.48")).isEqualTo("node 0.10 2016-10-31");
        assertThat(end("python:3.1")).isNull();
        assertThat(end("python:3.13")).isNull();
        assertThat(end("ubuntu:22.04")).isNull();
        assertThat(end("debian")).isNull();
        assertThat(end("buildpack-deps:stretch-curl")).isEqualTo("debian stretch 2022-06-30");
    }

    @Test
    void everyRowIsWhole() {
        Set<String> distributions = new TreeSet<>();
        for (String[] row : DataTable.rows("distributions.tsv")) {
            assertThat(row).as(row[0]).hasSize(4);
            distributions.add(row[0]);
        }
        for (String[] row : DataTable.rows("base-images.tsv")) {
            assertThat(row).as(row[0]).hasSize(9);
            if (!row[5].equals("?")) {
                assertThat(distributions).as(row[0]).contains(row[5]);
            }
            for (String tool : DataTable.split(row[6], ',')) {
                if (tool.startsWith("@")) {
                    assertThat(distributions).as(row[0]).contains(tool);
                }
            }
        }
        for (String[] row : DataTable.rows("image-variants.tsv")) {
            assertThat(row).as(row[0]).hasSize(3);
            assertThat(row[2]).as(row[0]).isIn("lean", "full");
        }
        for (String[] row : DataTable.rows("deprecated-images.tsv")) {
            assertThat(row).as(row[0]).hasSize(3);
        }
    }

    @Test
    void everyEndIsADate() {
        for (String[] row : DataTable.rows("end-of-life.tsv")) {
            assertThat(row).as(row[0]).hasSize(2);
            for (String entry : DataTable.split(row[1], ' ')) {
                String date = entry.substring(entry.indexOf('=') + 1);
                assertThat(LocalDate.parse(date).toString()).as(row[0]).isEqualTo(date);
            }
        }
    }

    @Test
    void namesAreUniqueWhereNoPatternTellsThemApart() {
        List<String> names =
                DataTable.rows("base-images.tsv").stream().map(row -> row[0]).toList();
        assertThat(names).doesNotHaveDuplicates();
    }

    private static BaseImage image(String text) {
        BaseImage image = BaseImages.find(reference(text));
        assertThat(image).as(text).isNotNull();
        return image;
    }

    private static @Nullable String end(String text) {
        EndOfLife end = EndOfLife.of(reference(text));
        return end == null ? null : end.release() + " " + end.date();
    }

    private static ImageReference reference(String text) {
        ImageReference reference = ImageReference.parse(text);
        assertThat(reference).as(text).isNotNull();
        return reference;
    }
}
