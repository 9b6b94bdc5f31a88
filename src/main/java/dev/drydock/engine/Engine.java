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
import dev.drydock.rule.Outcome.Suppressed;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.rule.RuleIndex;
import dev.drydock.rule.RuleInfo;
import dev.drydock.source.Source;
import dev.drydock.source.Tree;
import dev.drydock.syntax.dockerfile.DockerfileReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Runs rules over projects.
public final class Engine {

    private final List<Rule> rules;
    private final Judge judge;
    private final RuleIndex index;
    private final int jobs;
    private final @Nullable Companion companion;

    /// An engine for these rules.
    ///
    /// @param index tells which rules a name in a suppression comment means
    /// @param jobs how many threads may read and check files
    public Engine(List<Rule> rules, Judge judge, RuleIndex index, int jobs) {
        this(rules, judge, index, jobs, null);
    }

    /// An engine for these rules, and for another program that checks too.
    ///
    /// @param index tells which rules a name in a suppression comment means
    /// @param jobs how many threads may read and check files
    /// @param companion the other program, or null
    public Engine(List<Rule> rules, Judge judge, RuleIndex index, int jobs, @Nullable Companion companion) {
        this.rules = List.copyOf(rules);
        this.judge = judge;
        this.index = index;
        this.jobs = jobs;
        this.companion = companion;
    }

    /// What one thread found in one file.
    private record Checked(@Nullable BuildFile file, List<Finding> findings, List<Fault> faults) {}

    /// A project that was read.
    ///
    /// @param faults files that could not be read
    public record Read(Workspace workspace, List<Fault> faults) {
        public Read {
            faults = List.copyOf(faults);
        }
    }

    /// Reads a project and runs no rule over it. Never throws on what is in it.
    ///
    /// @param set Compose files that are laid over each other, besides those that the configuration names; empty
    ///     for none
    public static Read read(Project project, Judge judge, RuleIndex index, int jobs, List<String> set) {
        var faults = new ArrayList<Fault>();
        var engine = new Engine(List.of(), judge, index, jobs);
        return new Read(engine.workspace(project, set, new ArrayList<>(), faults), faults);
    }

    /// Checks a project. Never throws on what is in it.
    public Outcome check(Project project) {
        var findings = new ArrayList<Finding>();
        var faults = new ArrayList<Fault>();
        Workspace workspace = workspace(project, List.of(), findings, faults);
        for (Rule rule : rules) {
            if (rule instanceof Rule.OnProject onProject && judge.isOn(rule.id())) {
                run(
                        rule,
                        judge.options(rule.id()),
                        "the project",
                        report -> onProject.check(workspace, report),
                        findings,
                        faults);
            }
        }
        if (companion != null) {
            Companion.Found found = companion.check(reported(project, workspace.buildFiles()));
            findings.addAll(news(found.findings(), findings));
            faults.addAll(found.faults());
        }
        return outcome(project, workspace, findings, faults);
    }

    /// Reads the files and runs the rules that need no more than one of them.
    private Workspace workspace(Project project, List<String> set, List<Finding> findings, List<Fault> faults) {
        faults.addAll(project.faults());
        var buildFiles = new ArrayList<BuildFile>();
        for (Checked checked : Parallel.map(project.dockerfiles(), jobs, path -> checkDockerfile(project, path))) {
            findings.addAll(checked.findings());
            faults.addAll(checked.faults());
            if (checked.file() != null) {
                buildFiles.add(checked.file());
            }
        }
        var composeFiles = new ArrayList<ComposeFile>();
        for (String path : project.composeFiles()) {
            ComposeFile file = readCompose(project.tree(), path, faults);
            if (file != null) {
                composeFiles.add(file);
            }
        }
        var arranged = new Arranged(judge, set);
        return new Workspace(project.tree(), buildFiles, ComposeProject.of(project.tree(), composeFiles, arranged));
    }

    /// What the companion found that no rule of the same name has found in the same words.
    private List<Finding> news(List<Finding> found, List<Finding> known) {
        var news = new ArrayList<Finding>();
        for (Finding finding : found) {
            // A code that only the companion has is named once.
            if (index.named(finding.rule()).size() < 2 || !isKnown(finding, known)) {
                news.add(finding);
            }
        }
        return news;
    }

    private boolean isKnown(Finding finding, List<Finding> known) {
        for (Finding other : known) {
            if (other.place().source().path().equals(finding.place().source().path())
                    && other.place().span().start() <= finding.place().span().end()
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

    private Checked checkDockerfile(Project project, String path) {
        var findings = new ArrayList<Finding>();
        var faults = new ArrayList<Fault>();
        Source source = read(project.tree(), path, faults);
        if (source == null) {
            return new Checked(null, findings, faults);
        }
        BuildFile file;
        try {
            file = new BuildFile(DockerfileReader.read(source));
        } catch (RuntimeException | VirtualMachineError e) {
            faults.add(internal("reading " + path, e));
            return new Checked(null, findings, faults);
        }
        if (project.reported().contains(path)) {
            for (Rule rule : rules) {
                if (rule instanceof Rule.OnDockerfile onDockerfile && judge.isOn(rule.id(), path)) {
                    run(
                            rule,
                            judge.options(rule.id(), path),
                            path,
                            report -> onDockerfile.check(file, report),
                            findings,
                            faults);
                }
            }
        }
        return new Checked(file, findings, faults);
    }

    private static @Nullable ComposeFile readCompose(Tree tree, String path, List<Fault> faults) {
        Source source = read(tree, path, faults);
        if (source == null) {
            return null;
        }
        try {
            return ComposeFile.read(
                    source, tree.limits().nesting(), ComposeProject.environment(tree, Tree.directory(path)));
        } catch (RuntimeException | VirtualMachineError e) {
            faults.add(internal("reading " + path, e));
            return null;
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
    private interface Check {
        void into(Report report);
    }

    private void run(
            Rule rule, Options options, String where, Check check, List<Finding> findings, List<Fault> faults) {
        var report = new Report(rule.id(), judge.defaultLevel(rule.id()), options);
        try {
            check.into(report);
        } catch (RuntimeException | VirtualMachineError e) {
            faults.add(internal("rule " + rule.id() + " on " + where, e));
        }
        findings.addAll(report.findings());
    }

    private static Fault internal(String where, Throwable crash) {
        if (crash instanceof OutOfMemoryError) {
            return new Fault(Fault.Kind.INPUT, where, "needs more memory than there is");
        }
        StackTraceElement[] trace = crash.getStackTrace();
        String place = trace.length == 0 ? "" : " at " + trace[0];
        return new Fault(Fault.Kind.INTERNAL, where, crash + place);
    }

    private Outcome outcome(Project project, Workspace workspace, List<Finding> all, List<Fault> faults) {
        Map<String, Suppressions> suppressions = new LinkedHashMap<>();
        for (BuildFile file : workspace.buildFiles()) {
            suppressions.put(file.source().path(), Suppressions.of(file.syntax()));
        }
        for (ComposeFile file : workspace.compose().files()) {
            suppressions.put(file.source().path(), Suppressions.of(file.yaml()));
        }
        var findings = new ArrayList<Finding>();
        var suppressed = new ArrayList<Suppressed>();
        judge(project, suppressions, all, findings, suppressed);
        List<Finding> ofComments = ofComments(project, suppressions, faults);
        if (!ofComments.isEmpty()) {
            judge(project, suppressions, ofComments, findings, suppressed);
            findings.sort(null);
        }
        var files = new ArrayList<>(project.reported());
        files.sort(null);
        return new Outcome(findings, suppressed, faults, files);
    }

    /// Sorts what was found into what is reported and what a comment silences; what is off or there twice is
    /// neither.
    private void judge(
            Project project,
            Map<String, Suppressions> suppressions,
            List<Finding> found,
            List<Finding> findings,
            List<Suppressed> suppressed) {
        found.sort(null);
        Finding last = null;
        for (Finding each : found) {
            String path = each.place().source().path();
            if (!isReported(project, each) || !judge.wants(each)) {
                continue;
            }
            Finding finding = each.withLevel(judge.level(each));
            if (last != null && last.compareTo(finding) == 0) {
                continue;
            }
            last = finding;
            Suppressions comments = suppressions.get(path);
            Suppressed silenced = comments == null ? null : comments.find(finding, index);
            if (silenced == null) {
                findings.add(finding);
            } else {
                suppressed.add(silenced);
            }
        }
    }

    /// Whether a file that is asked for is meant: an ignore file is none, and goes with those that its findings
    /// name.
    private static boolean isReported(Project project, Finding finding) {
        String path = finding.place().source().path();
        if (project.reported().contains(path)) {
            return true;
        }
        boolean companion =
                !project.dockerfiles().contains(path) && !project.composeFiles().contains(path);
        for (Finding.Step related : finding.related()) {
            if (companion
                    && project.reported().contains(related.place().source().path())) {
                return true;
            }
        }
        return false;
    }

    /// What is wrong with the comments that silence rules, now that it is known what they silenced.
    private List<Finding> ofComments(Project project, Map<String, Suppressions> suppressions, List<Fault> faults) {
        var findings = new ArrayList<Finding>();
        Set<String> late = new HashSet<>();
        for (Rule rule : rules) {
            if (rule instanceof Rule.OnComments) {
                late.add(rule.id());
            }
        }
        for (Rule rule : rules) {
            if (!(rule instanceof Rule.OnComments onComments) || !judge.isOn(rule.id())) {
                continue;
            }
            for (Map.Entry<String, Suppressions> file : suppressions.entrySet()) {
                String path = file.getKey();
                Suppressions comments = file.getValue();
                if (!comments.isEmpty() && project.reported().contains(path) && judge.isOn(rule.id(), path)) {
                    run(
                            rule,
                            judge.options(rule.id(), path),
                            path,
                            report ->
                                    onComments.check(comments.source(), comments.comments(index, judge, late), report),
                            findings,
                            faults);
                }
            }
        }
        return findings;
    }
}
