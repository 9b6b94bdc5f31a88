package dev.drydock.rule;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// The codes of ShellCheck, which are rules without a page: `SC` and four digits.
public final class ShellCheckCode {

    /// The key of the configuration, and the option, that say whether ShellCheck is asked.
    public static final String SETTING = "shellcheck";

    private ShellCheckCode() {}

    /// Whether a name is a code of ShellCheck, in whatever letter case.
    public static boolean isCode(String name) {
        if (name.length() != 6 || !name.regionMatches(true, 0, "SC", 0, 2)) {
            return false;
        }
        for (int i = 2; i < 6; i++) {
            if (name.charAt(i) < '0' || name.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /// What there is to say of a code as of a rule. ShellCheck itself gives each finding its level.
    public static RuleInfo info(String code) {
        return new RuleInfo(
                code,
                "what ShellCheck calls " + code,
                Severity.INFO,
                Set.of("strict", "hadolint"),
                Map.of(),
                "0.1.0",
                List.of(),
                "none",
                0,
                Options.NONE);
    }

    /// Where ShellCheck's authors explain a code.
    public static String link(String code) {
        return "https://www.shellcheck.net/wiki/" + code;
    }
}
