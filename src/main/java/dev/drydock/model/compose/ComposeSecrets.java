package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.Value;
import dev.drydock.model.data.DataTable;
import dev.drydock.model.secret.Secrets;
import dev.drydock.source.Text;
import dev.drydock.syntax.compose.Environment;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Secrets that are written in Compose files: by the names of settings and the shapes of values.
public final class ComposeSecrets {

    private ComposeSecrets() {}

    private static final class Table {
        static final Set<String> DEFAULTS = read();

        private static Set<String> read() {
            Set<String> defaults = new HashSet<>();
            for (String[] row : DataTable.rows("default-credentials.tsv")) {
                defaults.add(row[0]);
            }
            return defaults;
        }
    }

    /// Words that stand where a secret is to be put in.
    private static final List<String> PLACEHOLDERS = List.of(
            "your",
            "change",
            "replace",
            "example",
            "placeholder",
            "dummy",
            "xxx",
            "todo",
            "insert",
            "user_provided",
            "...",
            "<",
            "fake");

    /// What a setting holds, with an article; null where it holds no secret, a default that everybody knows, a
    /// placeholder, or something unknown.
    public static @Nullable String of(Setting setting) {
        Value value = setting.value();
        // A token that is written as the default of a variable is in the repository, too; what a variable is set to
        // in `.env` is not written here, and Git ignores that file as it should.
        String shape = value == null
                ? null
                : Secrets.shape(
                        value.template().withDefaults(Environment.UNKNOWN).or(""));
        if (shape != null) {
            return shape;
        }
        // A word that is written so is one for development: who runs it elsewhere sets the variable.
        if (value == null || !(value.template().text(Environment.UNKNOWN) instanceof Text.Known(String text))) {
            return null;
        }
        if (hasPasswordInUrl(text)) {
            return "a password in a URL";
        }
        return isSecret(setting.name(), text)
                        && !isDefault(text)
                        && !isPlaceholder(text)
                        && !isName(text)
                        && !text.equalsIgnoreCase(setting.name())
                ? "a secret"
                : null;
    }

    /// Whether a setting holds a password that everybody tries first, or none where one is needed.
    public static boolean isDefaultCredential(Setting setting) {
        Value value = setting.value();
        return value != null
                && value.withDefaults() instanceof Text.Known(String text)
                && isSecret(setting.name(), text)
                && isDefault(text);
    }

    private static boolean isSecret(String name, String text) {
        // The half of a pair that is called an id: for stores of one's own it is the name of a user.
        boolean user = name.toUpperCase(Locale.ROOT).endsWith("ACCESS_KEY_ID")
                && text.chars().noneMatch(Character::isDigit);
        boolean named = Secrets.isSecretName(name) || isPassword(name, text);
        return !user && named && Secrets.isPossibleValue(text) && !Secrets.isPlainWord(name, text);
    }

    /// Whether it is a password by a name that services have for one, and images seldom: `RABBITMQ_DEFAULT_PASS`,
    /// `MYSQL_PWD`, `PGPASSWORD`.
    private static boolean isPassword(String name, String text) {
        String upper = name.toUpperCase(Locale.ROOT);
        boolean last = upper.endsWith("_PASS") || upper.endsWith("_PWD") || upper.endsWith("PGPASSWORD");
        return last && text.indexOf(' ') < 0 && text.indexOf("://") < 0;
    }

    private static boolean isDefault(String text) {
        return Table.DEFAULTS.contains(text.toLowerCase(Locale.ROOT));
    }

    private static boolean isPlaceholder(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String word : PLACEHOLDERS) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a value is written as names are, in capitals: it stands for something else.
    private static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!((c >= 'A' && c <= 'Z') || c == '_')) {
                return false;
            }
        }
        return true;
    }

    /// Whether there is a `scheme://user:password@host` with a password that is written and that not everybody
    /// knows.
    public static boolean hasPasswordInUrl(String text) {
        int scheme = text.indexOf("://");
        if (scheme < 1) {
            return false;
        }
        int end = scheme + 3;
        while (end < text.length() && "/?# \"'".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        int at = text.lastIndexOf('@', end - 1);
        int colon = text.indexOf(':', scheme + 3);
        if (at < 0 || colon < 0 || colon > at) {
            return false;
        }
        String password = text.substring(colon + 1, at);
        String user = text.substring(scheme + 3, colon);
        return password.length() > 3
                && password.indexOf('$') < 0
                && password.indexOf('{') < 0
                && !password.equalsIgnoreCase(user)
                && !isDefault(password)
                && !isPlaceholder(password);
    }
}
