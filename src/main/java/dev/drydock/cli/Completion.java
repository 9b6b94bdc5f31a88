package dev.drydock.cli;

import dev.drydock.cli.Command.Option;
import dev.drydock.graph.GraphFormat;
import dev.drydock.rule.RuleIndex;
import dev.drydock.rule.RuleInfo;
import dev.drydock.source.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Completion scripts for shells, written from the commands' own model.
final class Completion {

    private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    /// The words that an option takes. Options that are not here take files.
    private static final Map<String, List<String>> WORDS = Map.of(
            "--format", List.of("text", "json", "sarif", "github"),
            "--profile", List.of("recommended", "strict"),
            "--fail-on", List.of("error", "warning", "info", "style", "none"),
            "--color", List.of("auto", "always", "never"),
            "--jobs", List.of());

    private Completion() {}

    static String script(List<String> shell, RuleIndex index) throws UsageException {
        String name = shell.getFirst();
        return switch (name) {
            case "bash" -> bash(index);
            // zsh reads bash's scripts after this.
            case "zsh" -> "#compdef drydock\nautoload -U +X bashcompinit && bashcompinit\n" + bash(index);
            case "fish" -> fish(index);
            case String _ ->
                throw new UsageException("no completion for " + name + "; it is one of " + String.join(", ", SHELLS)
                        + Nearest.hint(name, SHELLS));
        };
    }

    private static String ids(RuleIndex index) {
        return String.join(" ", index.infos().stream().map(RuleInfo::id).toList());
    }

    private static String bash(RuleIndex index) {
        var out = new StringBuilder("_drydock() {\n");
        out.append("  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=check\n");
        out.append("  COMPREPLY=()\n");
        out.append("  case ${COMP_WORDS[1]} in ")
                .append(String.join("|", Command.NAMES))
                .append(") [ \"$COMP_CWORD\" -gt 1 ] && command=${COMP_WORDS[1]} ;; esac\n");
        out.append("  case $command$before in\n");
        out.append("    graph--format) ").append(words(String.join(" ", GraphFormat.WORDS)));
        out.append("    compose--format) ").append(words("yaml json"));
        out.append("  esac\n  case $before in\n");
        for (Option option : Command.CHECK.options()) {
            String name = option.name();
            if (!option.takesValue()) {
                continue;
            }
            if (isRules(name)) {
                out.append("    ").append(name).append(") ").append(words(ids(index)));
            } else if (WORDS.containsKey(name)) {
                out.append("    ").append(name).append(") ").append(words(String.join(" ", WORDS.get(name))));
            } else {
                out.append("    ").append(name).append(") COMPREPLY=($(compgen -f -- \"$word\")); return ;;\n");
            }
        }
        out.append("  esac\n  case $command in\n");
        for (Command command : Command.ALL) {
            out.append("    ").append(command.name()).append(")\n      case $word in -*) ");
            out.append(words(String.join(" ", options(command)))).append("      esac\n");
            switch (command.name()) {
                case "explain" -> out.append("      ").append(words(ids(index)));
                case "completion" -> out.append("      ").append(words(String.join(" ", SHELLS)));
                default -> out.append("      ;;\n");
            }
        }
        out.append("  esac\n  COMPREPLY=($(compgen -f -- \"$word\"))\n");
        out.append("  [ \"$COMP_CWORD\" -eq 1 ] && COMPREPLY+=($(compgen -W '")
                .append(String.join(" ", Command.NAMES))
                .append("' -- \"$word\"))\n}\n");
        return out.append("complete -o filenames -F _drydock drydock\n").toString();
    }

    private static String words(String words) {
        return "COMPREPLY=($(compgen -W '" + words + "' -- \"$word\")); return ;;\n";
    }

    private static String fish(RuleIndex index) {
        var out = new StringBuilder();
        String other = "not __fish_seen_subcommand_from compose graph explain rules completion";
        for (Command command : Command.ALL) {
            fish(out, "__fish_use_subcommand", "-a " + command.name(), description(command.description()));
        }
        for (Option option : Command.CHECK.options()) {
            String name = option.name();
            var spec = new StringBuilder("-l ").append(name.substring(2));
            if (option.takesValue()) {
                spec.append(" -r");
                if (isRules(name)) {
                    spec.append(" -f -a '").append(ids(index)).append('\'');
                } else if (WORDS.containsKey(name)) {
                    spec.append(" -f -a '")
                            .append(String.join(" ", WORDS.get(name)))
                            .append('\'');
                }
            }
            fish(out, other, spec.toString(), description(option.description()));
        }
        fish(out, "__fish_seen_subcommand_from graph", "-l format -r -f -a 'mermaid dot svg json'", "How to draw");
        fish(out, "__fish_seen_subcommand_from compose", "-l format -r -f -a 'yaml json'", "How to print");
        fish(out, "__fish_seen_subcommand_from rules", "-l format -r -f -a 'text json'", "How to report");
        fish(out, "__fish_seen_subcommand_from explain", "-f -a '" + ids(index) + "'", "rule");
        fish(out, "__fish_seen_subcommand_from completion", "-f -a '" + String.join(" ", SHELLS) + "'", "shell");
        return out.toString();
    }

    private static void fish(StringBuilder out, String condition, String spec, String description) {
        out.append("complete -c drydock -n '").append(condition).append("' ").append(spec);
        out.append(" -d '").append(description).append("'\n");
    }

    private static String description(String text) {
        int stop = text.indexOf('.');
        return (stop < 0 ? text : text.substring(0, stop)).replace("'", "");
    }

    private static boolean isRules(String option) {
        return option.equals("--select") || option.equals("--ignore");
    }

    private static List<String> options(Command command) {
        var names = new ArrayList<String>();
        for (Option option : command.options()) {
            names.add(option.name());
        }
        return names;
    }
}
