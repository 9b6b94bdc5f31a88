package dev.drydock.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A command of the program: what it is called, what it does, and what it takes. Parsing, help and completion all
/// read this.
///
/// @param operand what the words that are no options are, or null where there are none
/// @param atLeast how many operands there must be
/// @param atMost how many operands there may be
record Command(
        String name,
        String description,
        List<Option> options,
        @Nullable String operand,
        String operandDescription,
        int atLeast,
        int atMost) {

    /// An option.
    ///
    /// @param name with its two hyphens
    /// @param letter the short form with its hyphen, or empty
    /// @param label what its value is called, or empty for an option without a value
    record Option(String name, String letter, String label, String description) {
        boolean takesValue() {
            return !label.isEmpty();
        }
    }

    private static final Option HELP = new Option("--help", "-h", "", "Prints this help.");

    private static final Option CONFIG = new Option(
            "--config", "", "FILE", "The configuration; else drydock.yaml, sought upward from the first PATH.");

    private static final Option NO_CONFIG = new Option("--no-config", "", "", "Uses no configuration file.");

    private static final Option LIMIT = new Option(
            "--limit",
            "",
            "NAME=VALUE[,...]",
            "How much is taken in, over what drydock.yaml says: file-size (2MiB), entries (300000) or nesting (200).");

    /// Of the commands that write one thing.
    private static final Option OUTPUT =
            new Option("--output", "", "FILE", "Writes to FILE instead of standard output.");

    static final Command CHECK = new Command(
            "check",
            "Lints Dockerfiles and Compose projects. This is the default command.",
            List.of(
                    HELP,
                    new Option("--format", "", "FORMAT", "How to report: text (default), json, sarif or github."),
                    new Option(
                            "--output",
                            "",
                            "[FORMAT=]FILE",
                            "Writes the report to FILE instead of standard output, or, with FORMAT=, in that format in"
                                    + " addition. May be given several times."),
                    new Option(
                            "--profile",
                            "",
                            "NAME",
                            "The set of rules: recommended (default), strict, security, hadolint or buildkit."),
                    new Option(
                            "--select",
                            "",
                            "RULE[,...]",
                            "Runs only these rules, even where the profile has them off; ids or aliases."),
                    new Option("--ignore", "", "RULE[,...]", "Does not run these rules; ids or aliases."),
                    new Option(
                            "--fail-on",
                            "",
                            "LEVEL",
                            "Exits with 1 for a finding of this level or above: error, warning (default), info, style or"
                                    + " none."),
                    new Option(
                            "--shellcheck",
                            "",
                            "WHEN",
                            "Asks ShellCheck about the scripts of RUN: auto (default: where it is installed), on or off."),
                    CONFIG,
                    NO_CONFIG,
                    LIMIT,
                    new Option(
                            "--cache",
                            "",
                            "DIR",
                            "Keeps results in DIR, and takes from there those that still hold. Whoever can write there"
                                    + " decides what is reported."),
                    new Option("--jobs", "", "N", "How many threads to use; else one for each processor."),
                    new Option("--quiet", "-q", "", "Writes one line a finding, and no summary."),
                    new Option(
                            "--color",
                            "",
                            "WHEN",
                            "auto (default: on a terminal, unless NO_COLOR is set), always or never."),
                    new Option(
                            "--stdin-filename", "", "PATH", "The file for which the text on standard input stands.")),
            "PATH",
            "Files or directories to lint (default: .); - reads a file from standard input.",
            0,
            Integer.MAX_VALUE);

    static final Command COMPOSE = new Command(
            "compose",
            "Prints the project that Compose files make together, with the place that each value came from.",
            List.of(HELP, new Option("--format", "", "FORMAT", "yaml (default) or json.")),
            "PATH",
            "A directory, whose files Compose would choose (default: .), or files, each laid over the one before.",
            0,
            Integer.MAX_VALUE);

    static final Command GRAPH = new Command(
            "graph",
            "Draws what a project builds from what, and what runs it: images, stages, contexts and services.",
            List.of(
                    HELP,
                    new Option("--format", "", "FORMAT", "mermaid (default), dot, svg or json."),
                    new Option(
                            "--file",
                            "-f",
                            "FILE",
                            "Draws only what this Compose file runs and builds. May be given several times: each file is"
                                    + " laid over the one before."),
                    OUTPUT,
                    CONFIG,
                    NO_CONFIG,
                    LIMIT),
            "PATH",
            "Files or directories to draw (default: .).",
            0,
            Integer.MAX_VALUE);

    static final Command CONTENTS = new Command(
            "contents",
            "Shows what the images of a project have: packages, files, and the place that brought each.",
            List.of(
                    HELP,
                    new Option(
                            "--target",
                            "-t",
                            "STAGE",
                            "The stage; else those that ship, or where none does, those that are built."),
                    new Option("--format", "", "FORMAT", "text (default) or json."),
                    OUTPUT,
                    CONFIG,
                    NO_CONFIG,
                    LIMIT),
            "PATH",
            "Dockerfiles, or directories with some (default: .).",
            0,
            Integer.MAX_VALUE);

    static final Command EXPLAIN = new Command(
            "explain",
            "Shows a rule's page: why it is there, what it flags and what it does not.",
            List.of(HELP),
            "RULE",
            "A rule's id, or the code that another tool uses for it, such as DL3006.",
            1,
            Integer.MAX_VALUE);

    static final Command RULES = new Command(
            "rules",
            "Lists every rule.",
            List.of(HELP, new Option("--format", "", "FORMAT", "text (default) or json.")),
            null,
            "",
            0,
            0);

    static final Command COMPLETION = new Command(
            "completion",
            "Prints a completion script for a shell.",
            List.of(HELP),
            "SHELL",
            "bash, zsh or fish.",
            1,
            1);

    static final List<Command> ALL = List.of(CHECK, COMPOSE, GRAPH, CONTENTS, EXPLAIN, RULES, COMPLETION);

    static final List<String> NAMES =
            List.of("check", "compose", "graph", "contents", "explain", "rules", "completion");

    /// The option that a word begins with, or null.
    @Nullable
    Option option(String word) {
        for (Option option : options) {
            if (option.name().equals(word)
                    || (!option.letter().isEmpty() && option.letter().equals(word))) {
                return option;
            }
        }
        return null;
    }
}
