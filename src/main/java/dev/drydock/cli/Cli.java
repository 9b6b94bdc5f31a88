package dev.drydock.cli;

import dev.drydock.config.ConfigException;
import dev.drydock.report.Display;
import dev.drydock.rule.RuleIndex;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Finds the command in the arguments and runs it. What goes wrong is said in one line, never as a stack trace.
final class Cli {

    private final Surroundings surroundings;

    Cli(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// Runs a command.
    ///
    /// @return the exit code
    int run(String... args) {
        try {
            return dispatch(args).code();
        } catch (UsageException e) {
            complain(e.messages());
            return Exit.USAGE.code();
        } catch (ConfigException e) {
            complain(e.messages());
            return Exit.USAGE.code();
        } catch (IOException e) {
            // Who closes the pipe early has read enough.
            if (!String.valueOf(e.getMessage()).contains("Broken pipe")) {
                complain(List.of("cannot write the report: " + e.getMessage()));
            }
            return Exit.USAGE.code();
        } catch (OutOfMemoryError _) {
            complain(List.of("there is not enough memory for this; name fewer files, or lower limits: file-size in"
                    + " drydock.yaml"));
            return Exit.INTERNAL.code();
        } catch (RuntimeException | VirtualMachineError e) {
            StackTraceElement[] trace = e.getStackTrace();
            complain(List.of("internal error, please report it: " + e + (trace.length == 0 ? "" : " at " + trace[0])));
            return Exit.INTERNAL.code();
        }
    }

    private Exit dispatch(String[] args) throws UsageException, ConfigException, IOException {
        String first = args.length == 0 ? "" : args[0];
        String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        return switch (first) {
            case "check" -> check(rest);
            case "compose" -> compose(rest);
            case "graph" -> graph(rest);
            case "contents" -> contents(rest);
            case "explain" -> explain(rest);
            case "rules" -> rules(rest);
            case "completion" -> completion(rest);
            case "-h", "--help", "help" -> help(rest.length == 0 ? "" : rest[0]);
            case "-V", "--version" -> print("drydock " + RuleIndex.load().version() + "\n");
            default -> check(args);
        };
    }

    private Exit check(String[] args) throws UsageException, ConfigException, IOException {
        var arguments = Arguments.parse(Command.CHECK, args);
        return arguments.has("--help") ? help("check") : new CheckCommand(surroundings).run(arguments);
    }

    private Exit compose(String[] args) throws UsageException, IOException {
        var arguments = Arguments.parse(Command.COMPOSE, args);
        return arguments.has("--help") ? help("compose") : new ComposeCommand(surroundings).run(arguments);
    }

    private Exit graph(String[] args) throws UsageException, ConfigException, IOException {
        var arguments = Arguments.parse(Command.GRAPH, args);
        return arguments.has("--help") ? help("graph") : new GraphCommand(surroundings).run(arguments);
    }

    private Exit contents(String[] args) throws UsageException, ConfigException, IOException {
        var arguments = Arguments.parse(Command.CONTENTS, args);
        return arguments.has("--help") ? help("contents") : new ContentsCommand(surroundings).run(arguments);
    }

    private Exit explain(String[] args) throws UsageException, IOException {
        var arguments = Arguments.parse(Command.EXPLAIN, args);
        return arguments.has("--help")
                ? help("explain")
                : print(RuleCommands.explain(RuleIndex.load(), arguments.operands()));
    }

    private Exit rules(String[] args) throws UsageException, IOException {
        var arguments = Arguments.parse(Command.RULES, args);
        if (arguments.has("--help")) {
            return help("rules");
        }
        String format = arguments.oneOf("--format", "text", List.of("text", "json"));
        var index = RuleIndex.load();
        return print(format.equals("json") ? RuleCommands.json(index) : RuleCommands.table(index));
    }

    private Exit completion(String[] args) throws UsageException, IOException {
        var arguments = Arguments.parse(Command.COMPLETION, args);
        return arguments.has("--help")
                ? help("completion")
                : print(Completion.script(arguments.operands(), RuleIndex.load()));
    }

    private Exit help(String command) throws UsageException, IOException {
        return print(Help.of(command));
    }

    private Exit print(String text) throws IOException {
        OutputStream out = surroundings.out();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
        return Exit.CLEAN;
    }

    private void complain(List<String> messages) {
        var text = new StringBuilder();
        for (String message : messages) {
            text.append("drydock: ")
                    .append(Display.safe(message.replace('\n', ' ')))
                    .append('\n');
        }
        try {
            surroundings.err().write(text.toString().getBytes(StandardCharsets.UTF_8));
            surroundings.err().flush();
        } catch (IOException _) {
            // Nobody listens; the exit code still tells.
        }
    }
}
