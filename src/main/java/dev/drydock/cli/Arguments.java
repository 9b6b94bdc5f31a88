package dev.drydock.cli;

import dev.drydock.source.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// The arguments of one command, parsed.
final class Arguments {

    private final ParseResult parsed;

    private Arguments(ParseResult parsed) {
        this.parsed = parsed;
    }

    static Arguments parse(CommandSpec command, String... args) throws UsageException {
        try {
            return new Arguments(new CommandLine(command).parseArgs(args));
        } catch (CommandLine.UnmatchedArgumentException e) {
            String unknown = e.getUnmatched().getFirst();
            var names = new ArrayList<>(command.optionsMap().keySet());
            int equals = unknown.indexOf('=');
            String name = equals < 0 ? unknown : unknown.substring(0, equals);
            throw new UsageException("unknown argument " + unknown + Nearest.hint(name, names));
        } catch (CommandLine.ParameterException e) {
            String message = String.valueOf(e.getMessage());
            throw new UsageException(message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1));
        }
    }

    boolean has(String option) {
        return parsed.hasMatchedOption(option);
    }

    /// The last value of an option, or null.
    @Nullable
    String last(String option) {
        List<String> all = all(option);
        return all.isEmpty() ? null : all.getLast();
    }

    /// The value of an option that takes one of some words.
    String oneOf(String option, String otherwise, List<String> words) throws UsageException {
        String word = last(option);
        if (word == null) {
            return otherwise;
        }
        if (!words.contains(word)) {
            throw new UsageException(
                    option + " " + word + ": it is one of " + String.join(", ", words) + Nearest.hint(word, words));
        }
        return word;
    }

    /// The values of an option, as they were given.
    List<String> all(String option) {
        OptionSpec matched = parsed.matchedOption(option);
        return matched == null ? List.of() : matched.stringValues();
    }

    /// The values of an option that takes lists with commas.
    List<String> list(String option) {
        var values = new ArrayList<String>();
        for (String value : all(option)) {
            int at = 0;
            while (at <= value.length()) {
                int comma = value.indexOf(',', at);
                int end = comma < 0 ? value.length() : comma;
                String part = value.substring(at, end).strip();
                if (!part.isEmpty()) {
                    values.add(part);
                }
                at = end + 1;
            }
        }
        return values;
    }

    List<String> positionals() {
        var values = new ArrayList<String>();
        for (PositionalParamSpec positional : parsed.matchedPositionals()) {
            values.addAll(positional.stringValues());
        }
        return values;
    }
}
