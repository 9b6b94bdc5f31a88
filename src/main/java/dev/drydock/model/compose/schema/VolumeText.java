package dev.drydock.model.compose.schema;

import dev.drydock.model.compose.schema.Violation.Kind;
import org.jspecify.annotations.Nullable;

/// The short form of volumes: `source:target:options`, the letter of a drive with its colon being one part.
final class VolumeText {

    private VolumeText() {}

    static Formats.@Nullable Fault fault(String text) {
        if (text.isEmpty()) {
            return Formats.Fault.of(Kind.BAD_VOLUME, "an empty volume; write source:target or remove it");
        }
        if (text.length() <= 2) {
            return null;
        }
        int parts = 0;
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            boolean end = at == text.length();
            boolean drive = !end && at == start + 1 && Character.isLetter(text.charAt(start));
            if (!end && (text.charAt(at) != ':' || drive)) {
                continue;
            }
            if (at == start) {
                return Formats.Fault.of(
                        Kind.BAD_VOLUME,
                        "\"" + text + "\" has nothing " + (start == 0 ? "before" : "behind")
                                + " a colon; write source:target");
            }
            parts++;
            if (parts > 3) {
                return Formats.Fault.at(
                        Kind.BAD_VOLUME,
                        start,
                        text.length(),
                        "\"" + text + "\" has more than three parts; write source:target:options");
            }
            start = at + 1;
        }
        return null;
    }
}
