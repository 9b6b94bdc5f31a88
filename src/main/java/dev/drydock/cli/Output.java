package dev.drydock.cli;

import dev.drydock.report.Format;
import dev.drydock.report.Run;
import dev.drydock.source.Nearest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where one report goes.
///
/// @param file null for standard output
record Output(Format format, @Nullable Path file) {

    private static final List<String> FORMATS = List.of("text", "json", "sarif", "github");

    /// What `--format` and `--output` ask for together: `--output FILE` moves the report of `--format` to a file,
    /// `--output FORMAT=FILE` adds one. `-` is standard output.
    static List<Output> of(Arguments arguments, Path directory) throws UsageException {
        Format main = format(arguments.oneOf("--format", "text", FORMATS));
        var outputs = new ArrayList<Output>();
        boolean moved = false;
        for (String value : arguments.all("--output")) {
            int equals = value.indexOf('=');
            boolean named = equals > 0 && isWord(value.substring(0, equals));
            if (named && Format.of(value.substring(0, equals)) == null) {
                String word = value.substring(0, equals);
                throw new UsageException(
                        "--output " + value + ": " + word + " is no format" + Nearest.hint(word, FORMATS));
            }
            Format format = named ? format(value.substring(0, equals)) : main;
            String file = named ? value.substring(equals + 1) : value;
            if (file.isEmpty()) {
                throw new UsageException("--output " + value + ": names no file");
            }
            moved |= !named;
            outputs.add(new Output(format, file.equals("-") ? null : directory.resolve(file)));
        }
        if (!moved) {
            outputs.addFirst(new Output(main, null));
        }
        return outputs;
    }

    private static Format format(String word) {
        Format format = Format.of(word);
        return format == null ? Format.TEXT : format;
    }

    private static boolean isWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < 'a' || text.charAt(i) > 'z') {
                return false;
            }
        }
        return true;
    }

    /// Writes the report: a file is written beside its place and then moved there, so that nobody reads half of it.
    void write(Run run, Format.Style style, OutputStream standard) throws IOException, UsageException {
        if (file == null) {
            write(run, style, standard, false);
            return;
        }
        write(file, out -> write(run, new Format.Style(false, style.quiet(), style.from()), out, true));
    }

    /// What is written.
    @FunctionalInterface
    interface Content {
        void into(OutputStream out) throws IOException;
    }

    /// Writes a file beside its place and then moves it there. A symbolic link to a file is refused: it may come
    /// from the repository, and what it points to was not named.
    static void write(Path file, Content content) throws UsageException {
        try {
            if (isSpecial(file)) {
                try (OutputStream out = Files.newOutputStream(file)) {
                    content.into(out);
                }
            } else if (Files.isSymbolicLink(file)) {
                throw new UsageException("cannot write " + file + ": it is a symbolic link; name the file itself");
            } else {
                replace(file, content);
            }
        } catch (IOException e) {
            throw new UsageException("cannot write " + file + ": " + reason(e));
        }
    }

    /// Whether it is no file but a device or a pipe, or is one of the names under which a system has those.
    private static boolean isSpecial(Path file) {
        boolean there = Files.exists(file);
        boolean system = file.startsWith("/dev") || file.startsWith("/proc");
        return there && (system || !Files.isRegularFile(file));
    }

    private static void replace(Path file, Content content) throws IOException {
        Path beside = file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        // Whoever interrupts the run finds the old report and no part of a new one.
        var cleanup = new Thread(() -> remove(beside));
        Runtime.getRuntime().addShutdownHook(cleanup);
        try {
            // A name that is taken, by whatever, is not written to.
            try (OutputStream out =
                    Files.newOutputStream(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.into(out);
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            throw new IOException(beside.getFileName() + " is in the way; remove it", e);
        } catch (IOException e) {
            remove(beside);
            throw e;
        } finally {
            forget(cleanup);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // What cannot be removed stays, under a name that says what it is.
        }
    }

    private static void forget(Thread cleanup) {
        try {
            Runtime.getRuntime().removeShutdownHook(cleanup);
        } catch (IllegalStateException _) {
            // The run is being interrupted, and the hook is at work.
        }
    }

    /// Writes to a file, or to standard output where none is named, or `-`.
    static void write(Surroundings surroundings, @Nullable String file, byte[] bytes)
            throws IOException, UsageException {
        if (file == null || file.equals("-")) {
            surroundings.out().write(bytes);
            surroundings.out().flush();
        } else {
            write(surroundings.directory().resolve(file), out -> out.write(bytes));
        }
    }

    private void write(Run run, Format.Style style, OutputStream stream, boolean close) throws IOException {
        var out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
        format.write(run, style, out);
        if (close) {
            out.close();
        } else {
            out.flush();
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case java.nio.file.NoSuchFileException _ -> "no such directory";
            case java.nio.file.AccessDeniedException _ -> "permission denied";
            case IOException other -> String.valueOf(other.getMessage());
        };
    }
}
