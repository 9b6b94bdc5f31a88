package dev.drydock.model.command;

import dev.drydock.source.Span;
import dev.drydock.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the arguments of one package manager's command.
final class OperationReader {

    private final PackageManager manager;
    private final Command command;
    private final List<Argument> positionals = new ArrayList<>();
    private final List<PackageOperation.Option> options = new ArrayList<>();
    private boolean certain = true;

    OperationReader(PackageManager manager, Command command) {
        this.manager = manager;
        this.command = command;
    }

    @Nullable
    PackageOperation read() {
        if (manager.name().equals("pacman")) {
            return Pacman.read(manager, command);
        }
        arguments();
        String verb = "";
        int words = 0;
        PackageManager.Action action = null;
        if (positionals.size() > 1) {
            verb = positionals.get(0).value() + " " + positionals.get(1).value();
            action = manager.action(verb);
            words = 2;
        }
        if (action == null && !positionals.isEmpty()) {
            verb = positionals.getFirst().value();
            action = manager.action(verb);
            words = 1;
        }
        if (action == null) {
            return without();
        }
        if (action == PackageManager.Action.CLEAN && positionals.size() > words) {
            String longer = verb + " " + positionals.get(words).value();
            verb = manager.cleaned(longer).isEmpty() ? verb : longer;
        }
        variables();
        verbSwitches(verb);
        Span verbSpan =
                positionals.getFirst().span().to(positionals.get(words - 1).span());
        return operation(action, verb, verbSpan, positionals.subList(words, positionals.size()));
    }

    /// Goals of Maven and tasks of Gradle come in any number and order; `yarn` alone installs.
    private @Nullable PackageOperation without() {
        String bare = manager.bareVerb();
        if (positionals.isEmpty() && bare != null) {
            PackageManager.Action action = manager.action(bare);
            if (action != null && !command.has("--version") && !command.has("-v") && !command.has("--help")) {
                variables();
                return operation(action, "", command.executable().span(), List.of());
            }
        }
        if (manager.family().equals("java")) {
            return goals();
        }
        return null;
    }

    /// The first goal or task that is known to build; else the first that is there: projects have tasks of their
    /// own.
    private @Nullable PackageOperation goals() {
        for (Argument goal : positionals) {
            String name = goal.value();
            String task = name.substring(name.lastIndexOf(':') + 1);
            if (manager.action(name) != null || manager.action(task) != null) {
                return build(goal);
            }
        }
        if (positionals.isEmpty()) {
            return null;
        }
        return switch (positionals.getFirst().value()) {
            case "", "help", "wrapper", "init", "tasks", "projects" -> null;
            default -> build(positionals.getFirst());
        };
    }

    private PackageOperation build(Argument goal) {
        variables();
        return operation(PackageManager.Action.BUILD, goal.value(), goal.span(), List.of());
    }

    private PackageOperation operation(PackageManager.Action action, String verb, Span verbSpan, List<Argument> rest) {
        List<NamedPackage> packages = new ArrayList<>();
        boolean naming = switch (action) {
            case INSTALL, REMOVE, UPGRADE -> manager.namesPackages();
            case UPDATE, CLEAN -> false;
            case BUILD -> manager.runs(verb);
        };
        if (naming) {
            boolean one = manager.runs(verb) && !rest.isEmpty();
            for (Argument argument : one ? rest.subList(0, 1) : rest) {
                if (isMeta(argument)) {
                    continue;
                }
                NamedPackage named = PackageNames.read(manager, argument);
                if (named == null) {
                    certain = false;
                } else {
                    packages.add(named);
                }
            }
        }
        return new PackageOperation(manager, action, command, verb, verbSpan, packages, options, certain);
    }

    /// Words that stand for what the project lists or the compiler brings.
    private boolean isMeta(Argument argument) {
        return manager.family().equals("go")
                && switch (argument.value()) {
                    case "tool", "std", "cmd", "all" -> true;
                    case String _ -> false;
                };
    }

    private void arguments() {
        List<Argument> arguments = command.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            Argument argument = arguments.get(i);
            if (argument.is("--")) {
                // What follows a gem is for its extension's build.
                if (!manager.family().equals("ruby")) {
                    positionals.addAll(arguments.subList(i + 1, arguments.size()));
                }
                return;
            }
            if (!argument.isOption()) {
                if (!argument.text().isKnown() && argument.prefix().isEmpty()) {
                    certain = false;
                } else {
                    positionals.add(argument);
                }
                continue;
            }
            String text = argument.text().or(argument.prefix());
            int equals = text.indexOf('=');
            boolean isLong = text.startsWith("--")
                    || manager.family().equals("go")
                    || (text.length() > 2 && manager.takesValue(equals < 0 ? text : text.substring(0, equals)));
            if (isLong && equals < 0 && manager.takesValue(text) && i + 1 < arguments.size()) {
                option(text, arguments.get(++i), argument.span());
            } else if (isLong) {
                Argument value = equals < 0 ? null : valueAfter(argument, equals);
                option(equals < 0 ? text : text.substring(0, equals), value, argument.span());
            } else {
                i = cluster(arguments, i, text);
            }
        }
    }

    /// Reads `-y`, `-yq`, `-t name`, `-rfile` and single-dash long options, which no letters stand for.
    private int cluster(List<Argument> arguments, int at, String text) {
        Argument argument = arguments.get(at);
        for (int i = 1; i < text.length(); i++) {
            String letter = "-" + text.charAt(i);
            if (!manager.takesValue(letter)) {
                option(letter, null, argument.span());
                continue;
            }
            if (i + 1 < text.length()) {
                int cut = text.charAt(i + 1) == '=' ? i + 1 : i;
                option(letter, valueAfter(argument, cut), argument.span());
            } else if (at + 1 < arguments.size()) {
                option(letter, arguments.get(at + 1), argument.span());
                return at + 1;
            }
            return at;
        }
        if (text.length() > 2) {
            option(text, null, argument.span());
        }
        return at;
    }

    private static Argument valueAfter(Argument argument, int cut) {
        String prefix = argument.prefix().length() > cut ? argument.prefix().substring(cut + 1) : "";
        return new Argument(argument.text().isKnown() ? Text.of(prefix) : Text.unknown(), prefix, argument.word());
    }

    private void option(String name, @Nullable Argument value, Span span) {
        Span whole = value == null ? span : span.to(value.span());
        String written = value == null ? name : name + "=" + value.text().or(value.prefix());
        String canonical = value != null && manager.family().equals("deb") ? setting(name, written) : written;
        for (Map.Entry<Switch, List<String>> entry : manager.switches().entrySet()) {
            for (String pattern : entry.getValue()) {
                if (pattern.equals(name) || matches(pattern, canonical)) {
                    options.add(new PackageOperation.Option(entry.getKey(), value, written, whole));
                    break;
                }
            }
        }
    }

    /// Apt's settings have no case, and the option for them a long form.
    private static String setting(String name, String written) {
        return switch (name) {
            case "-o" -> written.toLowerCase(Locale.ROOT);
            case "--option" -> "-o" + written.substring(name.length()).toLowerCase(Locale.ROOT);
            case String _ -> written;
        };
    }

    /// Verbs that mean a switch, such as `npm ci` or `yarn global add`.
    private void verbSwitches(String verb) {
        for (Map.Entry<Switch, List<String>> entry : manager.switches().entrySet()) {
            if (entry.getValue().contains(verb)) {
                Span span = positionals.getFirst().span();
                options.add(new PackageOperation.Option(entry.getKey(), null, verb, span));
            }
        }
    }

    private void variables() {
        for (Map.Entry<Switch, List<String>> entry : manager.switches().entrySet()) {
            for (String pattern : entry.getValue()) {
                int equals = pattern.indexOf('=');
                if (equals < 0 || pattern.charAt(0) == '-') {
                    continue;
                }
                Text value = command.variable(pattern.substring(0, equals));
                String wanted = pattern.substring(equals + 1);
                if (value instanceof Text.Known(String known)
                        && (!wanted.equals("*") || isOn(known))
                        && matches(wanted, known)) {
                    options.add(new PackageOperation.Option(
                            entry.getKey(), null, pattern.substring(0, equals), command.span()));
                }
            }
        }
    }

    private static boolean isOn(String value) {
        return switch (value) {
            case "", "0", "no", "off", "false", "False", "FALSE" -> false;
            default -> true;
        };
    }

    /// Whether `text` is what `pattern` says, where `*` at its end or around its last part is any text.
    private static boolean matches(String pattern, String text) {
        int star = pattern.indexOf('*');
        if (star < 0) {
            return pattern.equals(text);
        }
        if (!text.startsWith(pattern.substring(0, star))) {
            return false;
        }
        String rest = pattern.substring(star + 1);
        String part = rest.endsWith("*") ? rest.substring(0, rest.length() - 1) : rest;
        return text.indexOf(part, star) >= 0;
    }
}
