package dev.drydock.model.command;

import dev.drydock.model.secret.Secrets;
import dev.drydock.source.MappedText;
import dev.drydock.source.Span;
import dev.drydock.source.Text;
import dev.drydock.syntax.shell.Assignment;
import dev.drydock.syntax.shell.Redirection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Secrets that a script spells out. What comes from a variable is not among them: the place that sets it is.
public final class CommandSecrets {

    private CommandSecrets() {}

    /// A secret in the words of a command.
    ///
    /// @param what it is, with an article
    public record Spoken(String what, Span span) {}

    /// The secrets in a command.
    public static List<Spoken> of(Command command) {
        List<Spoken> found = new ArrayList<>();
        for (Assignment assignment : command.assignments()) {
            if (assignment.value().text() instanceof Text.Known(String value) && Secrets.shape(value) != null) {
                found.add(new Spoken(
                        String.valueOf(Secrets.shape(value)), assignment.value().span()));
            }
        }
        List<Argument> arguments = command.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            String before = i == 0 ? "" : arguments.get(i - 1).value();
            // Only what the script itself says: the value of a variable stands elsewhere.
            if (arguments.get(i).word().text() instanceof Text.Known(String value)) {
                String what = what(command, before, value);
                if (what != null) {
                    found.add(new Spoken(what, arguments.get(i).span()));
                }
            }
        }
        for (Redirection redirection : command.redirections()) {
            Redirection.Document document = redirection.document();
            if (document != null) {
                lines(document.text(), found);
            }
        }
        return found;
    }

    private static @Nullable String what(Command command, String before, String value) {
        String shape = Secrets.shape(value);
        if (shape != null) {
            return shape;
        }
        if (hasPasswordInUrl(value)) {
            return "a password in a URL";
        }
        if (hasToken(value)) {
            return "a token of a registry";
        }
        Command reader = command.pipedInto();
        if (reader != null
                && reader.name().equals("chpasswd")
                && (command.name().equals("echo") || command.name().equals("printf"))
                && isPair(value)) {
            return "a password";
        }
        return switch (command.name()) {
            case "curl" -> isCurlPassword(before, value) ? "a password" : authorization(value);
            case "wget" -> {
                boolean option = value.startsWith("--password=") || value.startsWith("--http-password=");
                yield option && isLiteral(value.substring(value.indexOf('=') + 1))
                        ? "a password"
                        : authorization(value);
            }
            case "mysql", "mysqladmin", "mysqldump", "mariadb", "mariadb-admin", "mariadb-dump" -> {
                boolean option = value.startsWith("-p") || value.startsWith("--password=");
                yield option && isChosen(value.substring(value.startsWith("-p") ? 2 : value.indexOf('=') + 1))
                        ? "a password"
                        : null;
            }
            case "sshpass" -> before.equals("-p") && isLiteral(value) ? "a password" : null;
            case "docker", "podman", "buildah", "skopeo", "helm", "oc" ->
                (before.equals("-p") || before.equals("--password")) && command.has("login") && isLiteral(value)
                        ? "a password"
                        : null;
            case "npm", "pnpm", "yarn" ->
                before.endsWith(":_authToken") && isLiteral(value) ? "a token of a registry" : null;
            default -> null;
        };
    }

    /// Whether a password is one that somebody has thought of, and not that of a database which only the build has.
    private static boolean isChosen(String password) {
        return password.length() >= 8
                && isLiteral(password)
                && password.chars().anyMatch(Character::isDigit)
                && password.chars().anyMatch(Character::isLetter);
    }

    private static boolean isCurlPassword(String before, String value) {
        boolean option = before.equals("-u") || before.equals("--user");
        return option && isPair(value);
    }

    private static @Nullable String authorization(String value) {
        int at = value.indexOf("Authorization: ");
        if (at < 0) {
            return null;
        }
        String given = value.substring(at + "Authorization: ".length());
        int space = given.indexOf(' ');
        return space > 0 && isLiteral(given.substring(space + 1).strip()) ? "a token" : null;
    }

    /// Whether the text is `user:password`.
    private static boolean isPair(String text) {
        int colon = text.indexOf(':');
        return colon > 0 && text.indexOf('/') < 0 && isLiteral(text.substring(colon + 1));
    }

    private static boolean hasPasswordInUrl(String text) {
        for (int at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
            String scheme = scheme(text, at);
            int end = at + 3;
            while (end < text.length() && "/?# \"'".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            int sign = text.lastIndexOf('@', end - 1);
            int colon = text.indexOf(':', at + 3);
            boolean web = scheme.equals("http") || scheme.equals("https") || scheme.equals("ftp");
            if (web
                    && sign > at
                    && colon > at
                    && colon < sign
                    && Hosts.isPublic(Hosts.of(text.substring(at - scheme.length(), end)))
                    && isLiteral(text.substring(colon + 1, sign))) {
                return true;
            }
        }
        return false;
    }

    private static String scheme(String text, int end) {
        int start = end;
        while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end);
    }

    /// Whether a line of an `.npmrc` gives its token.
    private static boolean hasToken(String text) {
        int at = text.indexOf(":_authToken=");
        return at >= 0 && isLiteral(text.substring(at + ":_authToken=".length()).strip());
    }

    /// Whether the text is a value of its own: no variable that something else fills in, and no place for one.
    private static boolean isLiteral(String text) {
        return !text.isEmpty()
                && "$<{[%*".indexOf(text.charAt(0)) < 0
                && !text.startsWith("x-oauth")
                && !text.equalsIgnoreCase("x")
                && !text.startsWith("xxx")
                && !text.startsWith("XXX")
                && !text.startsWith("...");
    }

    private static void lines(MappedText text, List<Spoken> found) {
        int start = 0;
        while (start < text.length()) {
            int newline = text.text().indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            String line = text.text().substring(start, end);
            String what = Secrets.shape(line);
            if (what == null && hasToken(line)) {
                what = "a token of a registry";
            }
            if (what == null && hasPasswordInUrl(line)) {
                what = "a password in a URL";
            }
            if (what != null) {
                found.add(new Spoken(what, text.slice(start, end).span()));
            }
            start = end + 1;
        }
    }
}
