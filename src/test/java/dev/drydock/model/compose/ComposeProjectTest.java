package dev.drydock.model.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.source.MemoryTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposeProjectTest {

    @Test
    void anOverlayIsLaidOverItsBase() {
        ComposeProject project = project(Map.of("compose.yaml", """
                services:
                  web:
                    build: .
                    environment: {A: base, B: base}
                    volumes: [".:/app", "data:/data"]
                    ports: ["80:80"]
                    command: npm start
                """, "compose.prod.yaml", """
                services:
                  web:
                    environment: [A=prod]
                    volumes: ["named:/app/"]
                    ports: ["8080:80"]
                    command: !reset null
                  cache:
                    image: redis:8
                """));
        assertThat(project.variants()).hasSize(2);
        Variant prod = project.variants().getLast();
        assertThat(prod.role().isProduction()).isTrue();
        assertThat(prod.role().reason()).isEqualTo("the file name contains \"prod\"");
        Service web = prod.service("web");
        assertThat(web.keyPlaces()).hasSize(2);
        assertThat(web.build()).isNotNull();
        assertThat(web.environment("A").value().is("prod")).isTrue();
        assertThat(web.environment("B").place().source().path()).isEqualTo("compose.yaml");
        assertThat(web.volumes()).extracting(mount -> mount.source().written()).containsExactly("named", "data");
        assertThat(web.ports()).hasSize(2);
        assertThat(web.command()).isNull();
        assertThat(prod.service("cache")).isNotNull();
        ComposeFile overlay = project.files().getFirst();
        assertThat(project.base(overlay, "web")).isNotNull();
        assertThat(project.base(overlay, "cache")).isNull();
    }

    @Test
    void aFileThatSaysAllItselfStandsAlone() {
        ComposeProject project = project(Map.of(
                "docker-compose.yml", "services: {web: {image: a, volumes: ['.:/app']}}",
                "docker-compose-prod.yml", "services: {web: {image: b}}"));
        assertThat(project.families()).singleElement().satisfies(family -> {
            assertThat(family.overlays()).isEmpty();
            assertThat(family.others()).hasSize(1);
        });
        assertThat(project.variants()).allMatch(variant -> variant.files().size() == 1);
    }

    @Test
    void anOverrideIsAlwaysAnOverlay() {
        ComposeProject project = project(Map.of(
                "docker-compose.yml", "services: {web: {image: a}}",
                "docker-compose.override.yml", "services: {web: {image: b}}"));
        assertThat(project.variants().getLast().files()).hasSize(2);
        assertThat(project.variants().getLast().role().kind()).isEqualTo(Role.Kind.DEVELOPMENT);
    }

    @Test
    void extendsIsFollowedIntoOtherFiles() {
        ComposeProject project = project(Map.of(
                "app/compose.yaml",
                "services: {web: {extends: {service: base, file: ../common.yaml}, ports: ['80:80']}, lost: {extends: gone}, loop: {extends: loop}}",
                "common.yaml",
                "services: {base: {image: node, volumes: ['.:/app']}}"));
        Variant variant = project.variants().getFirst();
        Service web = variant.service("web");
        assertThat(web.complete()).isTrue();
        assertThat(web.image().written()).isEqualTo("node");
        assertThat(web.volumes().getFirst().source().path()).isEmpty();
        assertThat(variant.service("lost").complete()).isFalse();
        assertThat(variant.service("loop").complete()).isFalse();
    }

    @Test
    void valuesOfTheEnvFileAreKnown() {
        var tree = new MemoryTree(Map.of(".env", "TAG=1.2\n", "compose.yaml", "services: {web: {image: 'a:${TAG}'}}"));
        Map<String, String> environment = ComposeProject.environment(tree, "");
        ComposeFile file = ComposeFile.read(tree.source("compose.yaml"), environment);
        assertThat(file.service("web").image().is("a:1.2")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "compose.yaml,UNKNOWN", "docker-compose.prod.yml,PRODUCTION", "docker-compose-dev.yml,DEVELOPMENT",
        "compose.production.yml,PRODUCTION", "production.yml,PRODUCTION", "local.yml,DEVELOPMENT",
        "compose.override.yaml,DEVELOPMENT", "docker-compose.test.yml,TEST", "product-compose.yml,UNKNOWN",
        "deploy/prod/compose.yaml,PRODUCTION", "compose.dev-prod.yml,UNKNOWN", "compose.prod.override.yml,UNKNOWN"
    })
    void aFileNameTellsTheRole(String path, Role.Kind kind) {
        assertThat(Role.ofFile(path).kind()).isEqualTo(kind);
    }

    @Test
    void aProfileTellsTheRoleOfItsServices() {
        ComposeProject project =
                project(Map.of("compose.prod.yaml", "services: {a: {image: x, profiles: [dev-tools]}, b: {image: y}}"));
        Variant variant = project.variants().getFirst();
        assertThat(variant.role(variant.service("a")).reason()).isEqualTo("its profile is \"dev-tools\"");
        assertThat(variant.role(variant.service("b")).isProduction()).isTrue();
    }

    private static ComposeProject project(Map<String, String> files) {
        var tree = new MemoryTree(files);
        List<ComposeFile> read = new ArrayList<>();
        for (String path : files.keySet()) {
            if (!path.equals("common.yaml")) {
                read.add(ComposeFile.read(tree.source(path), Map.of()));
            }
        }
        return ComposeProject.of(tree, read, Arrangement.NONE);
    }
}
