package dev.drydock.model.command;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.ShellScript;
import dev.drydock.model.build.Stage;
import dev.drydock.model.build.Step;
import dev.drydock.source.MappedText;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import dev.drydock.syntax.dockerfile.DockerfileReader;
import dev.drydock.syntax.shell.Dialect;
import dev.drydock.syntax.shell.Script;
import dev.drydock.syntax.shell.ShellReader;
import dev.drydock.syntax.shell.StatementCounter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Compares what the shell reader says of scripts with what `bash -n` and `dash -n` say: over the `RUN` bodies of a
/// directory of Dockerfiles, and over the same bodies with one significant character or word taken out or put in.
///
/// `java … dev.drydock.model.command.ShellComparison CORPUS [DAMAGED [EVERY]]` prints the counts and writes the
/// differences to `target/shell-differing.txt`.
public final class ShellComparison {

    /// What may not be lost without a script meaning something else, or nothing.
    private static final String SIGNIFICANT = "'\"(){}`;&|<>\\";

    private static final List<String> RESERVED = List.of(
            "if", "then", "else", "elif", "fi", "for", "in", "do", "done", "while", "until", "case", "esac", "{", "}",
            "!");

    /// A script and the shell that reads it.
    public record Body(String where, String text, Dialect dialect) {}

    /// One judged script.
    public record Verdict(Body body, boolean accepted, Script ours) {
        public boolean oursAccepts() {
            return ours.problems().isEmpty() && ours.bashisms().isEmpty();
        }
    }

    /// How well the reader and the shells agree.
    public static final class Counts {
        private int bodies;
        private int statements;
        private int unknown;
        private int rejected;
        private int found;
        private final List<Verdict> falseAlarms = new ArrayList<>();
        private final List<Verdict> missed = new ArrayList<>();

        public void add(Verdict verdict) {
            bodies++;
            if (verdict.accepted()) {
                var counter = new StatementCounter(verdict.ours());
                statements += counter.statements();
                unknown += counter.unknown();
                if (!verdict.oursAccepts()) {
                    falseAlarms.add(verdict);
                }
                return;
            }
            rejected++;
            if (verdict.oursAccepts()) {
                missed.add(verdict);
            } else {
                found++;
            }
        }

        public double unknownShare() {
            return (double) unknown / Math.max(1, statements);
        }

        public double foundShare() {
            return (double) found / Math.max(1, rejected);
        }

        public int rejected() {
            return rejected;
        }

        public List<Verdict> falseAlarms() {
            return falseAlarms;
        }

        @Override
        public String toString() {
            return bodies + " scripts, " + (bodies - rejected) + " accepted with " + statements + " statements, "
                    + unknown
                    + " unknown; problems where the shell has none: " + falseAlarms.size() + "; rejected " + rejected
                    + ", found " + found + " = " + Math.round(foundShare() * 10000) / 100.0 + " %";
        }

        public String differences() {
            var text = new StringBuilder();
            for (Verdict verdict : falseAlarms) {
                describe("FALSE", verdict, text);
            }
            for (Verdict verdict : missed) {
                describe("MISSED", verdict, text);
            }
            return text.toString();
        }

        private static void describe(String what, Verdict verdict, StringBuilder text) {
            text.append("======= ")
                    .append(what)
                    .append(' ')
                    .append(verdict.body().dialect());
            text.append(' ').append(verdict.body().where()).append('\n');
            verdict.ours().problems().forEach(problem -> text.append(problem).append('\n'));
            verdict.ours()
                    .bashisms()
                    .forEach(problem -> text.append("bash: ").append(problem).append('\n'));
            text.append(verdict.body().text()).append('\n');
        }
    }

    private ShellComparison() {}

    public static void main(String[] arguments) throws Exception {
        List<Body> bodies = bodies(Path.of(arguments[0]));
        int damaged = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 4000;
        Counts whole = compare(bodies);
        System.out.println("as they are: " + whole);
        Counts broken = compare(damaged(bodies, damaged, arguments.length > 2 ? Long.parseLong(arguments[2]) : 1));
        System.out.println("damaged: " + broken);
        Path report = Path.of("target", "shell-differing.txt");
        Files.writeString(report, whole.differences() + "#######\n" + broken.differences());
        System.out.println("differences are in " + report);
    }

    /// Judges scripts, each by its own shell.
    public static Counts compare(List<Body> bodies) throws IOException, InterruptedException {
        boolean[] accepted = new boolean[bodies.size()];
        for (Dialect dialect : Dialect.values()) {
            judge(bodies, dialect, accepted);
        }
        var counts = new Counts();
        for (int i = 0; i < bodies.size(); i++) {
            Body body = bodies.get(i);
            Source source = Source.of("script", body.text());
            var text = MappedText.of(source, new Span(0, source.text().length()));
            counts.add(new Verdict(body, accepted[i], ShellReader.read(text, body.dialect())));
        }
        return counts;
    }

    /// Lets one process start the shell for every script: a process for each from here would take minutes.
    private static void judge(List<Body> bodies, Dialect dialect, boolean[] accepted)
            throws IOException, InterruptedException {
        String shell = switch (dialect) {
            case BASH -> "bash";
            case POSIX -> "dash";
        };
        Path directory = Files.createTempDirectory("drydock-shells");
        try {
            for (int i = 0; i < bodies.size(); i++) {
                if (bodies.get(i).dialect() == dialect) {
                    Files.writeString(
                            directory.resolve(Integer.toString(i)),
                            bodies.get(i).text());
                }
            }
            Process process = new ProcessBuilder(
                            "sh",
                            "-c",
                            // bash tells of some faults inside [[ ]] and ends well all the same.
                            "cd \"$1\"; for f in *; do said=$($2 -n ./$f 2>&1) || continue; "
                                    + "case $said in *error*|*unexpected*|*expected*) ;; *) echo $f;; esac; done 2>/dev/null",
                            "sh",
                            directory.toString(),
                            shell)
                    .start();
            try (var lines = process.inputReader()) {
                lines.lines()
                        .filter(line -> !line.equals("*"))
                        .forEach(line -> accepted[Integer.parseInt(line)] = true);
            }
            process.waitFor();
        } finally {
            try (var files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(directory);
        }
    }

    /// Every script of the Dockerfiles in a directory, each text once a shell.
    public static List<Body> bodies(Path directory) throws IOException {
        List<Body> bodies = new ArrayList<>();
        Set<Map.Entry<String, Dialect>> seen = new HashSet<>();
        try (var files = Files.list(directory)) {
            for (Path path : files.sorted().toList()) {
                Source source = Source.of(path.getFileName().toString(), Files.readAllBytes(path));
                if (isTemplate(source.text())) {
                    continue;
                }
                for (Stage stage : new BuildFile(DockerfileReader.read(source)).stages()) {
                    for (Step step : stage.steps()) {
                        ShellScript script = step.script();
                        if (script == null || !script.shell().isBourne()) {
                            continue;
                        }
                        MappedText text = script.text();
                        if (seen.add(Map.entry(text.text(), script.dialect()))) {
                            int line = source.line(text.origin(0));
                            bodies.add(new Body(source.path() + ":" + line, text.text(), script.dialect()));
                        }
                    }
                }
            }
        }
        return bodies;
    }

    /// As many scripts as asked for, each one of `bodies` with one thing taken out or put in; every third is for
    /// `bash`, whatever its stage says.
    public static List<Body> damaged(List<Body> bodies, int count, long seed) {
        var random = new Random(seed);
        List<Body> damaged = new ArrayList<>();
        while (damaged.size() < count) {
            Body body = bodies.get(random.nextInt(bodies.size()));
            String text = random.nextInt(4) == 0 ? extended(body.text(), random) : lessened(body.text(), random);
            if (!text.equals(body.text())) {
                damaged.add(new Body(body.where(), text, damaged.size() % 3 == 0 ? Dialect.BASH : body.dialect()));
            }
        }
        return damaged;
    }

    private static String extended(String text, Random random) {
        int at = random.nextInt(text.length() + 1);
        String added = random.nextInt(4) == 0
                ? " " + RESERVED.get(random.nextInt(RESERVED.size())) + " "
                : String.valueOf(SIGNIFICANT.charAt(random.nextInt(SIGNIFICANT.length())));
        return text.substring(0, at) + added + text.substring(at);
    }

    private static String lessened(String text, Random random) {
        int start = random.nextInt(text.length() + 1);
        boolean word = random.nextInt(4) == 0;
        for (int i = 0; i < text.length(); i++) {
            int at = (start + i) % text.length();
            if (word ? Character.isLetter(text.charAt(at)) : SIGNIFICANT.indexOf(text.charAt(at)) >= 0) {
                int end = at + 1;
                while (word && end < text.length() && Character.isLetter(text.charAt(end))) {
                    end++;
                }
                if (!word || RESERVED.contains(text.substring(at, end))) {
                    return text.substring(0, at) + text.substring(end);
                }
                i += end - at - 1;
            }
        }
        return text;
    }

    private static boolean isTemplate(String text) {
        return text.contains("{{") || text.contains("{%") || text.contains("<%");
    }
}
