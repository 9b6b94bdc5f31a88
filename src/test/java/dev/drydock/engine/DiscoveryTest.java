package dev.drydock.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.source.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscoveryTest {

    @TempDir
    private Path temporary;

    private Path root;

    @BeforeEach
    void realRoot() throws IOException {
        root = temporary.toRealPath();
    }

    @ParameterizedTest
    @CsvSource({
        "Dockerfile,DOCKERFILE",
        "dockerfile,DOCKERFILE",
        "Dockerfile.prod,DOCKERFILE",
        "Dockerfile-dev,DOCKERFILE",
        "api.Dockerfile,DOCKERFILE",
        "api.dockerfile,DOCKERFILE",
        "Containerfile,DOCKERFILE",
        "Containerfile.fedora,DOCKERFILE",
        "Dockerfile.alpine3.20,DOCKERFILE",
        "Dockerfile.dockerignore,NONE",
        "Dockerfile.md,NONE",
        "Dockerfile.j2,NONE",
        "Dockerfile.prod.tmpl,NONE",
        "Dockerfile~,NONE",
        ".Dockerfile.swp,NONE",
        "Dockerfile.,NONE",
        "Dockerfiles,NONE",
        "compose.yaml,COMPOSE",
        "compose.prod.yml,COMPOSE",
        "docker-compose-dev.yml,COMPOSE",
        "docker-compose.yaml,COMPOSE",
        "composer.yaml,NONE",
        "docker-compose.yml.j2,NONE",
        "app.docker-compose.yml,MAYBE_COMPOSE",
        "podman-compose.yml,MAYBE_COMPOSE",
        "decompose.yml,NONE",
        "values.yaml,NONE",
        "Dockerfile.yml,NONE"
    })
    void aNameTellsTheKind(String name, FileKind kind) {
        assertThat(FileKind.of(name)).isEqualTo(kind);
    }

    @Test
    void aDirectoryIsLookedThroughAsGitWould() throws IOException {
        write("Dockerfile", "");
        write("api/Dockerfile.prod", "");
        write("compose.yaml", "");
        write("x.compose.yml", "services: {}\n");
        write("y-compose.yml", "jobs: {}\n");
        write("node_modules/a/Dockerfile", "");
        write(".git/Dockerfile", "");
        write("build/Dockerfile", "");
        write(".gitignore", "build/\n");
        Files.createSymbolicLink(root.resolve("again"), root.resolve("api"));
        Files.createSymbolicLink(root.resolve("api/circle"), root);
        Discovery.Found found =
                Discovery.find(List.of(root), _ -> new Discovery.Choice(path -> path.startsWith("skip"), List.of()));
        assertThat(found.root()).isEqualTo(root);
        assertThat(found.project().dockerfiles()).containsExactly("Dockerfile", "api/Dockerfile.prod");
        assertThat(found.project().composeFiles()).containsExactly("compose.yaml", "x.compose.yml");
        assertThat(found.project().reported()).hasSize(4);
    }

    @Test
    void aNamedFileIsTakenAndItsProjectIsFound() throws IOException {
        write(".git/HEAD", "");
        write("compose.yaml", "");
        write("api/Dockerfile", "");
        write("api/odd.txt", "");
        write("api/stack.yml", "");
        Discovery.Found found = Discovery.find(
                List.of(root.resolve("api/odd.txt"), root.resolve("api/stack.yml"), root.resolve("gone")),
                _ -> new Discovery.Choice(_ -> false, List.of()));
        assertThat(found.root()).isEqualTo(root);
        assertThat(found.project().dockerfiles()).containsExactly("api/Dockerfile", "api/odd.txt");
        assertThat(found.project().composeFiles()).containsExactly("api/stack.yml", "compose.yaml");
        assertThat(found.project().reported()).containsExactlyInAnyOrder("api/odd.txt", "api/stack.yml");
        assertThat(found.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).isEqualTo("no such file or directory"));
    }

    @Test
    void anIgnoredDirectoryThatIsNamedIsLookedThrough() throws IOException {
        write(".git/HEAD", "");
        write(".gitignore", "out\n");
        write("out/a/Dockerfile", "");
        Discovery.Found found =
                Discovery.find(List.of(root.resolve("out")), _ -> new Discovery.Choice(_ -> false, List.of()));
        assertThat(found.project().dockerfiles()).containsExactly("out/a/Dockerfile");
        assertThat(found.project().reported()).containsExactly("out/a/Dockerfile");
    }

    @Test
    void excludedPathsAreReadOnlyWhenTheyAreNamed() throws IOException {
        write("a/Dockerfile", "");
        write("b/Dockerfile", "");
        Discovery.Found found = Discovery.find(
                List.of(root, root.resolve("a/Dockerfile")), _ -> new Discovery.Choice(_ -> true, List.of()));
        assertThat(found.project().dockerfiles()).containsExactly("a/Dockerfile");
    }

    @Test
    void linksOutOfTheTreeAndInCirclesAreNotFollowed() throws IOException {
        write("in/file", "x");
        Files.createSymbolicLink(root.resolve("good"), root.resolve("in/file"));
        Files.createSymbolicLink(root.resolve("linked"), root.resolve("in"));
        Files.createSymbolicLink(root.resolve("etc"), Path.of("/etc"));
        Files.createSymbolicLink(root.resolve("loop"), root.resolve("loop"));
        Files.createSymbolicLink(root.resolve("in/up"), root);
        Files.createSymbolicLink(root.resolve("dangling"), root.resolve("nowhere"));
        var tree = new DiskTree(root);
        assertThat(tree.kind("good")).isEqualTo(Tree.Kind.FILE);
        assertThat(tree.kind("linked/file")).isEqualTo(Tree.Kind.FILE);
        assertThat(tree.names("linked")).contains("file");
        assertThat(tree.kind("etc")).isEqualTo(Tree.Kind.OTHER);
        assertThat(tree.kind("etc/passwd")).isEqualTo(Tree.Kind.OTHER);
        assertThat(tree.kind("loop")).isEqualTo(Tree.Kind.OTHER);
        assertThat(tree.kind("in/up")).isEqualTo(Tree.Kind.OTHER);
        assertThat(tree.kind("dangling")).isEqualTo(Tree.Kind.MISSING);
        assertThat(tree.read("linked/file")).containsExactly('x');
        assertThatThrownBy(() -> tree.read("etc/passwd")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> tree.read("in")).hasMessage("is a directory");
        assertThatThrownBy(() -> tree.read("gone")).hasMessage("no such file");
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
