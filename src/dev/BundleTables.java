import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Puts the tables of `src/main/resources/data` into the one resource that `DataTable` reads: to open a resource
/// costs a quarter of a millisecond at start-up, and most runs want most tables. Comments stay behind.
///
/// `java src/dev/BundleTables.java DATA_DIRECTORY BUNDLE_FILE`
class BundleTables {

    public static void main(String[] args) throws IOException {
        List<Path> files;
        try (var stream = Files.list(Path.of(args[0]))) {
            files = stream.filter(file -> file.toString().endsWith(".tsv"))
                    .sorted()
                    .toList();
        }
        var head = new ByteArrayOutputStream();
        var out = new DataOutputStream(head);
        var texts = new ByteArrayOutputStream();
        out.writeByte(files.size());
        for (Path file : files) {
            byte[] rows = rows(file);
            texts.write(rows);
            out.writeUTF(file.getFileName().toString());
            out.writeInt(rows.length);
        }
        head.write(texts.toByteArray());
        byte[] bundle = head.toByteArray();
        Path target = Path.of(args[1]);
        // Left alone when nothing changed, so that a build after a build has nothing to do.
        if (!Files.exists(target) || !Arrays.equals(Files.readAllBytes(target), bundle)) {
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.write(target, bundle);
        }
    }

    private static byte[] rows(Path file) throws IOException {
        var rows = new StringBuilder();
        for (String line : Files.readAllLines(file)) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                rows.append(line).append('\n');
            }
        }
        if (!rows.chars().allMatch(character -> character < 128)) {
            // Text of one byte a character is read without decoding.
            System.err.println(file + ": rows are plain ASCII");
            System.exit(1);
        }
        return rows.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
