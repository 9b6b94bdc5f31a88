package dev.drydock.cli;

import dev.drydock.cli.Command.Option;
import dev.drydock.source.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The arguments of one command, parsed: `--option value`, `--option=value`, `-q`, operands, and `--`, after which
/// all are operands.
///
/// By hand, because picocli's parser costs a quarter of a short run; `docs/decisions/0002-picocli.md`.
final class Arguments {

    private final Map<String, List<String>> options = new HashMap<>();
    private final List<String> operands = new ArrayList<>();

    private Arguments() {}

    /// Parses what follows the command's name.
    ///
    /// @throws UsageException where the command does not take it
    static Arguments parse(Command command, String... args) throws UsageException {
        var arguments = new Arguments();
        boolean onlyOperands = false;
        for (int i = 0; i < args.length; i++) {
            String word = args[i];
            if (onlyOperands || word.length() < 2 || word.charAt(0) != '-') {
                arguments.operands.add(word);
                continue;
            }
            if (word.equals("--")) {
                onlyOperands = true;
                continue;
            }
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            String name = equals < 0 ? word : word.substring(0, equals);
            Option option = command.option(name);
            if (option == null) {
                throw new UsageException("unknown option " + name + Nearest.hint(name, names(command)));
            }
            String value = equals < 0 ? "" : word.substring(equals + 1);
            if (option.takesValue() && equals < 0) {
                if (++i == args.length) {
                    throw new UsageException(name + " needs a value: " + option.label());
                }
                value = args[i];
            } else if (!option.takesValue() && equals >= 0) {
                throw new UsageException(name + " takes no value");
            }
            arguments
                    .options
                    .computeIfAbsent(option.name(), _ -> new ArrayList<>())
                    .add(value);
        }
        if (!arguments.has("--help")) {
            arguments.count(command);
        }
        return arguments;
    }

    private void count(Command command) throws UsageException {
        if (operands.size() < command.atLeast()) {
            throw new UsageException(
                    command.name() + " needs a " + command.operand() + ": " + command.operandDescription());
        }
        if (operands.size() > command.atMost()) {
            throw new UsageException(command.name() + " does not take " + operands.get(command.atMost()));
        }
    }

    private static List<String> names(Command command) {
        var names = new ArrayList<String>();
        for (Option option : command.options()) {
            names.add(option.name());
        }
        return names;
    }

    boolean has(String option) {
        return options.containsKey(option);
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
        return options.getOrDefault(option, List.of());
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

    /// The words that are no options.
    List<String> operands() {
        return operands;
    }
}
