package dev.drydock.engine;

import dev.drydock.model.Workspace;
import dev.drydock.model.build.BuildFile;
import dev.drydock.model.compose.ComposeFile;
import dev.drydock.model.compose.ComposeProject;
import dev.drydock.rule.Companion;
import dev.drydock.rule.Finding;
import dev.drydock.rule.Judge;
import dev.drydock.rule.Options;
import dev.drydock.rule.Outcome;
import dev.drydock.rule.Outcome.Fault;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.rule.RuleIndex;
import dev.drydock.rule.RuleInfo;
import dev.drydock.rule.Severity;
import dev.drydock.source.Source;
import dev.drydock.source.Tree;
import dev.drydock.syntax.dockerfile.DockerfileReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Runs rules over projects.
public final class Engine {

    private final List<Active> ofDockerfiles = new ArrayList<>();
    private final List<Active> ofProjects = new ArrayList<>();
    private final List<Rule> rules;
    private final Judge judge;
    private final RuleIndex index;
    private final int jobs;
    private final @Nullable Companion companion;
    private final @Nullable ResultCache cache;

    /// A rule that is on somewhere, and what would else be looked up for each file.
    record Active(Rule rule, String id, Severity level, Options options) {}

    /// An engine for these rules.
    ///
    /// @param index tells which rules a name in a suppression comment means
    /// @param jobs how many threads may read and check files
    public Engine(List<Rule> rules, Judge judge, RuleIndex index, int jobs) {
        this(rules, judge, index, jobs, null, null);
    }

    /// An engine for these rules, and for another program that checks too.
    ///
    /// @param index tells which rules a name in a suppression comment means
    /// @param jobs how many threads may read and check files
    /// @param companion the other program, or null
    /// @param cache what earlier runs of the same rules and the same judge found, or null
    public Engine(
            List<Rule> rules,
            Judge judge,
            RuleIndex index,
            int jobs,
            @Nullable Companion companion,
            @Nullable ResultCache cache) {
        this.rules = List.copyOf(rules);
        this.judge = judge;
        this.index = index;
        this.jobs = jobs;
        this.companion = companion;
        this.cache = cache;
        for (Rule rule : rules) {
            String id = rule.id();
            List<Active> those = switch (rule) {
                case Rule.OnDockerfile _ -> ofDockerfiles;
                case Rule.OnProject _ -> ofProjects;
                case Rule.OnComments _ -> List.of();
            };
            if (!(rule instanceof Rule.OnComments) && judge.isOn(id)) {
                those.add(new Active(rule, id, judge.defaultLevel(id), judge.options(id)));
            }
        }
    }

    /// A project that was read.
    ///
    /// @param faults files that could not be read
    public record Read(Workspace workspace, List<Fault> faults) {
        public Read {
            faults = List.copyOf(faults);
        }
    }

    /// What was found by one task, in one file or in several that belong together.
    ///
    /// @param files what is looked at again
    /// @param comments of the files that have some
    private record Checked(
            List<BuildFile> files, List<Suppressions> comments, List<Finding> findings, List<Fault> faults) {
        private Checked() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        private void add(Checked other) {
            files.addAll(other.files());
            comments.addAll(other.comments());
            findings.addAll(other.findings());
            faults.addAll(other.faults());
        }
    }

    /// Reads a project and runs no rule over it. Never throws on what is in it.
    ///
    /// @param set Compose files that are laid over each other, besides those that the configuration names; empty
    ///     for none
    public static Read read(Project project, Judge judge, RuleIndex index, int jobs, List<String> set) {
        var engine = new Engine(List.of(), judge, index, jobs);
        var all = new Checked();
        for (Checked one : Parallel.map(project.dockerfiles(), jobs, path -> engine.dockerfile(project, path))) {
            all.add(one);
        }
        var faults = new ArrayList<>(project.faults());
        faults.addAll(all.faults());
        ComposeProject compose = engine.compose(project, new Arranged(judge, set), faults);
        return new Read(new Workspace(project.tree(), all.files(), compose), faults);
    }

    /// Checks a project. Never throws on what is in it.
    public Outcome check(Project project) {
        Together together =
                cache == null || project.composeFiles().isEmpty() ? together(project) : together(project, cache);
        var all = new Checked();
        all.add(together.checked());
        for (Checked one : Parallel.map(together.groups().apart(), jobs, group -> apart(project, group))) {
            all.add(one);
        }
        var faults = new ArrayList<>(project.faults());
        faults.addAll(all.faults());
        faults.addAll(together.ofCompose());
        if (companion != null) {
            Companion.Found found = companion.check(reported(project, all.files()));
            all.findings().addAll(news(found.findings(), all.findings()));
            faults.addAll(found.faults());
        }
        return new Sifting(project, judge, index, all.comments()).outcome(all.findings(), rules, faults);
    }

    /// What the Compose files and the Dockerfiles that go with them came to.
    ///
    /// @param ofCompose what went wrong with the Compose files, and with rules that judge files together
    private record Together(Groups groups, Checked checked, List<Fault> ofCompose) {}

    /// Reads the Compose files and the Dockerfiles that go with them, and judges them.
    private Together together(Project project) {
        var ofCompose = new ArrayList<Fault>();
        ComposeProject compose = compose(project, new Arranged(judge, List.of()), ofCompose);
        Groups groups = Groups.of(project, compose);
        var checked = new Checked();
        for (Checked one : Parallel.map(groups.together(), jobs, path -> dockerfile(project, path))) {
            checked.add(one);
        }
        for (ComposeFile file : compose.files()) {
            Suppressions comments = Suppressions.of(file.yaml());
            if (!comments.isEmpty()) {
                checked.comments().add(comments);
            }
        }
        ofCompose.addAll(judge(new Workspace(project.tree(), checked.files(), compose), "the project", checked));
        return new Together(groups, checked, ofCompose);
    }

    /// The same, from what is kept where it holds.
    private Together together(Project project, ResultCache kept) {
        RecordedTree tree = kept.recorded(project.tree());
        var reported = new ArrayList<>(project.reported());
        reported.sort(null);
        String key = kept.key(
                tree, List.of(project.dockerfiles(), project.composeFiles(), reported), project.composeFiles());
        Kept found = kept.find(key, tree);
        Groups groups = found == null ? null : Groups.of(project, found.groups());
        if (found != null && groups != null) {
            return new Together(groups, checked(found, groups.together(), tree), List.of());
        }
        Together together = together(project.in(tree));
        if (together.checked().faults().isEmpty() && together.ofCompose().isEmpty()) {
            keep(kept, key, tree, together.groups().lists(), together.checked());
        }
        return together;
    }

    /// Judges Dockerfiles that have nothing to do with the rest of the project, or has it from what is kept.
    private Checked apart(Project project, List<String> paths) {
        if (cache == null) {
            return judged(project, paths);
        }
        RecordedTree tree = cache.recorded(project.tree());
        String key = cache.key(tree, List.of(paths), paths);
        Kept found = cache.find(key, tree);
        if (found != null) {
            return checked(found, paths, tree);
        }
        Checked checked = judged(project.in(tree), paths);
        if (checked.faults().isEmpty()) {
            keep(cache, key, tree, List.of(), checked);
        }
        return checked;
    }

    private static void keep(
            ResultCache cache, String key, RecordedTree tree, List<List<String>> groups, Checked checked) {
        cache.keep(key, tree, new Kept(groups, checked.comments(), checked.findings()));
    }

    /// What is kept, with the Dockerfiles where somebody else is going to look at them.
    private Checked checked(Kept kept, List<String> paths, Tree tree) {
        var checked = new Checked();
        checked.comments().addAll(kept.comments());
        checked.findings().addAll(kept.findings());
        if (companion != null) {
            for (String path : paths) {
                buildFile(tree, path, checked);
            }
        }
        return checked;
    }

    /// Reads Dockerfiles that have nothing to do with the rest of the project, and judges them.
    private Checked judged(Project project, List<String> paths) {
        var checked = new Checked();
        for (String path : paths) {
            checked.add(dockerfile(project, path));
        }
        ComposeProject none = ComposeProject.none(project.tree(), new Arranged(judge, List.of()));
        checked.faults().addAll(judge(new Workspace(project.tree(), checked.files(), none), paths.getFirst(), checked));
        if (companion == null) {
            // What was read takes far more memory than what was found.
            checked.files().clear();
        }
        return checked;
    }

    /// Runs the rules that judge files together.
    ///
    /// @return what went wrong
    private List<Fault> judge(Workspace workspace, String where, Checked into) {
        var faults = new ArrayList<Fault>();
        for (Active active : ofProjects) {
            if (active.rule() instanceof Rule.OnProject rule) {
                run(active, active.options(), where, report -> rule.check(workspace, report), into.findings(), faults);
            }
        }
        return faults;
    }

    private ComposeProject compose(Project project, Arranged arranged, List<Fault> faults) {
        var files = new ArrayList<ComposeFile>();
        for (ReadCompose read : Parallel.map(project.composeFiles(), jobs, path -> readCompose(project.tree(), path))) {
            faults.addAll(read.faults());
            if (read.file() != null) {
                files.add(read.file());
            }
        }
        return ComposeProject.of(project.tree(), files, arranged);
    }

    /// What the companion found that no rule of the same name has found in the same words.
    private List<Finding> news(List<Finding> found, List<Finding> known) {
        Map<String, List<Finding>> byPath = new HashMap<>();
        for (Finding finding : known) {
            byPath.computeIfAbsent(finding.place().source().path(), _ -> new ArrayList<>())
                    .add(finding);
        }
        var news = new ArrayList<Finding>();
        for (Finding finding : found) {
            List<Finding> there = byPath.getOrDefault(finding.place().source().path(), List.of());
            // A code that only the companion has is named once.
            if (index.named(finding.rule()).size() < 2 || !isKnown(finding, there)) {
                news.add(finding);
            }
        }
        return news;
    }

    private boolean isKnown(Finding finding, List<Finding> known) {
        for (Finding other : known) {
            if (other.place().span().start() <= finding.place().span().end()
                    && finding.place().span().start() <= other.place().span().end()
                    && means(finding.rule(), other.rule())) {
                return true;
            }
        }
        return false;
    }

    private boolean means(String name, String rule) {
        for (RuleInfo info : index.named(name)) {
            if (info.id().equals(rule)) {
                return true;
            }
        }
        return false;
    }

    private static List<BuildFile> reported(Project project, List<BuildFile> files) {
        var reported = new ArrayList<BuildFile>();
        for (BuildFile file : files) {
            if (project.reported().contains(file.source().path())) {
                reported.add(file);
            }
        }
        return reported;
    }

    /// Reads a Dockerfile and runs the rules that need no more.
    private Checked dockerfile(Project project, String path) {
        var checked = new Checked();
        BuildFile file = buildFile(project.tree(), path, checked);
        if (file != null && project.reported().contains(path)) {
            Suppressions comments = Suppressions.of(file.syntax());
            if (!comments.isEmpty()) {
                checked.comments().add(comments);
            }
            for (Active active : ofDockerfiles) {
                if (active.rule() instanceof Rule.OnDockerfile rule && judge.isOn(active.id(), path)) {
                    Options options = judge.options(active.id(), path);
                    Check check = report -> rule.check(file, report);
                    run(active, options, path, check, checked.findings(), checked.faults());
                }
            }
        }
        return checked;
    }

    /// Reads a Dockerfile; null where it cannot be read, which is a fault then.
    private static @Nullable BuildFile buildFile(Tree tree, String path, Checked into) {
        Source source = read(tree, path, into.faults());
        if (source == null) {
            return null;
        }
        try {
            var file = new BuildFile(DockerfileReader.read(source));
            into.files().add(file);
            return file;
        } catch (RuntimeException | VirtualMachineError e) {
            into.faults().add(internal("reading " + path, e));
            return null;
        }
    }

    /// @param file null where it could not be read
    private record ReadCompose(@Nullable ComposeFile file, List<Fault> faults) {}

    private static ReadCompose readCompose(Tree tree, String path) {
        var faults = new ArrayList<Fault>();
        Source source = read(tree, path, faults);
        if (source == null) {
            return new ReadCompose(null, faults);
        }
        try {
            ComposeFile file = ComposeFile.read(
                    source, tree.limits().nesting(), ComposeProject.environment(tree, Tree.directory(path)));
            return new ReadCompose(file, faults);
        } catch (RuntimeException | VirtualMachineError e) {
            faults.add(internal("reading " + path, e));
            return new ReadCompose(null, faults);
        }
    }

    private static @Nullable Source read(Tree tree, String path, List<Fault> faults) {
        try {
            return tree.source(path);
        } catch (IOException e) {
            faults.add(new Fault(Fault.Kind.INPUT, path, String.valueOf(e.getMessage())));
            return null;
        }
    }

    /// What a rule does with its report.
    @FunctionalInterface
    interface Check {
        void into(Report report);
    }

    /// Runs a rule; its crash is a fault, and what it had found by then counts.
    static void run(
            Active active, Options options, String where, Check check, List<Finding> findings, List<Fault> faults) {
        var report = new Report(active.id(), active.level(), options);
        try {
            check.into(report);
        } catch (RuntimeException | VirtualMachineError e) {
            faults.add(internal("rule " + active.id() + " on " + where, e));
        }
        if (!report.isEmpty()) {
            findings.addAll(report.findings());
        }
    }

    /// What a crash of Drydock's is to those who run it.
    private static Fault internal(String where, Throwable crash) {
        if (crash instanceof OutOfMemoryError) {
            return new Fault(Fault.Kind.INPUT, where, "needs more memory than there is");
        }
        StackTraceElement[] trace = crash.getStackTrace();
        String place = trace.length == 0 ? "" : " at " + trace[0];
        return new Fault(Fault.Kind.INTERNAL, where, crash + place);
    }
}
