package dev.drydock.engine;

import dev.drydock.rule.Finding;
import dev.drydock.rule.Judge;
import dev.drydock.rule.Outcome.Suppressed;
import dev.drydock.rule.RuleIndex;
import dev.drydock.rule.RuleInfo;
import dev.drydock.rule.ShellCheckCode;
import dev.drydock.rule.SuppressionComment;
import dev.drydock.source.Nearest;
import dev.drydock.source.Place;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import dev.drydock.syntax.dockerfile.Dockerfile;
import dev.drydock.syntax.yaml.YamlFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The comments of a file that silence rules, and what they silenced.
final class Suppressions {

    /// One name in a comment.
    record Name(String text, Span span) {}

    /// One comment that silences.
    ///
    /// @param names what it names; empty for all rules
    /// @param asked the experimental checks, in lower case, that it asks for whatever else it silences
    /// @param scope where it counts
    /// @param foreign whether it is written for another tool
    record Suppression(List<Name> names, Set<String> asked, Span scope, Span comment, String reason, boolean foreign) {}

    private static final String ALL_OF_BUILDKIT = "buildkit:all";

    private final Source source;
    private final List<Suppression> suppressions;
    /// The starts of the names, and of the comments without names, that silenced something.
    private final Set<Integer> used = new HashSet<>();

    private Suppressions(Source source, List<Suppression> suppressions) {
        this.source = source;
        this.suppressions = suppressions;
    }

    /// The suppressions of a Dockerfile.
    static Suppressions of(Dockerfile file) {
        return new Suppressions(file.source(), SuppressionReader.read(file));
    }

    /// The suppressions of a YAML file.
    static Suppressions of(YamlFile file) {
        return new Suppressions(file.source(), SuppressionReader.read(file));
    }

    /// Suppressions that were read before.
    static Suppressions of(Source source, List<Suppression> suppressions) {
        return new Suppressions(source, suppressions);
    }

    Source source() {
        return source;
    }

    List<Suppression> suppressions() {
        return suppressions;
    }

    boolean isEmpty() {
        return suppressions.isEmpty();
    }

    /// The comment that silences the finding, or null. Every name that would is used from then on.
    @Nullable
    Suppressed find(Finding finding, RuleIndex index) {
        Suppressed found = null;
        for (Suppression suppression : suppressions) {
            if (covers(suppression.scope(), finding.place().span()) && silences(suppression, finding, index)) {
                if (found == null) {
                    found = new Suppressed(finding, new Place(source, suppression.comment()), suppression.reason());
                }
            }
        }
        return found;
    }

    private static boolean covers(Span scope, Span finding) {
        return scope.start() <= finding.start() && finding.start() <= scope.end();
    }

    private boolean silences(Suppression suppression, Finding finding, RuleIndex index) {
        if (suppression.names().isEmpty()) {
            used.add(suppression.comment().start());
            return true;
        }
        boolean silences = false;
        for (Name name : suppression.names()) {
            boolean means = name.text().equalsIgnoreCase(ALL_OF_BUILDKIT)
                    ? isBuildKits(finding.rule(), suppression.asked(), index)
                    : means(name.text(), finding, index);
            if (means) {
                used.add(name.span().start());
                silences = true;
            }
        }
        return silences;
    }

    private static boolean means(String name, Finding finding, RuleIndex index) {
        for (RuleInfo info : index.named(name)) {
            if (info.id().equals(finding.rule())) {
                return !isSibling(name, finding.code());
            }
        }
        return false;
    }

    /// Whether the name is another code than the finding's, of the same tool: `DL3042` says nothing of a `DL3009`.
    private static boolean isSibling(String name, String code) {
        return code.length() > 2 && name.regionMatches(true, 0, code, 0, 2) && !name.equalsIgnoreCase(code);
    }

    private static boolean isBuildKits(String rule, Set<String> asked, RuleIndex index) {
        RuleInfo info = index.byId(rule);
        if (info != null) {
            for (String alias : info.aliases()) {
                if (alias.startsWith("buildkit:") && !asked.contains(alias.toLowerCase(Locale.ROOT))) {
                    return true;
                }
            }
        }
        return false;
    }

    /// What the comments named and whether it silenced anything. To be asked when all findings were looked for.
    ///
    /// @param late the rules that look at the comments themselves, and so have found nothing yet
    List<SuppressionComment> comments(RuleIndex index, Judge judge, Set<String> late) {
        List<SuppressionComment> comments = new ArrayList<>();
        for (Suppression suppression : suppressions) {
            List<SuppressionComment.Name> names = new ArrayList<>();
            for (Name name : suppression.names()) {
                SuppressionComment.State state = state(name, index, judge, late);
                String hint = state == SuppressionComment.State.UNKNOWN ? Nearest.hint(name.text(), index.names()) : "";
                names.add(new SuppressionComment.Name(source.text(name.span()), name.span(), state, hint));
            }
            comments.add(new SuppressionComment(suppression.comment(), suppression.foreign(), names));
        }
        return comments;
    }

    private SuppressionComment.State state(Name name, RuleIndex index, Judge judge, Set<String> late) {
        if (used.contains(name.span().start())) {
            return SuppressionComment.State.USED;
        }
        if (name.text().equalsIgnoreCase(ALL_OF_BUILDKIT) || ShellCheckCode.isCode(name.text())) {
            // BuildKit has checks that Drydock need not share, and ShellCheck need not run.
            return SuppressionComment.State.OFF;
        }
        List<RuleInfo> rules = index.named(name.text());
        if (rules.isEmpty()) {
            return SuppressionComment.State.UNKNOWN;
        }
        for (RuleInfo rule : rules) {
            if (late.contains(rule.id()) || !judge.isOn(rule.id(), source.path())) {
                return SuppressionComment.State.OFF;
            }
        }
        return SuppressionComment.State.UNUSED;
    }
}
