package dev.drydock.model.build;

import dev.drydock.model.data.DataTable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the value of a label can be asked to be, with the code that Hadolint gives to one that is not.
public enum LabelType {
    TEXT("", "text"),
    URL("DL3052", "a URL with its scheme"),
    RFC3339("DL3053", "a time as RFC 3339 writes it, such as 2026-11-25T10:00:00Z"),
    SPDX("DL3054", "an SPDX license expression, such as Apache-2.0"),
    HASH("DL3055", "a hash of Git, short or whole"),
    SEMVER("DL3056", "a semantic version, such as 1.2.3"),
    EMAIL("DL3058", "an email address");

    private final String code;
    private final String description;

    LabelType(String code, String description) {
        this.code = code;
        this.description = description;
    }

    /// The types that a configuration can name.
    public static final List<String> NAMES = List.of("text", "url", "rfc3339", "spdx", "hash", "semver", "email");

    private static final class Licenses {
        private static final Set<String> IDS = read();

        private static Set<String> read() {
            Set<String> ids = new HashSet<>();
            for (String[] row : DataTable.rows("spdx-licenses.tsv")) {
                ids.addAll(DataTable.split(row[0], ' '));
            }
            return ids;
        }
    }

    /// The type that a configuration calls so, or null.
    public static @Nullable LabelType named(String name) {
        int index = NAMES.indexOf(name);
        return index < 0 ? null : values()[index];
    }

    /// Hadolint's code for a value that is not of the type.
    public String code() {
        return code;
    }

    /// What a value must be, with an article.
    public String description() {
        return description;
    }

    /// Whether the value is of the type.
    public boolean accepts(String value) {
        return switch (this) {
            case TEXT -> true;
            case URL -> isUrl(value);
            case RFC3339 -> isTime(value);
            case SPDX -> isLicense(value);
            case HASH -> value.length() >= 7 && value.length() <= 64 && hasOnly(value, "0123456789abcdefABCDEF");
            case SEMVER -> isVersion(value);
            case EMAIL -> isEmail(value);
        };
    }

    private static boolean isUrl(String value) {
        int colon = value.indexOf(':');
        if (colon <= 0 || colon == value.length() - 1 || value.indexOf(' ') >= 0) {
            return false;
        }
        for (int i = 0; i < colon; i++) {
            char character = value.charAt(i);
            if (!Character.isLetter(character)
                    && (i == 0 || !(Character.isDigit(character) || "+-.".indexOf(character) >= 0))) {
                return false;
            }
        }
        boolean web = value.startsWith("http:") || value.startsWith("https:");
        return !web || (value.startsWith("//", colon + 1) && value.length() > colon + 3);
    }

    /// `2026-11-25T10:00:00.5+01:00`, digits where `0` stands.
    private static boolean isTime(String value) {
        if (!fits(value, 0, "0000-00-00T00:00:00")) {
            return false;
        }
        int at = "0000-00-00T00:00:00".length();
        if (at < value.length() && value.charAt(at) == '.') {
            int digits = ++at;
            while (at < value.length() && Character.isDigit(value.charAt(at))) {
                at++;
            }
            if (at == digits) {
                return false;
            }
        }
        String zone = value.substring(at);
        return zone.equalsIgnoreCase("Z") || (zone.length() == 6 && fits(value, at, "+00:00"));
    }

    private static boolean fits(String value, int from, String pattern) {
        if (value.length() < from + pattern.length()) {
            return false;
        }
        for (int i = 0; i < pattern.length(); i++) {
            char character = value.charAt(from + i);
            boolean fits = switch (pattern.charAt(i)) {
                case '0' -> Character.isDigit(character);
                case 'T' -> character == 'T' || character == 't' || character == ' ';
                case '+' -> character == '+' || character == '-';
                default -> character == pattern.charAt(i);
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /// Identifiers with `AND`, `OR`, `WITH` and parentheses; the exception after `WITH` is not looked up.
    private static boolean isLicense(String value) {
        boolean exception = false;
        boolean any = false;
        for (String word :
                DataTable.split(value.replace('(', ' ').replace(')', ' ').strip(), ' ')) {
            switch (word) {
                case "", "AND", "OR" -> {
                    // Between two licenses.
                }
                case "WITH" -> exception = true;
                default -> {
                    String id = word.endsWith("+") ? word.substring(0, word.length() - 1) : word;
                    if (!exception && !Licenses.IDS.contains(id) && !id.startsWith("LicenseRef-")) {
                        return false;
                    }
                    exception = false;
                    any = true;
                }
            }
        }
        return any;
    }

    private static boolean isVersion(String value) {
        int plus = value.indexOf('+');
        String version = plus < 0 ? value : value.substring(0, plus);
        int dash = version.indexOf('-');
        String core = dash < 0 ? version : version.substring(0, dash);
        List<String> numbers = DataTable.split(core, '.');
        if (numbers.size() != 3) {
            return false;
        }
        for (String number : numbers) {
            if (number.isEmpty()
                    || !hasOnly(number, "0123456789")
                    || (number.length() > 1 && number.charAt(0) == '0')) {
                return false;
            }
        }
        return (dash < 0 || areIdentifiers(version.substring(dash + 1)))
                && (plus < 0 || areIdentifiers(value.substring(plus + 1)));
    }

    private static boolean areIdentifiers(String text) {
        for (String identifier : DataTable.split(text, '.')) {
            for (int i = 0; i < identifier.length(); i++) {
                char character = identifier.charAt(i);
                if (character > 127 || !(Character.isLetterOrDigit(character) || character == '-')) {
                    return false;
                }
            }
            if (identifier.isEmpty()) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /// `name@host`, or `Name <name@host>`.
    private static boolean isEmail(String value) {
        String address = value.strip();
        int open = address.lastIndexOf('<');
        if (open > 0 && address.endsWith(">")) {
            address = address.substring(open + 1, address.length() - 1);
        }
        int at = address.lastIndexOf('@');
        if (at <= 0 || at == address.length() - 1 || address.indexOf(' ') >= 0 || address.indexOf('@') != at) {
            return false;
        }
        for (String part : DataTable.split(address.substring(at + 1), '.')) {
            if (part.isEmpty() || part.startsWith("-") || part.endsWith("-") || !isHostPart(part)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHostPart(String part) {
        for (int i = 0; i < part.length(); i++) {
            if (!Character.isLetterOrDigit(part.charAt(i)) && part.charAt(i) != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean hasOnly(String value, String characters) {
        for (int i = 0; i < value.length(); i++) {
            if (characters.indexOf(value.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
