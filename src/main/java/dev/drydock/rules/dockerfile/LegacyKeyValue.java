package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Edit;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Pair;
import dev.drydock.syntax.dockerfile.Word;
import org.jspecify.annotations.Nullable;

/// `ENV key value` or `LABEL key value` without an equals sign.
public final class LegacyKeyValue implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Instruction instruction : file.syntax().instructions()) {
            Instruction real = instruction instanceof Instruction.Onbuild onbuild ? onbuild.trigger() : instruction;
            if (real instanceof Instruction.KeyValues values && values.legacy()) {
                Pair pair = values.pairs().getFirst();
                String key = pair.key().text();
                var draft = report.at(
                        file.source(),
                        pair.span(),
                        values.keyword() + " " + key + " without an equals sign is the old form; write " + key + "=…");
                String value = quoted(pair);
                if (value != null) {
                    draft.fix(Fix.safe("write " + key + "=…", file.source(), new Edit(pair.span(), key + "=" + value)));
                }
            }
        }
    }

    /// The value as it must stand after an equals sign to mean the same; null where that is not certain.
    private static @Nullable String quoted(Pair pair) {
        Word value = pair.value();
        if (value == null || value.raw().length() != value.span().length()) {
            return null;
        }
        String text = value.text();
        if (text.indexOf('\\') >= 0 || text.indexOf('`') >= 0) {
            return null;
        }
        boolean blank = text.indexOf(' ') >= 0 || text.indexOf('\t') >= 0;
        boolean quote = text.indexOf('"') >= 0 || text.indexOf('\'') >= 0;
        if (!quote) {
            return blank ? '"' + text + '"' : text;
        }
        boolean one = text.length() > 1
                && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                && text.indexOf(text.charAt(0), 1) == text.length() - 1;
        return one || !blank ? text : null;
    }
}
