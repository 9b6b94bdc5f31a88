package dev.drydock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.source.Limits;
import dev.drydock.source.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskTreeTest {

    @TempDir
    private Path directory;

    @Test
    void whatWasListedIsKnownAndTheRestIsMissing() throws IOException {
        Files.createDirectories(directory.resolve("app/src"));
        Files.writeString(directory.resolve("app/main.py"), "x");
        Files.createSymbolicLink(directory.resolve("app/link"), Path.of("main.py"));
        var tree = new DiskTree(directory, Limits.DEFAULT);
        for (int asked = 0; asked < 2; asked++) {
            assertThat(tree.kind("")).isEqualTo(Tree.Kind.DIRECTORY);
            assertThat(tree.kind("app/main.py")).isEqualTo(Tree.Kind.FILE);
            assertThat(tree.kind("app/link")).isEqualTo(Tree.Kind.FILE);
            assertThat(tree.kind("app/src")).isEqualTo(Tree.Kind.DIRECTORY);
            assertThat(tree.kind("app/other.py")).isEqualTo(Tree.Kind.MISSING);
            assertThat(tree.kind("app/src/deep.py")).isEqualTo(Tree.Kind.MISSING);
            assertThat(tree.names("")).containsExactly("app");
            assertThat(tree.names("app")).containsExactly("link", "main.py", "src");
            assertThat(tree.names("app/src")).isEmpty();
            assertThat(tree.names("nowhere")).isEmpty();
        }
    }

    @Test
    void aFileIsReadWholeWhateverItsSize() throws IOException {
        var tree = new DiskTree(directory, Limits.DEFAULT);
        for (int size : new int[] {0, 1, 4095, 4096, 100_000}) {
            byte[] bytes = new byte[size];
            for (int i = 0; i < size; i++) {
                bytes[i] = (byte) (i * 31);
            }
            Files.write(directory.resolve("file"), bytes);
            assertThat(tree.read("file")).isEqualTo(bytes);
        }
    }
}
