package dev.drydock.cli;

import dev.drydock.source.Nearest;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The commands and their options, as picocli's programmatic model: its annotations cost four times as much at
/// start-up.
final class Commands {

    static final List<String> NAMES = List.of("check", "explain", "rules", "completion");

    private Commands() {}

    static CommandSpec check() {
        CommandSpec check = command("check", "Lints Dockerfiles and Compose projects. This is the default command.");
        check.addOption(value("--format", "FORMAT", "How to report: text (default), json, sarif or github."));
        check.addOption(value(
                "--output",
                "[FORMAT=]FILE",
                "Writes the report to FILE instead of standard output, or, with FORMAT=, in that format in addition. May be"
                        + " given several times."));
        check.addOption(value("--profile", "NAME", "The set of rules: recommended (default) or strict."));
        check.addOption(value(
                "--select",
                "RULE[,...]",
                "Runs only these rules, even where the profile has them off; ids or aliases."));
        check.addOption(value("--ignore", "RULE[,...]", "Does not run these rules; ids or aliases."));
        check.addOption(value(
                "--fail-on",
                "LEVEL",
                "Exits with 1 for a finding of this level or above: error, warning (default), info, style or none."));
        check.addOption(
                value("--config", "FILE", "The configuration; else drydock.yaml, sought upward from the first PATH."));
        check.addOption(flag("Uses no configuration file.", "--no-config"));
        check.addOption(value("--jobs", "N", "How many threads to use; else one for each processor."));
        check.addOption(flag("Writes one line a finding, and no summary.", "-q", "--quiet"));
        check.addOption(
                value("--color", "WHEN", "auto (default: on a terminal, unless NO_COLOR is set), always or never."));
        check.addOption(value("--stdin-filename", "PATH", "The file for which the text on standard input stands."));
        check.addPositional(PositionalParamSpec.builder()
                .paramLabel("PATH")
                .arity("0..*")
                .type(String[].class)
                .description("Files or directories to lint (default: .); - reads a file from standard input.")
                .build());
        return check;
    }

    static CommandSpec explain() {
        CommandSpec explain =
                command("explain", "Shows a rule's page: why it is there, what it flags and what it does not.");
        explain.addPositional(PositionalParamSpec.builder()
                .paramLabel("RULE")
                .arity("1..*")
                .required(true)
                .type(String[].class)
                .description("A rule's id, or the code that another tool uses for it, such as DL3006.")
                .build());
        return explain;
    }

    static CommandSpec rules() {
        CommandSpec rules = command("rules", "Lists every rule.");
        rules.addOption(value("--format", "FORMAT", "text (default) or json."));
        return rules;
    }

    static CommandSpec completion() {
        CommandSpec completion = command("completion", "Prints a completion script for a shell.");
        completion.addPositional(PositionalParamSpec.builder()
                .paramLabel("SHELL")
                .arity("1")
                .required(true)
                .type(String.class)
                .description("bash, zsh or fish.")
                .build());
        return completion;
    }

    static CommandSpec named(String name) throws UsageException {
        return switch (name) {
            case "check" -> check();
            case "explain" -> explain();
            case "rules" -> rules();
            case "completion" -> completion();
            case String _ -> throw new UsageException("no command " + name + Nearest.hint(name, NAMES));
        };
    }

    /// The help of one command, or of the whole program where the name is empty.
    static String help(String name) throws UsageException {
        if (!name.isEmpty() && !name.equals("check")) {
            return usage(named(name));
        }
        CommandSpec check = check();
        if (name.isEmpty()) {
            check.name("drydock");
            check.addOption(flag("Prints the version.", "-V", "--version"));
            check.usageMessage()
                    .description("Lints Dockerfiles and Compose projects, as one system.")
                    .customSynopsis(
                            "drydock [check] [OPTION]... [PATH]...",
                            "drydock explain RULE...",
                            "drydock rules [--format json]",
                            "drydock completion bash|zsh|fish");
        }
        check.usageMessage()
                .footerHeading("%nExit codes:%n")
                .footer(
                        "  0  nothing found at the level of --fail-on or above",
                        "  1  something found",
                        "  2  the command line, the configuration or a named file could not be read",
                        "  3  Drydock itself is at fault; everything else was still linted",
                        "",
                        "Examples:",
                        "  drydock                                  the project in this directory",
                        "  drydock check api/Dockerfile compose.yaml",
                        "  drydock --format github --output sarif=drydock.sarif",
                        "  drydock --select DL3006,no-latest-tag --fail-on none .",
                        "  drydock --stdin-filename api/Dockerfile - < buffer",
                        "",
                        "In a file, a comment silences a rule for the next instruction or node:",
                        "  # drydock ignore=pin-base-image built by us an hour ago");
        return usage(check);
    }

    private static String usage(CommandSpec command) {
        return new CommandLine(command).getUsageMessage(CommandLine.Help.Ansi.OFF);
    }

    private static CommandSpec command(String name, String description) {
        CommandSpec command = CommandSpec.create().name("drydock " + name);
        command.usageMessage()
                .description(description)
                .optionListHeading("%nOptions:%n")
                .parameterListHeading("%n")
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .width(100);
        command.addOption(flag("Prints this help.", "-h", "--help"));
        return command;
    }

    private static OptionSpec value(String name, String label, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .arity("1")
                .type(String[].class)
                .description(description)
                .build();
    }

    private static OptionSpec flag(String description, String... names) {
        return OptionSpec.builder(names)
                .arity("0")
                .type(boolean.class)
                .description(description)
                .usageHelp(names[names.length - 1].equals("--help"))
                .build();
    }
}
