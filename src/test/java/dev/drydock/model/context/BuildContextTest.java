package dev.drydock.model.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.source.MemoryTree;
import dev.drydock.source.Tree;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BuildContextTest {

    @Test
    void theIgnoreFileBesideTheDockerfileGoesFirst() {
        var tree = new MemoryTree(Map.of(
                "Dockerfile", "",
                "docker/Dockerfile.prod", "",
                "docker/Dockerfile.prod.dockerignore", "*.md",
                ".dockerignore", "*.log",
                "a.md", "",
                "a.log", ""));
        BuildContext prod = BuildContext.of(tree, "", "docker/Dockerfile.prod");
        BuildContext plain = BuildContext.of(tree, "", "Dockerfile");
        assertThat(prod.decide("a.md").ignored()).isTrue();
        assertThat(prod.decide("a.log").ignored()).isFalse();
        assertThat(plain.decide("a.log").ignored()).isTrue();
        assertThat(plain.ignoreFile().source().path()).isEqualTo(".dockerignore");
    }

    @Test
    void whatIsSentIsListed() {
        var tree = new MemoryTree(Map.of(
                "api/.dockerignore", "*\n!src\nsrc/*.tmp\n",
                "api/src/a.c", "",
                "api/src/b.tmp", "",
                "api/README.md", "",
                "api/src/node_modules/x/y.js", "",
                "other", ""));
        BuildContext context = BuildContext.of(tree, "api", null);
        assertThat(context.files()).containsExactly("src/a.c");
        assertThat(context.names("")).containsExactly("src/");
        assertThat(context.names("src")).containsExactly("a.c", "node_modules/");
    }

    @Test
    void withoutAnIgnoreFileEverythingIsSent() {
        BuildContext context = BuildContext.of(new MemoryTree(Map.of("a", "", ".git/config", "")), "", "Dockerfile");
        assertThat(context.ignoreFile()).isNull();
        assertThat(context.names("")).containsExactly(".git/", "a");
        assertThat(context.files()).containsExactly("a");
    }

    @Test
    void theWholeContextIsItsDirectoryAndNoPathLeavesIt() {
        var tree = new MemoryTree(Map.of("api/.dockerignore", "b", "api/a", "", "api/b", "", "other", ""));
        BuildContext context = BuildContext.of(tree, "api", null);
        assertThat(context.kind(".")).isEqualTo(Tree.Kind.DIRECTORY);
        assertThat(context.kind("../a")).isEqualTo(Tree.Kind.FILE);
        assertThat(context.kind("../other")).isEqualTo(Tree.Kind.MISSING);
        assertThat(context.names(".")).containsExactly(".dockerignore", "a");
        assertThat(context.allNames(".")).containsExactly(".dockerignore", "a", "b");
    }
}
