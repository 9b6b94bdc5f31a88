package dev.drydock.model.secret;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells secrets by their names, as BuildKit's `SecretsUsedInArgOrEnv` does, and by the published shapes of tokens.
public final class Secrets {

    private Secrets() {}

    /// The words that BuildKit 0.32 looks for between underscores.
    private static final Set<String> WORDS = Set.of(
            "apikey", "auth", "credential", "credentials", "key", "password", "pword", "passwd", "secret", "token");

    /// A name that also has one of these is about a secret, and is none.
    private static final Set<String> ABOUT = Set.of(
            "public",
            "pub",
            "file",
            "path",
            "dir",
            "directory",
            "url",
            "uri",
            "endpoint",
            "host",
            "port",
            "name",
            "type",
            "length",
            "len",
            "min",
            "max",
            "ttl",
            "expiry",
            "expires",
            "expiration",
            "expire",
            "timeout",
            "lifetime",
            "age",
            "enabled",
            "enable",
            "disabled",
            "disable",
            "allow",
            "require",
            "required",
            "method",
            "mode",
            "provider",
            "policy",
            "algorithm",
            "algo",
            "alg",
            "header",
            "prefix",
            "suffix",
            "format",
            "server",
            "service",
            "size",
            "bits",
            "count",
            "gpg",
            "id",
            "ids",
            "fingerprint",
            "fingerprints",
            "version",
            "location",
            "store",
            "issuer",
            "audience",
            "realm",
            "domain",
            "driver",
            "backend",
            "plugin",
            "default",
            "user",
            "username",
            "login",
            "mount",
            "hosts",
            "known");

    /// One half of a pair of credentials, although it is called an id.
    private static final String ACCESS_KEY_ID = "ACCESS_KEY_ID";

    private record Shape(String start, int atLeast, String what) {}

    /// Tokens whose start gives them away, as their issuers document them.
    private static final List<Shape> SHAPES = List.of(
            new Shape("AKIA", 20, "an AWS access key"),
            new Shape("ASIA", 20, "an AWS access key"),
            new Shape("ghp_", 40, "a GitHub token"),
            new Shape("gho_", 40, "a GitHub token"),
            new Shape("ghs_", 40, "a GitHub token"),
            new Shape("ghu_", 40, "a GitHub token"),
            new Shape("github_pat_", 60, "a GitHub token"),
            new Shape("glpat-", 26, "a GitLab token"),
            new Shape("xoxb-", 30, "a Slack token"),
            new Shape("xoxp-", 30, "a Slack token"),
            new Shape("xoxa-", 30, "a Slack token"),
            new Shape("npm_", 40, "an npm token"),
            new Shape("pypi-", 80, "a PyPI token"),
            new Shape("sk_live_", 24, "a Stripe key"),
            new Shape("rk_live_", 24, "a Stripe key"),
            new Shape("AIza", 39, "a Google API key"),
            new Shape("dckr_pat_", 30, "a Docker token"));

    /// Whether the name of a variable says that its value is a secret.
    public static boolean isSecretName(String name) {
        if (name.toUpperCase(Locale.ROOT).endsWith(ACCESS_KEY_ID)) {
            return true;
        }
        boolean secret = false;
        int start = 0;
        for (int end = 0; end <= name.length(); end++) {
            if (end == name.length() || name.charAt(end) == '_' || name.charAt(end) == '-') {
                String word = name.substring(start, end).toLowerCase(Locale.ROOT);
                if (ABOUT.contains(word)) {
                    return false;
                }
                secret |= WORDS.contains(word);
                start = end + 1;
            }
        }
        return secret;
    }

    /// Whether a value can be a secret at all: not empty, no switch, no number, no path, no name of a class and no
    /// reference to something else.
    public static boolean isPossibleValue(String value) {
        String plain = value.strip().toLowerCase(Locale.ROOT);
        if (plain.isEmpty() || plain.startsWith("/") || plain.startsWith("$") || plain.startsWith("<")) {
            return false;
        }
        // Quotes that stand for themselves, around nothing: `KEY=""` in a list of YAML.
        if (plain.equals("\"\"") || plain.equals("''") || isClassName(value.strip())) {
            return false;
        }
        return switch (plain) {
            case "true", "false", "yes", "no", "on", "off", "none", "null", "nil", "undefined", "enabled", "disabled" ->
                false;
            case String _ -> !isShortNumber(plain);
        };
    }

    /// Whether a name of this kind can be about something else, and the value is just a word: `AUTH=basic`,
    /// `SORT_KEY=name`.
    public static boolean isPlainWord(String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean weak = lower.endsWith("key") || lower.endsWith("auth");
        boolean strong = lower.contains("secret") || lower.contains("api") || lower.contains("private");
        return weak
                && !strong
                && value.length() < 16
                && value.chars().allMatch(character -> Character.isLetter(character) || ".-_".indexOf(character) >= 0);
    }

    /// Whether a value is a class with its packages, such as `org.example.KeyConverter`.
    private static boolean isClassName(String value) {
        int start = 0;
        int packages = 0;
        for (int dot = value.indexOf('.'); dot >= 0; dot = value.indexOf('.', start)) {
            for (int i = start; i < dot; i++) {
                char c = value.charAt(i);
                if (!((c >= 'a' && c <= 'z') || c == '_' || (i > start && Character.isDigit(c)))) {
                    return false;
                }
            }
            packages += dot > start ? 1 : 0;
            start = dot + 1;
        }
        return packages > 1
                && start < value.length()
                && Character.isUpperCase(value.charAt(start))
                && value.chars().skip(start).allMatch(Character::isJavaIdentifierPart);
    }

    private static boolean isShortNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return text.length() < 4;
    }

    /// What kind of secret a value is by its shape, with an article; null where it has no shape that is known.
    public static @Nullable String shape(String value) {
        for (Shape shape : SHAPES) {
            int at = value.indexOf(shape.start());
            if (at >= 0 && (at == 0 || !isTokenPart(value.charAt(at - 1))) && run(value, at) >= shape.atLeast()) {
                return shape.what();
            }
        }
        if (value.contains("-----BEGIN") && value.contains("PRIVATE KEY-----")) {
            return "a private key";
        }
        return isJsonWebToken(value) ? "a JSON web token" : null;
    }

    private static int run(String value, int from) {
        int at = from;
        while (at < value.length() && isTokenPart(value.charAt(at))) {
            at++;
        }
        return at - from;
    }

    private static boolean isTokenPart(char character) {
        return Character.isLetterOrDigit(character) || character == '_' || character == '-';
    }

    /// Three parts of base64url between dots, the first of which is an encoded `{"`.
    private static boolean isJsonWebToken(String value) {
        if (!value.startsWith("eyJ")) {
            return false;
        }
        int first = value.indexOf('.');
        int second = first < 0 ? -1 : value.indexOf('.', first + 1);
        return second > first + 10 && value.length() > second + 10 && value.indexOf(' ') < 0;
    }
}
