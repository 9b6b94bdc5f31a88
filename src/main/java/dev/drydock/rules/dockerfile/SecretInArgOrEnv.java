package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.secret.Secrets;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Pair;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A secret in an `ARG` or `ENV`, told by its name or by the shape of its value.
public final class SecretInArgOrEnv implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Instruction instruction : file.syntax().instructions()) {
            Instruction real = instruction instanceof Instruction.Onbuild onbuild ? onbuild.trigger() : instruction;
            switch (real) {
                case Instruction.Arg arg -> check(file, arg.pairs(), "ARG", report);
                case Instruction.Env env -> check(file, env.pairs(), "ENV", report);
                default -> {
                    // No other instruction defines variables.
                }
            }
        }
    }

    private static void check(BuildFile file, List<Pair> pairs, String keyword, Report report) {
        for (Pair pair : pairs) {
            String value = pair.value() == null ? null : pair.value().value().or("");
            String shape = value == null ? null : Secrets.shape(value);
            if (shape != null && pair.value() != null) {
                report.at(
                                file.source(),
                                pair.value().span(),
                                keyword + " " + pair.name() + " holds " + shape
                                        + ", which stays in the image's history; use RUN --mount=type=secret")
                        .secret(pair.value().span());
            } else if (Secrets.isSecretName(pair.name()) && isGiven(pair.name(), value, keyword)) {
                var draft = report.at(
                        file.source(),
                        pair.key().span(),
                        keyword + " " + pair.name() + " names a secret, which stays in the image's history; use "
                                + (keyword.equals("ARG")
                                        ? "RUN --mount=type=secret"
                                        : "RUN --mount=type=secret, or set it when the container starts"));
                if (pair.value() != null) {
                    draft.secret(pair.value().span());
                }
            }
        }
    }

    /// An `ARG` without a default waits for the secret itself; an empty `ENV` holds none.
    private static boolean isGiven(String name, @Nullable String value, String keyword) {
        return value == null
                ? keyword.equals("ARG")
                : Secrets.isPossibleValue(value) && !Secrets.isPlainWord(name, value);
    }
}
