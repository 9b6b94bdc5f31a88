package dev.drydock.model.build;

import dev.drydock.source.Span;
import dev.drydock.syntax.dockerfile.Dockerfile;
import dev.drydock.syntax.dockerfile.Flag;
import dev.drydock.syntax.dockerfile.Heredoc;
import dev.drydock.syntax.dockerfile.Instruction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The version of `docker/dockerfile` that a `# syntax=` directive asks for.
///
/// @param tag the tag as it is written
/// @param minor the `x` of `1.x`
/// @param labs whether it is a labs channel, which has features early
/// @param digest whether a digest pins it further
public record Frontend(String tag, int minor, boolean labs, boolean digest) {

    /// Minor versions before this one lack a feature that is stable now
    /// (docs.docker.com/build/buildkit/dockerfile-release-notes, as of 2026-11: `--parents` and `--security` came
    /// with 1.20).
    private static final int CURRENT = 20;

    private static final String IMAGE = "docker/dockerfile:";

    /// Something that came with a certain minor version.
    ///
    /// @param name how people call it
    /// @param minor the version of the stable channel that has it first
    /// @param labsMinor the version of the labs channel that has it first
    /// @param span where the file uses it
    public record Feature(String name, int minor, int labsMinor, Span span) {}

    /// The version in the value of a directive; null where it is another image, or a tag that moves.
    public static @Nullable Frontend parse(String value) {
        int start = value.indexOf(IMAGE);
        boolean own = start == 0 || (start > 0 && value.startsWith("docker.io/") && start == "docker.io/".length());
        if (!own) {
            return null;
        }
        String reference = value.substring(start + IMAGE.length());
        int space = reference.indexOf(' ');
        if (space >= 0) {
            reference = reference.substring(0, space);
        }
        int at = reference.indexOf('@');
        String tag = at < 0 ? reference : reference.substring(0, at);
        if (tag.equals("experimental")) {
            return new Frontend(tag, 1, true, at >= 0);
        }
        int dash = tag.indexOf('-');
        String version = dash < 0 ? tag : tag.substring(0, dash);
        if (!version.startsWith("1.")) {
            return null;
        }
        int dot = version.indexOf('.', 2);
        int minor = BuildFile.number(version.substring(2, dot < 0 ? version.length() : dot));
        return minor < 0 ? null : new Frontend(tag, minor, dash >= 0, at >= 0);
    }

    /// Whether it is older than every current feature. A digest is a choice that says more than the tag.
    public boolean isStale() {
        return minor < CURRENT && !digest;
    }

    /// Whether this version has the feature.
    public boolean has(Feature feature) {
        return minor >= (labs ? feature.labsMinor() : feature.minor());
    }

    /// The features that a file uses and that not every version has.
    public static List<Feature> features(Dockerfile file) {
        var features = new ArrayList<Feature>();
        for (Instruction instruction : file.instructions()) {
            Instruction real = instruction instanceof Instruction.Onbuild onbuild ? onbuild.trigger() : instruction;
            for (Flag flag : real.head().flags()) {
                Feature feature = feature(real.keyword(), flag);
                if (feature != null) {
                    features.add(feature);
                }
            }
            List<Heredoc> heredocs = switch (real) {
                case Instruction.Run run -> run.heredocs();
                case Instruction.Transfer transfer -> transfer.heredocs();
                default -> List.of();
            };
            if (!heredocs.isEmpty()) {
                features.add(new Feature("a heredoc", 4, 3, heredocs.getFirst().opener()));
            }
        }
        return features;
    }

    private static @Nullable Feature feature(String keyword, Flag flag) {
        return switch (keyword + " --" + flag.name()) {
            case "ADD --checksum" -> new Feature("ADD --checksum", 6, 5, flag.span());
            case "ADD --unpack" -> new Feature("ADD --unpack", 17, 17, flag.span());
            case "ADD --link", "COPY --link" -> new Feature(keyword + " --link", 4, 4, flag.span());
            case "ADD --chmod", "COPY --chmod" -> new Feature(keyword + " --chmod", 2, 2, flag.span());
            case "ADD --exclude", "COPY --exclude" -> new Feature(keyword + " --exclude", 19, 7, flag.span());
            case "COPY --parents" -> new Feature("COPY --parents", 20, 7, flag.span());
            case "RUN --mount" -> new Feature("RUN --mount", 2, 0, flag.span());
            case "RUN --network" -> new Feature("RUN --network", 3, 1, flag.span());
            case "RUN --security" -> new Feature("RUN --security", 20, 1, flag.span());
            case String _ -> null;
        };
    }
}
