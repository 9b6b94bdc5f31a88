package dev.drydock.report;

import dev.drydock.rule.Finding;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Outcome;
import dev.drydock.rule.RuleIndex;
import dev.drydock.rule.RuleInfo;
import dev.drydock.rule.Severity;
import dev.drydock.rule.ShellCheckCode;
import dev.drydock.source.Edit;
import dev.drydock.source.Place;
import dev.drydock.source.Position;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The report as SARIF 2.1.0, as code scanning, editors and merging tools read it.
final class SarifReport {

    private static final String HOME = "https://github.com/drydock-lint/drydock";
    private static final String ROOT = "%SRCROOT%";
    private static final String SAFE_IN_PATHS = "-._~/!$&'()*+,;=@";
    private static final String HEX = "0123456789ABCDEF";

    private final Run run;
    private final JsonWriter json;
    private final Map<String, Integer> ruleIndex = new HashMap<>();

    SarifReport(Run run, Appendable out) {
        this.run = run;
        this.json = new JsonWriter(out);
    }

    void write() throws IOException {
        json.object();
        json.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.field("version", "2.1.0");
        json.name("runs").array().object();
        tool();
        invocation();
        json.name("originalUriBaseIds").object().name(ROOT).object();
        text("description", "the root of the project");
        json.endObject().endObject();
        artifacts();
        json.field("columnKind", "utf16CodeUnits");
        results();
        json.endObject().endArray().endObject().end();
    }

    private void tool() throws IOException {
        json.name("tool").object().name("driver").object();
        json.field("name", "Drydock");
        json.field("version", run.rules().version());
        json.field("semanticVersion", run.rules().version());
        json.field("informationUri", HOME);
        json.name("rules").array();
        for (String id : run.rulesSeen()) {
            ruleIndex.put(id, ruleIndex.size());
            rule(id);
        }
        json.endArray().endObject().endObject();
    }

    private void rule(String id) throws IOException {
        RuleIndex rules = run.rules();
        RuleInfo info = rules.byId(id);
        json.object().field("id", id);
        String name = camel(id);
        // A name that says the same as the id is one too many for validators.
        if (!name.equalsIgnoreCase(id)) {
            json.field("name", name);
        }
        if (info != null) {
            text("shortDescription", sentence(info.title()));
            text("fullDescription", rules.why(id));
            String text = rules.page(id);
            json.name("help").object();
            json.field("text", rules.why(id)).field("markdown", text).endObject();
            String page = HOME + "/blob/v" + run.rules().version() + "/rules/" + id + ".md";
            json.field("helpUri", ShellCheckCode.isCode(id) ? ShellCheckCode.link(id) : page);
            json.name("defaultConfiguration").object();
            json.field("level", level(info.level())).endObject();
            properties(info);
        }
        json.endObject();
    }

    private void properties(RuleInfo info) throws IOException {
        json.name("properties").object();
        json.name("tags").array();
        if (info.security() > 0) {
            json.value("security");
        }
        for (String alias : info.aliases()) {
            json.value(alias);
        }
        json.endArray();
        json.field("precision", info.profiles().contains("recommended") ? "high" : "medium");
        json.field(
                "problem.severity",
                switch (info.level()) {
                    case ERROR -> "error";
                    case WARNING -> "warning";
                    case INFO, STYLE -> "recommendation";
                });
        if (info.security() > 0) {
            json.field("security-severity", Double.toString(info.security()));
        }
        json.endObject();
    }

    private void invocation() throws IOException {
        List<Outcome.Fault> faults = run.outcome().faults();
        json.name("invocations").array().object();
        json.field("executionSuccessful", faults.isEmpty());
        if (!faults.isEmpty()) {
            json.name("toolExecutionNotifications").array();
            for (Outcome.Fault fault : faults) {
                json.object().field("level", "error");
                text("message", fault.where() + ": " + fault.message());
                json.endObject();
            }
            json.endArray();
        }
        json.endObject().endArray();
    }

    private void artifacts() throws IOException {
        json.name("artifacts").array();
        for (String file : run.outcome().files()) {
            json.object();
            artifact("location", file);
            json.field("roles", List.of("analysisTarget")).endObject();
        }
        json.endArray();
    }

    private void results() throws IOException {
        Outcome outcome = run.outcome();
        var fingerprints = new Fingerprints(run);
        boolean anySuppressed = !outcome.suppressed().isEmpty();
        json.name("results").array();
        for (Finding finding : outcome.findings()) {
            json.object();
            result(finding, fingerprints);
            if (anySuppressed) {
                // All results of a run say whether they are suppressed, or none does.
                json.name("suppressions").array().endArray();
            }
            json.endObject();
        }
        for (Outcome.Suppressed suppressed : outcome.suppressed()) {
            json.object();
            result(suppressed.finding(), fingerprints);
            suppression(suppressed);
            json.endObject();
        }
        json.endArray();
    }

    private void result(Finding finding, Fingerprints fingerprints) throws IOException {
        json.field("ruleId", finding.rule());
        Integer index = ruleIndex.get(finding.rule());
        if (index != null) {
            json.field("ruleIndex", index);
        }
        json.field("level", level(finding.level()));
        text("message", sentence(finding.message()));
        json.name("locations").array().object();
        json.name("physicalLocation").object();
        where(finding.place());
        context(finding.place());
        json.endObject().endObject().endArray();
        json.name("partialFingerprints").object();
        json.field("drydock/v1", fingerprints.next(finding)).endObject();
        if (!finding.code().isEmpty()) {
            json.name("properties").object().field("code", finding.code()).endObject();
        }
        if (!finding.related().isEmpty()) {
            json.name("relatedLocations").array();
            int id = 1;
            for (Finding.Step step : finding.related()) {
                json.object().field("id", id++);
                location(step);
                json.endObject();
            }
            json.endArray();
        }
        if (!finding.flow().isEmpty()) {
            flow(finding.flow());
        }
        List<Fix> fixes = run.fix(finding);
        if (!fixes.isEmpty()) {
            json.name("fixes").array();
            for (Fix fix : fixes) {
                fix(fix);
            }
            json.endArray();
        }
    }

    private void flow(List<Finding.Step> steps) throws IOException {
        json.name("codeFlows").array().object();
        json.name("threadFlows").array().object();
        json.name("locations").array();
        for (Finding.Step step : steps) {
            json.object().name("location").object();
            location(step);
            json.endObject().endObject();
        }
        json.endArray().endObject().endArray().endObject().endArray();
    }

    private void location(Finding.Step step) throws IOException {
        physicalLocation(step.place());
        text("message", sentence(step.message()));
    }

    private void suppression(Outcome.Suppressed suppressed) throws IOException {
        json.name("suppressions").array().object();
        json.field("kind", "inSource");
        if (!suppressed.reason().isEmpty()) {
            json.field("justification", suppressed.reason());
        }
        json.name("location").object();
        physicalLocation(suppressed.comment());
        json.endObject().endObject().endArray();
    }

    private void fix(Fix fix) throws IOException {
        json.object();
        text("description", sentence(fix.title()));
        json.name("artifactChanges").array();
        for (Fix.Change change : fix.changes()) {
            json.object();
            artifact("artifactLocation", change.source().path());
            json.name("replacements").array();
            for (Edit edit : change.edits()) {
                json.object();
                region("deletedRegion", change.source(), edit.span());
                json.endObject();
                if (!edit.replacement().isEmpty()) {
                    text("insertedContent", edit.replacement());
                }
                json.endObject();
            }
            json.endArray().endObject();
        }
        json.endArray();
        json.name("properties").object();
        json.field("safe", fix.safety() == Fix.Safety.SAFE);
        json.endObject().endObject();
    }

    private void physicalLocation(Place place) throws IOException {
        json.name("physicalLocation").object();
        where(place);
        json.endObject();
    }

    private void where(Place place) throws IOException {
        artifact("artifactLocation", place.source().path());
        region("region", place.source(), place.span());
        if (!place.span().isEmpty()) {
            text("snippet", run.text(place));
        }
        json.endObject();
    }

    /// The lines of the place and one on each side, for who has not got the file at hand.
    private void context(Place place) throws IOException {
        Source source = place.source();
        int first = Math.max(1, source.line(place.span().start()) - 1);
        int last = Math.min(source.lineCount(), source.line(place.span().end()) + 1);
        if (last < first) {
            return;
        }
        Span lines = source.lineSpan(first).to(source.lineSpan(last)).to(place.span());
        if (lines.length() > place.span().length()) {
            region("contextRegion", source, lines);
            text("snippet", run.text(new Place(source, lines)));
            json.endObject();
        }
    }

    /// Opens a region and leaves it open, for a snippet.
    private void region(String name, Source source, Span span) throws IOException {
        Position start = source.position(span.start());
        Position end = source.position(span.end());
        json.name(name).object();
        json.field("startLine", start.line()).field("startColumn", start.column());
        json.field("endLine", end.line()).field("endColumn", end.column());
        json.field("charOffset", span.start()).field("charLength", span.length());
    }

    private void artifact(String name, String path) throws IOException {
        json.name(name).object();
        json.field("uri", uri(path)).field("uriBaseId", ROOT).endObject();
    }

    private void text(String name, String text) throws IOException {
        json.name(name).object().field("text", text).endObject();
    }

    private static String level(Severity level) {
        return switch (level) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO, STYLE -> "note";
        };
    }

    /// SARIF wants its texts to be sentences.
    private static String sentence(String text) {
        return text.endsWith(".") || text.endsWith("?") || text.endsWith("!") ? text : text + ".";
    }

    private static String camel(String id) {
        var name = new StringBuilder(id.length());
        boolean upper = true;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (c == '-') {
                upper = true;
            } else {
                name.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return name.toString();
    }

    /// A path as a relative URI reference. A colon is encoded too: before a slash it would begin a scheme.
    static String uri(String path) {
        var uri = new StringBuilder(path.length());
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if ((c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || SAFE_IN_PATHS.indexOf(c) >= 0) {
                uri.append(c);
            } else {
                uri.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        return uri.toString();
    }
}
