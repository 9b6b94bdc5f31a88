package dev.drydock.rule;

import dev.drydock.model.compose.Inconsistency;
import dev.drydock.model.compose.tree.ComposeProblem;
import dev.drydock.source.Edit;
import dev.drydock.source.Place;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import dev.drydock.syntax.yaml.Ordering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where one rule writes what it finds in one file or project.
public final class Report {

    private static final int LONGEST_MESSAGE = 600;

    private final String rule;
    private final Severity level;
    private final Options options;
    private final List<Draft> drafts = new ArrayList<>();

    /// A report of one rule on one file or project.
    ///
    /// @param rule the rule's id
    /// @param level the level of findings that do not say another
    /// @param options the rule's options, as its page's defaults and the configuration have them
    public Report(String rule, Severity level, Options options) {
        this.rule = rule;
        this.level = level;
        this.options = options;
    }

    /// The options of this rule.
    public Options options() {
        return options;
    }

    /// Adds a finding. What else it has — related places, a fix — is said on the draft.
    public Draft at(Source source, Span span, String message) {
        return at(new Place(source, span), message);
    }

    /// Adds a finding. What else it has — related places, a fix — is said on the draft.
    public Draft at(Place place, String message) {
        var draft = new Draft(place, message);
        drafts.add(draft);
        return draft;
    }

    /// Adds a finding for what is not where it belongs, with the fix that puts all in order where one is certain.
    public Draft at(Source source, Ordering.Disorder disorder, String message) {
        Draft draft = at(source, disorder.moved().span(), message);
        return disorder.edits().isEmpty()
                ? draft
                : draft.fix(
                        Fix.safe("put them in order", source, disorder.edits().toArray(Edit[]::new)));
    }

    /// Adds a finding for what Compose refuses.
    public Draft at(Inconsistency inconsistency) {
        Draft draft = at(inconsistency.place(), inconsistency.message());
        for (Inconsistency.Related other : inconsistency.related()) {
            draft.related(other.place(), other.what());
        }
        return draft;
    }

    /// Adds a finding for what Compose would not accept when it puts files together.
    public Draft at(ComposeProblem problem) {
        Draft draft = at(problem.place(), problem.message());
        return problem.related() == null ? draft : draft.related(problem.related(), problem.relation());
    }

    /// Whether nothing was written.
    public boolean isEmpty() {
        return drafts.isEmpty();
    }

    /// All that was written, in the order of writing.
    public List<Finding> findings() {
        var findings = new ArrayList<Finding>(drafts.size());
        for (Draft draft : drafts) {
            findings.add(draft.finding());
        }
        return findings;
    }

    /// A message names words of the file, and these may be as long as the file.
    private static String shortened(String message) {
        if (message.length() <= LONGEST_MESSAGE) {
            return message;
        }
        int head = LONGEST_MESSAGE / 2;
        int tail = message.length() - LONGEST_MESSAGE / 4;
        head -= Character.isHighSurrogate(message.charAt(head - 1)) ? 1 : 0;
        tail += Character.isLowSurrogate(message.charAt(tail)) ? 1 : 0;
        return message.substring(0, head) + "…" + message.substring(tail);
    }

    /// A finding being written.
    public final class Draft {
        private final Place place;
        private final String message;
        private final List<Finding.Step> related = new ArrayList<>();
        private final List<Finding.Step> flow = new ArrayList<>();
        private final List<Span> secrets = new ArrayList<>();
        private @Nullable Fix fix;
        private String code = "";
        private Severity ownLevel = level;

        private Draft(Place place, String message) {
            this.place = place;
            this.message = message;
        }

        /// Names another end of the finding.
        public Draft related(Source source, Span span, String what) {
            return related(new Place(source, span), what);
        }

        /// Names another end of the finding.
        public Draft related(Place other, String what) {
            related.add(new Finding.Step(other, what));
            return this;
        }

        /// Adds a step to the way of something that travels; steps are told from the origin on.
        public Draft step(Place where, String what) {
            flow.add(new Finding.Step(where, what));
            return this;
        }

        public Draft fix(Fix newFix) {
            fix = newFix;
            return this;
        }

        /// Keeps the words under `span`, in the finding's file, out of every report.
        public Draft secret(Span span) {
            secrets.add(span);
            return this;
        }

        /// Says which of the rule's aliases this finding is an instance of, where the rule stands for several codes
        /// of one tool.
        public Draft code(String alias) {
            code = alias;
            return this;
        }

        /// Gives this finding a level of its own.
        public Draft level(Severity newLevel) {
            ownLevel = newLevel;
            return this;
        }

        private Finding finding() {
            return new Finding(
                    rule, ownLevel, place, shortened(message), related, flow, Optional.ofNullable(fix), code, secrets);
        }
    }
}
