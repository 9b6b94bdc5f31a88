package dev.drydock.report;

import dev.drydock.rule.Finding;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Outcome;
import dev.drydock.rule.Severity;
import dev.drydock.source.Edit;
import dev.drydock.source.Place;
import dev.drydock.source.Position;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// The report as JSON, for programs; `docs/reports.md` documents it, and what stands there stays.
final class JsonReport {

    private final Run run;
    private final JsonWriter json;

    JsonReport(Run run, Appendable out) {
        this.run = run;
        this.json = new JsonWriter(out);
    }

    void write() throws IOException {
        Outcome outcome = run.outcome();
        json.object().field("format", 1).field("version", run.rules().version());
        json.field("files", outcome.files());
        json.name("findings").array();
        for (Finding finding : outcome.findings()) {
            json.object();
            finding(finding);
            json.endObject();
        }
        json.endArray();
        json.name("suppressed").array();
        for (Outcome.Suppressed suppressed : outcome.suppressed()) {
            json.object();
            finding(suppressed.finding());
            json.name("comment").object();
            place(suppressed.comment());
            json.endObject().field("reason", suppressed.reason()).endObject();
        }
        json.endArray();
        json.name("faults").array();
        for (Outcome.Fault fault : outcome.faults()) {
            json.object()
                    .field("kind", fault.kind().name().toLowerCase(Locale.ROOT))
                    .field("where", fault.where())
                    .field("message", fault.message())
                    .endObject();
        }
        json.endArray();
        json.name("summary").object();
        for (Severity level : Severity.values()) {
            json.field(level.id(), run.count(level));
        }
        json.endObject().endObject().end();
    }

    private void finding(Finding finding) throws IOException {
        json.field("rule", finding.rule());
        json.field("level", finding.level().id());
        if (!finding.code().isEmpty()) {
            json.field("code", finding.code());
        }
        json.field("message", finding.message());
        place(finding.place());
        steps("related", finding.related());
        steps("flow", finding.flow());
        for (Fix fix : run.fix(finding)) {
            fix(fix);
        }
    }

    private void steps(String name, List<Finding.Step> steps) throws IOException {
        if (steps.isEmpty()) {
            return;
        }
        json.name(name).array();
        for (Finding.Step step : steps) {
            json.object().field("message", step.message());
            place(step.place());
            json.endObject();
        }
        json.endArray();
    }

    private void fix(Fix fix) throws IOException {
        json.name("fix").object();
        json.field("title", fix.title());
        json.field("safety", fix.safety().name().toLowerCase(Locale.ROOT));
        json.name("changes").array();
        for (Fix.Change change : fix.changes()) {
            json.object().field("path", change.source().path());
            json.name("edits").array();
            for (Edit edit : change.edits()) {
                json.object();
                span(change.source(), edit.span());
                json.field("replacement", edit.replacement()).endObject();
            }
            json.endArray().endObject();
        }
        json.endArray().endObject();
    }

    private void place(Place place) throws IOException {
        json.field("path", place.source().path());
        span(place.source(), place.span());
    }

    private void span(Source source, Span span) throws IOException {
        position("start", source, span.start());
        position("end", source, span.end());
    }

    private void position(String name, Source source, int offset) throws IOException {
        Position position = source.position(offset);
        json.name(name)
                .object()
                .field("line", position.line())
                .field("column", position.column())
                .field("offset", offset)
                .endObject();
    }
}
