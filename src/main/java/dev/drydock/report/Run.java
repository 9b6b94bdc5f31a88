package dev.drydock.report;

import dev.drydock.rule.Finding;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Outcome;
import dev.drydock.rule.RuleIndex;
import dev.drydock.rule.Severity;
import dev.drydock.source.Edit;
import dev.drydock.source.Place;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What every report is written from: the outcome of a run and what is known about rules.
///
/// It answers for the text of files, too: words that a finding marks as secret are shown by no report.
public final class Run {

    private final Outcome outcome;
    private final RuleIndex rules;
    /// The masked text by path; only files that hold a secret.
    private final Map<String, String> masked = new HashMap<>();

    private final Set<String> secrets = new LinkedHashSet<>();

    /// A run.
    public Run(Outcome outcome, RuleIndex rules) {
        this.outcome = outcome;
        this.rules = rules;
        outcome.findings().forEach(this::mask);
        outcome.suppressed().forEach(suppressed -> mask(suppressed.finding()));
    }

    public Outcome outcome() {
        return outcome;
    }

    public RuleIndex rules() {
        return rules;
    }

    /// The text of a file, secrets masked character by character.
    String text(Source source) {
        return masked.getOrDefault(source.path(), source.text());
    }

    String text(Place place) {
        return text(place.source()).substring(place.span().start(), place.span().end());
    }

    /// The fix of a finding as a list of none or one: none, too, where a report of it would spell out a secret.
    List<Fix> fix(Finding finding) {
        if (finding.fix().isEmpty()) {
            return List.of();
        }
        Fix fix = finding.fix().get();
        for (Fix.Change change : fix.changes()) {
            for (Edit edit : change.edits()) {
                for (String secret : secrets) {
                    if (edit.replacement().contains(secret)) {
                        return List.of();
                    }
                }
            }
        }
        return List.of(fix);
    }

    /// How many findings have this level.
    int count(Severity level) {
        int count = 0;
        for (Finding finding : outcome.findings()) {
            if (finding.level() == level) {
                count++;
            }
        }
        return count;
    }

    private void mask(Finding finding) {
        if (finding.secrets().isEmpty()) {
            return;
        }
        Source source = finding.place().source();
        var text = new StringBuilder(text(source));
        for (Span span : finding.secrets()) {
            if (!span.isEmpty()) {
                secrets.add(source.text(span));
            }
            for (int i = span.start(); i < span.end(); i++) {
                char c = text.charAt(i);
                if (c != '\n' && c != '\r') {
                    text.setCharAt(i, '*');
                }
            }
        }
        masked.put(source.path(), text.toString());
    }

    /// The ids of the rules that the outcome speaks of, in the order of the index.
    List<String> rulesSeen() {
        var seen = new LinkedHashSet<String>();
        outcome.findings().forEach(finding -> seen.add(finding.rule()));
        outcome.suppressed().forEach(suppressed -> seen.add(suppressed.finding().rule()));
        var sorted = new ArrayList<>(seen);
        sorted.sort(null);
        return sorted;
    }
}
