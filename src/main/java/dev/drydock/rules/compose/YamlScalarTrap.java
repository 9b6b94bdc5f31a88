package dev.drydock.rules.compose;

import dev.drydock.model.Workspace;
import dev.drydock.model.compose.ComposeFile;
import dev.drydock.model.compose.schema.ScalarTrap;
import dev.drydock.model.secret.Secrets;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Edit;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import dev.drydock.syntax.yaml.YamlNode;

/// A scalar without quotes that is another value than it looks like, to Compose or to other readers of YAML.
public final class YamlScalarTrap implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (ComposeFile file : workspace.compose().files()) {
            for (YamlNode document : file.yaml().documents()) {
                for (ScalarTrap trap : ScalarTrap.in(document)) {
                    report(file.source(), trap, report);
                }
            }
        }
    }

    private static void report(Source source, ScalarTrap trap, Report report) {
        Span span = trap.scalar().span();
        String text = trap.scalar().value();
        String quoted = "\"" + text + "\"";
        Fix quote = Fix.safe("quote the value", source, new Edit(span, quoted));
        switch (trap.sort()) {
            case BOOLEAN_WORD ->
                report.at(source, span, text + " is a boolean in old YAML only; write " + trap.meaning())
                        .fix(Fix.safe("write " + trap.meaning(), source, new Edit(span, trap.meaning())));
            case STRING_WORD ->
                report.at(
                                source,
                                span,
                                text + " is a string for Compose and the boolean " + trap.meaning()
                                        + " for many other readers of YAML; quote it: " + quoted)
                        .fix(quote);
            case REWRITTEN -> {
                Report.Draft draft = report.at(source, span, rewritten(trap, text))
                        .fix(Fix.unsafe("quote the value", source, new Edit(span, quoted)));
                if (Secrets.isSecretName(trap.key())) {
                    draft.secret(span);
                }
            }
            case DECIMAL_MODE ->
                report.at(
                        source,
                        span,
                        text + " is decimal here, that is the mode " + trap.meaning() + "; write 0" + text);
        }
    }

    private static String rewritten(ScalarTrap trap, String text) {
        String key = "\"" + trap.key() + "\"";
        return Secrets.isSecretName(trap.key())
                ? key + " reaches the container in another writing; quote it"
                : key + " becomes " + trap.meaning() + ", not " + text + "; quote it: \"" + text + "\"";
    }
}
