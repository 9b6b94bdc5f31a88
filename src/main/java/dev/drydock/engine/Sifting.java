package dev.drydock.engine;

import dev.drydock.rule.Finding;
import dev.drydock.rule.Judge;
import dev.drydock.rule.Outcome;
import dev.drydock.rule.Outcome.Fault;
import dev.drydock.rule.Outcome.Suppressed;
import dev.drydock.rule.Rule;
import dev.drydock.rule.RuleIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes of all that rules have found what is reported, and what comments silence.
final class Sifting {

    private final Project project;
    private final Judge judge;
    private final RuleIndex index;
    private final List<Suppressions> comments;
    private final Map<String, Suppressions> byPath = new HashMap<>();
    /// The files that are read for what they say themselves, against those that say something of others.
    private final Set<String> subjects = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Suppressed> suppressed = new ArrayList<>();

    Sifting(Project project, Judge judge, RuleIndex index, List<Suppressions> comments) {
        this.project = project;
        this.judge = judge;
        this.index = index;
        this.comments = comments;
        for (Suppressions each : comments) {
            byPath.put(each.source().path(), each);
        }
        subjects.addAll(project.dockerfiles());
        subjects.addAll(project.composeFiles());
    }

    /// What comes of a run.
    ///
    /// @param found all that was found; is put in order
    /// @param rules of which some look at the comments, now that it is known what they silenced
    Outcome outcome(List<Finding> found, List<Rule> rules, List<Fault> faults) {
        sift(found);
        List<Finding> ofComments = ofComments(rules, faults);
        if (!ofComments.isEmpty()) {
            sift(ofComments);
            findings.sort(null);
        }
        var files = new ArrayList<>(project.reported());
        files.sort(null);
        return new Outcome(findings, suppressed, faults, files);
    }

    /// Sorts what was found into what is reported and what a comment silences; what is off or there twice is
    /// neither.
    private void sift(List<Finding> found) {
        found.sort(null);
        Finding last = null;
        for (Finding each : found) {
            if (!isReported(each) || !judge.wants(each)) {
                continue;
            }
            Finding finding = each.withLevel(judge.level(each));
            if (last != null && last.compareTo(finding) == 0) {
                continue;
            }
            last = finding;
            Suppressions there = byPath.get(each.place().source().path());
            Suppressed silenced = there == null ? null : there.find(finding, index);
            if (silenced == null) {
                findings.add(finding);
            } else {
                suppressed.add(silenced);
            }
        }
    }

    /// Whether a file that is asked for is meant: an ignore file is none, and goes with those that its findings
    /// name.
    private boolean isReported(Finding finding) {
        String path = finding.place().source().path();
        if (project.reported().contains(path)) {
            return true;
        }
        for (Finding.Step related : finding.related()) {
            if (!subjects.contains(path)
                    && project.reported().contains(related.place().source().path())) {
                return true;
            }
        }
        return false;
    }

    /// What is wrong with the comments that silence rules, now that it is known what they silenced.
    private List<Finding> ofComments(List<Rule> rules, List<Fault> faults) {
        var ofComments = new ArrayList<Finding>();
        Set<String> late = new HashSet<>();
        for (Rule rule : rules) {
            if (rule instanceof Rule.OnComments) {
                late.add(rule.id());
            }
        }
        for (Rule rule : rules) {
            if (rule instanceof Rule.OnComments onComments && judge.isOn(rule.id())) {
                ofComments.addAll(ofComments(onComments, late, faults));
            }
        }
        return ofComments;
    }

    private List<Finding> ofComments(Rule.OnComments rule, Set<String> late, List<Fault> faults) {
        var found = new ArrayList<Finding>();
        String id = rule.id();
        for (Suppressions each : comments) {
            String path = each.source().path();
            if (!project.reported().contains(path) || !judge.isOn(id, path)) {
                continue;
            }
            var active = new Engine.Active(rule, id, judge.defaultLevel(id), judge.options(id, path));
            Engine.Check check = report -> rule.check(each.source(), each.comments(index, judge, late), report);
            Engine.run(active, active.options(), path, check, found, faults);
        }
        return found;
    }
}
