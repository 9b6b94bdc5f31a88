package dev.drydock.cli;

import dev.drydock.config.Config;
import dev.drydock.config.Config.FailOn;
import dev.drydock.config.ConfigException;
import dev.drydock.config.Settings;
import dev.drydock.engine.Discovery;
import dev.drydock.engine.Engine;
import dev.drydock.engine.Project;
import dev.drydock.engine.ResultCache;
import dev.drydock.report.Format;
import dev.drydock.report.Run;
import dev.drydock.report.Viewpoint;
import dev.drydock.rule.Companion;
import dev.drydock.rule.Finding;
import dev.drydock.rule.Outcome;
import dev.drydock.rule.Outcome.Fault;
import dev.drydock.rule.Rule;
import dev.drydock.rule.RuleIndex;
import dev.drydock.rule.RuleInfo;
import dev.drydock.rules.Rules;
import dev.drydock.shellcheck.ShellCheck;
import dev.drydock.source.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The command `check`: finds the project, lints it, reports.
final class CheckCommand {

    /// How long ShellCheck may take for the scripts that it gets at once.
    private static final long SHELLCHECK_SECONDS = 120;

    private final Surroundings surroundings;
    private final List<Rule> rules;
    private final RuleIndex index;

    CheckCommand(Surroundings surroundings) {
        this(surroundings, Rules.all(), RuleIndex.load());
    }

    CheckCommand(Surroundings surroundings, List<Rule> rules, RuleIndex index) {
        this.surroundings = surroundings;
        this.rules = rules;
        this.index = index;
    }

    Exit run(Arguments arguments) throws UsageException, ConfigException, IOException {
        List<Output> outputs = Output.of(arguments, surroundings.directory());
        String color = arguments.oneOf("--color", "auto", List.of("auto", "always", "never"));
        Settings.Choice choice = choice(arguments);
        int jobs = jobs(arguments);
        Caching caching = Caching.of(arguments, surroundings.directory());
        List<String> paths = arguments.operands();
        Found found = paths.contains("-")
                ? standardInput(arguments, paths, choice)
                : files(arguments, paths.isEmpty() ? List.of(".") : paths, choice);

        Companion companion = shellCheck(arguments, found.settings());
        ResultCache cache = caching == null ? null : caching.open(found.config(), choice, found.root());
        var engine = new Engine(rules, found.settings(), index, jobs, companion, cache);
        Outcome checked = engine.check(found.project());
        var faults = new ArrayList<>(found.faults());
        faults.addAll(checked.faults());
        var outcome = new Outcome(checked.findings(), checked.suppressed(), faults, checked.files());

        var run = new Run(outcome, index);
        var from = Viewpoint.of(surroundings.directory().toRealPath(), found.root());
        var style = new Format.Style(isColored(color), arguments.has("--quiet"), from);
        for (Output output : outputs) {
            output.write(run, style, surroundings.out());
        }
        return exit(outcome, found.settings().failOn());
    }

    /// What a run looks at, and how.
    private record Found(Path root, Project project, ConfigFile config, Settings settings, List<Fault> faults) {}

    private Found files(Arguments arguments, List<String> paths, Settings.Choice choice)
            throws UsageException, ConfigException, IOException {
        var named = new ArrayList<Path>();
        for (String path : paths) {
            named.add(surroundings.directory().resolve(path));
        }
        Path first = named.getFirst();
        Path start = Files.isDirectory(first) ? first : directory(first);
        ConfigFile config = ConfigFile.of(arguments, surroundings.directory(), start, index);
        Discovery.Found found = Discovery.find(
                named,
                root -> Discovery.Choice.of(Settings.of(index, config.config(), choice, config.base(root)), List.of()));
        Settings settings = Settings.of(index, config.config(), choice, config.base(found.root()));
        return new Found(found.root(), found.project(), config, settings, asNamed(found.faults(), paths));
    }

    /// Faults with the paths as they were typed, and a word on what may have been meant.
    private List<Fault> asNamed(List<Fault> faults, List<String> paths) {
        var named = new ArrayList<Fault>();
        for (Fault fault : faults) {
            String where = fault.where();
            String message = fault.message();
            for (String path : paths) {
                if (surroundings.directory().resolve(path).toString().equals(where)) {
                    where = path;
                    message += Nearest.hint(path, Command.NAMES);
                }
            }
            named.add(new Fault(fault.kind(), where, message));
        }
        return named;
    }

    private Found standardInput(Arguments arguments, List<String> paths, Settings.Choice choice)
            throws UsageException, ConfigException, IOException {
        if (paths.size() > 1) {
            throw new UsageException("- is linted alone; name the other files in another run");
        }
        String name = arguments.last("--stdin-filename");
        Path file = surroundings.directory().resolve(name == null ? "Dockerfile" : name);
        Path directory = directory(file);
        if (!Files.isDirectory(directory)) {
            throw new UsageException("--stdin-filename " + name + ": no such directory");
        }
        ConfigFile config = ConfigFile.of(arguments, surroundings.directory(), directory, index);
        Discovery.Found found = Discovery.find(
                List.of(directory),
                root -> Discovery.Choice.of(Settings.of(index, config.config(), choice, config.base(root)), List.of()));
        Settings settings = Settings.of(index, config.config(), choice, config.base(found.root()));
        String path = slashed(found.root().relativize(directory.toRealPath().resolve(file.getFileName())));
        Project project = found.project();
        var dockerfiles = new ArrayList<>(project.dockerfiles());
        var composeFiles = new ArrayList<>(project.composeFiles());
        List<String> kind = path.endsWith(".yaml") || path.endsWith(".yml") ? composeFiles : dockerfiles;
        if (!kind.contains(path)) {
            kind.add(path);
            kind.sort(null);
        }
        int most = (int) settings.limits().fileSize();
        var tree = new StandardInput(project.tree(), path, surroundings.in().readNBytes(most + 1));
        // What of the project was not looked through does not matter to the one file.
        var only = new Project(tree, dockerfiles, composeFiles, Set.of(path));
        return new Found(found.root(), only, config, settings, found.faults());
    }

    /// ShellCheck, where it is wanted and there.
    private @Nullable Companion shellCheck(Arguments arguments, Settings settings) throws UsageException {
        String when = arguments.oneOf("--shellcheck", settings.shellCheck(), Config.SHELLCHECK);
        if (when.equals("off") || !settings.wantsShellCheck()) {
            return null;
        }
        Path program = ShellCheck.find(surroundings.environment().variable("PATH"));
        if (program == null) {
            if (when.equals("on")) {
                throw new UsageException("shellcheck is on, and no directory of PATH has it");
            }
            return null;
        }
        return new ShellCheck(program, cache(), SHELLCHECK_SECONDS);
    }

    /// Where what can be made again is kept, as the XDG base directory specification has it; null where there is no
    /// such place.
    private @Nullable Path cache() {
        String caches = surroundings.environment().variable("XDG_CACHE_HOME");
        if (caches != null && caches.startsWith("/")) {
            return Path.of(caches, "drydock", "shellcheck");
        }
        String home = surroundings.environment().variable("HOME");
        return home == null || !home.startsWith("/") ? null : Path.of(home, ".cache", "drydock", "shellcheck");
    }

    private Settings.Choice choice(Arguments arguments) throws UsageException {
        String profile = arguments.last("--profile");
        if (profile != null) {
            profile = arguments.oneOf("--profile", profile, List.copyOf(index.profiles()));
        }
        String failOn = arguments.last("--fail-on");
        FailOn level = failOn == null ? null : FailOn.of(failOn);
        if (failOn != null && level == null) {
            arguments.oneOf("--fail-on", failOn, Config.FailOn.WORDS);
        }
        return new Settings.Choice(profile, level, ids(arguments.list("--select")), ids(arguments.list("--ignore")));
    }

    private Set<String> ids(List<String> names) throws UsageException {
        if (names.isEmpty()) {
            return Set.of();
        }
        var ids = new HashSet<String>();
        for (RuleInfo rule : RuleCommands.named(index, names)) {
            ids.add(rule.id());
        }
        return ids;
    }

    private static int jobs(Arguments arguments) throws UsageException {
        String jobs = arguments.last("--jobs");
        if (jobs == null) {
            return Runtime.getRuntime().availableProcessors();
        }
        try {
            int count = Integer.parseInt(jobs);
            if (count >= 1 && count <= 1024) {
                return count;
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        throw new UsageException("--jobs " + jobs + ": it is a number from 1 to 1024");
    }

    private boolean isColored(String when) {
        if (!when.equals("auto")) {
            return when.equals("always");
        }
        String noColor = surroundings.environment().variable("NO_COLOR");
        return surroundings.terminal()
                && (noColor == null || noColor.isEmpty())
                && !"dumb".equals(surroundings.environment().variable("TERM"));
    }

    private static String slashed(Path relative) {
        var text = new StringBuilder();
        for (Path part : relative) {
            text.append(text.isEmpty() ? "" : "/").append(part);
        }
        return text.toString();
    }

    private static Path directory(Path file) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        return parent == null ? file : parent;
    }

    /// The gravest of what happened.
    private static Exit exit(Outcome outcome, FailOn failOn) {
        Exit exit = Exit.CLEAN;
        for (Finding finding : outcome.findings()) {
            exit = failOn.fails(finding.level()) ? Exit.FOUND : exit;
        }
        for (Fault fault : outcome.faults()) {
            Exit asked = switch (fault.kind()) {
                case INPUT -> Exit.USAGE;
                case INTERNAL -> Exit.INTERNAL;
            };
            exit = asked.compareTo(exit) > 0 ? asked : exit;
        }
        return exit;
    }
}
