package dev.drydock.cli;

import dev.drydock.cli.Command.Option;
import dev.drydock.source.Nearest;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The help of the program and of its commands, laid out by picocli.
final class Help {

    private static final String[] FOOTER = {
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
        "  # drydock ignore=pin-base-image built by us an hour ago",
    };

    private Help() {}

    /// The help of one command, or of the whole program where the name is empty.
    static String of(String name) throws UsageException {
        if (name.isEmpty()) {
            CommandSpec all = spec(Command.CHECK, "drydock");
            all.addOption(option(new Option("--version", "-V", "", "Prints the version.")));
            all.usageMessage()
                    .description("Lints Dockerfiles and Compose projects, as one system.")
                    .customSynopsis(
                            "drydock [check] [OPTION]... [PATH]...",
                            "       drydock compose [--format json] [PATH]...",
                            "       drydock graph [--format dot|svg|json] [PATH]...",
                            "       drydock explain RULE...",
                            "       drydock rules [--format json]",
                            "       drydock completion bash|zsh|fish");
            return usage(withFooter(all));
        }
        for (Command command : Command.ALL) {
            if (command.name().equals(name)) {
                CommandSpec spec = spec(command, "drydock " + name);
                return usage(command.equals(Command.CHECK) ? withFooter(spec) : spec);
            }
        }
        throw new UsageException("no command " + name + Nearest.hint(name, Command.NAMES));
    }

    private static CommandSpec spec(Command command, String name) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.usageMessage()
                .description(command.description())
                .optionListHeading("%nOptions:%n")
                .parameterListHeading("%n")
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .width(100);
        for (Option option : command.options()) {
            spec.addOption(option(option));
        }
        if (command.operand() != null) {
            String last = command.atMost() == 1 ? "1" : "*";
            spec.addPositional(PositionalParamSpec.builder()
                    .paramLabel(command.operand())
                    .arity(command.atLeast() + (command.atMost() == 1 ? "" : ".." + last))
                    .type(String[].class)
                    .description(command.operandDescription())
                    .build());
        }
        return spec;
    }

    private static OptionSpec option(Option option) {
        var names = new ArrayList<String>();
        if (!option.letter().isEmpty()) {
            names.add(option.letter());
        }
        names.add(option.name());
        var spec = OptionSpec.builder(names.toArray(new String[0])).description(option.description());
        return option.takesValue()
                ? spec.paramLabel(option.label()).arity("1").type(String.class).build()
                : spec.arity("0").type(boolean.class).build();
    }

    private static CommandSpec withFooter(CommandSpec spec) {
        spec.usageMessage().footerHeading("%nExit codes:%n").footer(FOOTER);
        return spec;
    }

    private static String usage(CommandSpec spec) {
        String usage = new CommandLine(spec).getUsageMessage(CommandLine.Help.Ansi.OFF);
        List<String> lines = usage.lines().map(String::stripTrailing).toList();
        return String.join("\n", lines) + "\n";
    }
}
