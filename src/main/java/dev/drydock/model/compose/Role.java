package dev.drydock.model.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a file, a service or a stage is for, and how one can tell.
///
/// @param reason words for a message, such as `the file name contains "prod"`; empty where the kind is unknown
public record Role(Kind kind, String reason) {

    public static final Role UNKNOWN = new Role(Kind.UNKNOWN, "");

    /// The roles.
    public enum Kind {
        PRODUCTION,
        DEVELOPMENT,
        TEST,
        UNKNOWN
    }

    public boolean isProduction() {
        return kind == Kind.PRODUCTION;
    }

    /// The role that a word of a name tells, `prod`, `dev`, `test` and the like.
    public static Kind ofWord(String word) {
        return switch (word) {
            case "prod", "production", "release", "prd" -> Kind.PRODUCTION;
            case "dev", "develop", "development", "devel", "local", "debug", "devcontainer" -> Kind.DEVELOPMENT;
            case "test", "tests", "testing", "ci", "e2e", "integration" -> Kind.TEST;
            default -> Kind.UNKNOWN;
        };
    }

    /// The role that the name of a stage tells; unknown where there is none.
    public static Role ofName(@Nullable String name) {
        for (String word : name == null ? List.<String>of() : words(name)) {
            Kind kind = ofWord(word);
            if (kind != Kind.UNKNOWN) {
                return new Role(kind, "its name is \"" + name + "\"");
            }
        }
        return UNKNOWN;
    }

    /// The role that the name of a file tells; `compose.override.yaml` is what Compose adds on a developer's
    /// machine.
    public static Role ofFile(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        Role role = UNKNOWN;
        for (String word : words(name)) {
            Kind kind = word.equals("override") ? Kind.DEVELOPMENT : ofWord(word);
            if (kind == Kind.UNKNOWN) {
                continue;
            }
            if (role.kind != Kind.UNKNOWN && role.kind != kind) {
                return UNKNOWN;
            }
            role = new Role(kind, "the file name contains \"" + word + "\"");
        }
        if (role.kind != Kind.UNKNOWN || path.indexOf('/') < 0) {
            return role;
        }
        String directory = path.substring(0, path.lastIndexOf('/'));
        String last = directory.substring(directory.lastIndexOf('/') + 1);
        Kind kind = ofWord(last.startsWith(".") ? last.substring(1) : last);
        return kind == Kind.UNKNOWN ? amongTests(directory) : named(kind, last);
    }

    /// What lies anywhere below a directory of tests is for tests.
    private static Role amongTests(String directory) {
        int start = 0;
        while (start < directory.length()) {
            int slash = directory.indexOf('/', start);
            String name = directory.substring(start, slash < 0 ? directory.length() : slash);
            switch (name) {
                case "test", "tests", "testing", "testdata", "e2e", "fixtures" -> {
                    return named(Kind.TEST, name);
                }
                default -> start += name.length() + 1;
            }
        }
        return UNKNOWN;
    }

    private static Role named(Kind kind, String directory) {
        return new Role(kind, "its directory is named \"" + directory + "\"");
    }

    /// The words of a name, in lower case: what stands between `.`, `-` and `_`.
    static List<String> words(String name) {
        var words = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            if (i == name.length() || ".-_".indexOf(name.charAt(i)) >= 0) {
                if (i > start) {
                    words.add(name.substring(start, i).toLowerCase(Locale.ROOT));
                }
                start = i + 1;
            }
        }
        return words;
    }
}
