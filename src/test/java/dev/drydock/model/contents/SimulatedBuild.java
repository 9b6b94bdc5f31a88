package dev.drydock.model.contents;

import dev.drydock.syntax.ignore.IgnoreFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A random Dockerfile, and what really becomes of it: each stage is a directory on disk, `COPY` copies files as
/// its documentation says, and a shell runs what `RUN` says. What fails is left out.
final class SimulatedBuild {

    private static final List<String> NAMES = List.of("a", "b", "c", "app", "data.txt", "x.log");

    /// What a build is made of.
    enum Kind {
        /// `WORKDIR`, `COPY` and `ADD` from nothing but the context and other stages.
        COPIES,
        /// Commands that are understood, too.
        KNOWN,
        /// Images and commands that nobody looks into, too.
        OPAQUE
    }

    /// A finished stage.
    ///
    /// @param states all paths with a mark for the content of files, at the start and after each step
    record Built(int index, List<Map<String, String>> states) {
        Map<String, String> end() {
            return states.getLast();
        }
    }

    private final Random random;
    private final Kind kind;
    private final Path disk;
    private final StringBuilder text = new StringBuilder();
    private final Map<String, String> context = new TreeMap<>();
    private final String ignore;
    private final List<Built> stages = new ArrayList<>();
    private final List<Path> roots = new ArrayList<>();
    private Path root;
    private Path sent;
    private String workdir = "/";

    SimulatedBuild(long seed, Kind kind, Path disk) throws IOException {
        this.random = new Random(seed);
        this.kind = kind;
        this.disk = disk;
        this.ignore = random.nextInt(3) == 0 ? "ctx:/.dockerignore\n*.log\nc\n!c/app\n**/x.log\n" : "";
        for (int i = 0; i < 2 + random.nextInt(8); i++) {
            String path = path(1 + random.nextInt(3)).substring(1);
            boolean clash = context.keySet().stream()
                    .anyMatch(other -> other.startsWith(path + "/") || path.startsWith(other + "/"));
            if (!clash) {
                context.put(path, "ctx:/" + path);
            }
        }
        if (!ignore.isEmpty()) {
            context.put(".dockerignore", ignore);
        }
        send();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            stage(i);
        }
    }

    String text() {
        return text.toString();
    }

    Map<String, String> context() {
        return context;
    }

    List<Built> stages() {
        return stages;
    }

    /// What of the context is not left out.
    private void send() throws IOException {
        sent = Files.createDirectories(disk.resolve("sent"));
        IgnoreFile file = IgnoreFile.read(dev.drydock.source.Source.of(
                ".dockerignore", ignore.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        for (Map.Entry<String, String> entry : context.entrySet()) {
            if (!file.ignores(entry.getKey())) {
                write(sent.resolve(entry.getKey()), entry.getValue());
            }
        }
        // A directory that is not left out is sent although all that is in it is.
        for (String path : context.keySet()) {
            for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
                if (!file.ignores(path.substring(0, slash))) {
                    Files.createDirectories(sent.resolve(path.substring(0, slash)));
                }
            }
        }
    }

    private static void write(Path path, String content) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private void stage(int index) throws IOException {
        root = Files.createDirectories(disk.resolve("stage" + index));
        workdir = "/";
        List<Map<String, String>> states = new ArrayList<>();
        int choice = random.nextInt(kind == Kind.OPAQUE ? 4 : 3);
        if (choice == 0 && index > 0) {
            int parent = random.nextInt(index);
            text.append("FROM s").append(parent).append(" AS s").append(index).append('\n');
            copyTree(roots.get(parent), root);
            states.addAll(stages.get(parent).states());
            // The working directory goes on.
            text.append("WORKDIR /\n");
        } else if (choice == 3) {
            text.append("FROM some/image:1 AS s").append(index).append('\n');
            for (int i = 0; i < 4; i++) {
                scribble(path(1 + random.nextInt(2)), "image");
            }
        } else {
            text.append("FROM scratch AS s").append(index).append('\n');
        }
        states.add(state());
        int steps = 2 + random.nextInt(8);
        for (int i = 0; i < steps; i++) {
            int mark = text.length();
            String before = workdir;
            Path backup = disk.resolve("backup");
            copyTree(root, backup);
            if (step(index)) {
                states.add(state());
            } else {
                // What fails would end the build: it is taken back.
                text.setLength(mark);
                workdir = before;
                delete(root);
                copyTree(backup, root);
            }
            delete(backup);
        }
        roots.add(root);
        stages.add(new Built(index, states));
    }

    /// Puts something at a path that the Dockerfile does not tell of, where it can be put.
    private void scribble(String path, String content) throws IOException {
        Path file = root.resolve(path.substring(1));
        for (Path above = file.getParent(); !above.equals(root); above = above.getParent()) {
            if (Files.isRegularFile(above)) {
                return;
            }
        }
        if (!Files.isDirectory(file)) {
            write(file, content);
        }
    }

    private String path(int depth) {
        var path = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            path.append('/').append(NAMES.get(random.nextInt(NAMES.size())));
        }
        return path.toString();
    }

    /// A path, mostly one that is there.
    private String somewhere(Path tree) throws IOException {
        List<String> paths = paths(tree);
        return paths.isEmpty() || random.nextInt(4) == 0
                ? path(1 + random.nextInt(3))
                : paths.get(random.nextInt(paths.size()));
    }

    private boolean step(int index) throws IOException {
        int kinds = switch (kind) {
            case COPIES -> 5;
            case KNOWN -> 8;
            case OPAQUE -> 10;
        };
        return switch (random.nextInt(kinds)) {
            case 0 -> workdir();
            case 1 -> copy(sent, "COPY ", workdir());
            case 2 -> copy(sent, "ADD ", true);
            case 3, 4 -> index == 0 ? copy(sent, "COPY ", true) : copyFromStage(index);
            case 5, 6 -> run(index);
            case 7 -> random.nextBoolean() ? heredoc() : run(index);
            case 8 -> unknownCommand();
            default -> conditional();
        };
    }

    private boolean workdir() throws IOException {
        workdir = random.nextBoolean() ? path(1) : "/";
        text.append("WORKDIR ").append(workdir).append('\n');
        return directories(root.resolve(workdir.substring(1)));
    }

    private static boolean directories(Path path) {
        try {
            Files.createDirectories(path);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private boolean heredoc() throws IOException {
        String to = random.nextBoolean() ? path(1) + "/" : path(2);
        text.append("COPY <<here ").append(to).append("\nhello\nhere\n");
        Path lone = Files.createDirectories(disk.resolve("heredoc"));
        Files.writeString(lone.resolve("here"), "heredoc");
        return copyOne(lone.resolve("here"), to, to.endsWith("/"));
    }

    private boolean copyFromStage(int index) throws IOException {
        int from = random.nextInt(index);
        return copy(roots.get(from), "COPY --from=s" + from + " ", true);
    }

    private boolean copy(Path from, String words, boolean goesOn) throws IOException {
        if (!goesOn) {
            return false;
        }
        var sources = new ArrayList<String>();
        for (int i = 0; i < (random.nextInt(4) == 0 ? 2 : 1); i++) {
            String source = random.nextInt(6) == 0 ? "/" : somewhere(from);
            if (random.nextInt(4) == 0 && source.length() > 1) {
                int slash = source.lastIndexOf('/');
                source = source.substring(0, slash + 1)
                        + (random.nextBoolean() ? "*" : "?" + source.substring(slash + 2));
            }
            sources.add(source);
        }
        String to = switch (random.nextInt(5)) {
            case 0 -> "/";
            case 1 -> ".";
            case 2 -> path(1) + "/";
            case 3 -> path(2);
            default -> somewhere(root);
        };
        if (sources.size() > 1 && !to.endsWith("/")) {
            to += "/";
        }
        text.append(words);
        for (String source : sources) {
            // `/` of a context is written `.`.
            text.append(source.equals("/") ? (from.equals(sent) ? "." : "/") : source)
                    .append(' ');
        }
        text.append(to).append('\n');
        String absolute = to.startsWith("/") ? to : workdir.equals("/") ? "/" + to : workdir + "/" + to;
        boolean isDirectory = to.endsWith("/") || to.equals(".");
        for (String source : sources) {
            List<Path> found = expand(from, source);
            if (found.isEmpty()) {
                return false;
            }
            for (Path path : found) {
                if (!copyOne(path, absolute, isDirectory)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static List<Path> expand(Path from, String pattern) throws IOException {
        List<Path> found = List.of(from);
        for (String part : pattern.substring(1).split("/", -1)) {
            var next = new ArrayList<Path>();
            for (Path directory : found) {
                if (part.isEmpty()) {
                    next.add(directory);
                } else if (Files.isDirectory(directory)) {
                    try (var names = Files.newDirectoryStream(directory, part.replace("[", "\\["))) {
                        names.forEach(next::add);
                    }
                }
            }
            next.sort(null);
            found = next;
        }
        return found;
    }

    /// Copies a file or the content of a directory, as BuildKit does.
    private boolean copyOne(Path from, String to, boolean isDirectory) throws IOException {
        Path target = root.resolve(to.substring(1)).normalize();
        if (!target.startsWith(root)) {
            throw new IllegalStateException(to + " leads out of the simulation");
        }
        if (Files.isDirectory(from)) {
            return copyTree(from, target);
        }
        if (isDirectory || Files.isDirectory(target)) {
            target = target.resolve(from.getFileName());
        }
        if (Files.isDirectory(target) || !directories(target.getParent())) {
            return false;
        }
        Files.copy(from, target, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    private static boolean copyTree(Path from, Path to) throws IOException {
        if (!directories(to)) {
            return false;
        }
        for (String relative : paths(from)) {
            Path source = from.resolve(relative.substring(1));
            Path target = to.resolve(relative.substring(1));
            if (Files.isDirectory(source)) {
                if (!directories(target)) {
                    return false;
                }
            } else if (Files.isDirectory(target)) {
                return false;
            } else {
                Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return true;
    }

    private boolean run(int index) throws IOException {
        if (index > 0 && random.nextInt(5) == 0) {
            return runWithMount(index);
        }
        var commands = new ArrayList<String>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            commands.add(command());
        }
        String script = String.join(" && ", commands);
        text.append("RUN ").append(script.replace("@", "")).append('\n');
        return shell(script.replace("@", root.toString()));
    }

    /// A command; `@` stands for the root before each absolute path.
    private String command() throws IOException {
        String some = "@" + somewhere(root);
        String other = "@" + somewhere(root);
        return switch (random.nextInt(11)) {
            case 0 -> "mkdir -p " + some;
            case 1 -> "touch " + some;
            case 2 -> "rm -rf " + some;
            case 3 -> "rm -f " + some + "/*";
            case 4 -> "rm " + some;
            case 5 -> "cp -r " + some + " " + other;
            case 6 -> "cp " + some + " " + other;
            case 7 -> "mv " + some + " " + other;
            case 8 -> "echo hi > " + some;
            case 9 -> "rm -rf " + some + "/*";
            default -> "cd " + some + " && mkdir -p sub && touch sub/f";
        };
    }

    private boolean runWithMount(int index) throws IOException {
        int from = random.nextInt(index);
        String source = somewhere(roots.get(from));
        String target = "/mnt";
        String to = somewhere(root);
        Path mounted = roots.get(from).resolve(source.substring(1));
        if (!Files.isDirectory(mounted)) {
            return true;
        }
        text.append("RUN --mount=type=bind,from=s%d,source=%s,target=%s cp -r %s/. %s\n"
                .formatted(from, source, target, target, to));
        return shell("cp -r %s/. %s%s".formatted(mounted, root, to));
    }

    /// Something that nobody looks into.
    private boolean unknownCommand() throws IOException {
        text.append("RUN ./configure\n");
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            if (random.nextBoolean()) {
                scribble(path(1 + random.nextInt(3)), "made");
            } else {
                shell("rm -rf " + root + somewhere(root));
            }
        }
        return true;
    }

    private boolean conditional() throws IOException {
        String some = "@" + somewhere(root);
        String script = switch (random.nextInt(3)) {
            case 0 -> "[ -e " + some + " ] || touch @" + somewhere(root);
            case 1 -> "if [ -e " + some + " ]; then rm -rf @" + somewhere(root) + "; fi";
            default -> "if [ -d " + some + " ]; then cp -r " + some + " @" + path(1) + "; fi";
        };
        text.append("RUN ").append(script.replace("@", "")).append('\n');
        return shell(script.replace("@", root.toString()));
    }

    private boolean shell(String script) throws IOException {
        try {
            return new ProcessBuilder("sh", "-c", script)
                            .directory(root.resolve(workdir.substring(1)).toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (IOException _) {
            // The working directory is gone.
            return false;
        }
    }

    private Map<String, String> state() throws IOException {
        var state = new HashMap<String, String>();
        for (String path : paths(root)) {
            Path file = root.resolve(path.substring(1));
            state.put(
                    path,
                    Files.isDirectory(file)
                            ? "/"
                            : Files.readString(file).lines().findFirst().orElse(""));
        }
        return state;
    }

    /// Every path below a directory, each directory before what is in it.
    static List<String> paths(Path tree) throws IOException {
        if (!Files.isDirectory(tree)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(tree)) {
            return walk.filter(path -> !path.equals(tree))
                    .map(path -> "/" + tree.relativize(path))
                    .sorted()
                    .toList();
        }
    }

    /// Removes a directory with all that is in it.
    static void delete(Path tree) {
        try (Stream<Path> walk = Files.walk(tree)) {
            walk.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Every path that any stage had at any time, and some that none had.
    Set<String> universe() {
        var universe = new HashSet<String>();
        for (Built stage : stages) {
            stage.states().forEach(state -> universe.addAll(state.keySet()));
        }
        for (int i = 0; i < 30; i++) {
            universe.add(path(1 + random.nextInt(3)));
        }
        return universe;
    }
}
