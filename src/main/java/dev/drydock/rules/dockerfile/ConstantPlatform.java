package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Stage;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Flag;
import dev.drydock.syntax.dockerfile.Word;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A fixed platform in `FROM`.
public final class ConstantPlatform implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Stage stage : file.stages()) {
            Flag flag = stage.flag("platform");
            Word platform = flag == null ? null : flag.value();
            if (platform != null
                    && platform.variables().isEmpty()
                    && platform.value() instanceof Text.Known(String value)
                    && !value.isEmpty()
                    && !namesPlatform(stage.name(), value)
                    && !namesArchitecture(file.source().path(), value)) {
                report.at(
                        file.source(),
                        platform.span(),
                        "platform " + value
                                + " is fixed, so the image is built for no other one; leave it to the build,"
                                + " or take $BUILDPLATFORM for a stage that only builds");
            }
        }
    }

    /// A stage that is named after its platform is one of several, among which another chooses.
    private static boolean namesPlatform(@Nullable String stage, String platform) {
        if (stage == null) {
            return false;
        }
        int start = 0;
        for (int end = 0; end <= platform.length(); end++) {
            if (end == platform.length() || platform.charAt(end) == '/') {
                String part = platform.substring(start, end).toLowerCase(Locale.ROOT);
                if (!part.isEmpty() && stage.contains(part)) {
                    return true;
                }
                start = end + 1;
            }
        }
        return false;
    }

    /// A file that is named after an architecture, or lies in a directory that is, is one of several as well.
    private static boolean namesArchitecture(String path, String platform) {
        int slash = platform.indexOf('/');
        String lower = path.toLowerCase(Locale.ROOT);
        return switch (platform.substring(slash + 1).toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> lower.contains("amd64") || lower.contains("x86_64") || lower.contains("x64");
            case "arm64", "arm64/v8", "aarch64" -> lower.contains("arm64") || lower.contains("aarch64");
            case "arm", "arm/v6", "arm/v7" ->
                lower.contains("arm32") || lower.contains("armv") || lower.contains("armhf");
            case String other -> !other.isEmpty() && slash >= 0 && lower.contains(other);
        };
    }
}
