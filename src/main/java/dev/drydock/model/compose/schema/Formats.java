package dev.drydock.model.compose.schema;

import dev.drydock.model.compose.schema.Violation.Kind;
import dev.drydock.model.data.DataTable;
import dev.drydock.model.data.Wildcard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The forms of strings and numbers that Compose checks after its schema, or leaves to Docker to refuse.
final class Formats {

    private Formats() {}

    /// What is wrong with a text.
    ///
    /// @param from where the wrong words start in the text; before `to`, unless all of it is wrong
    /// @param message what is wrong and what to write; of an unknown word, what is taken
    /// @param near the words that may be meant
    record Fault(Kind kind, int from, int to, String message, List<String> near) {

        static Fault of(Kind kind, String message) {
            return new Fault(kind, 0, 0, message, List.of());
        }

        static Fault at(Kind kind, int from, int to, String message) {
            return new Fault(kind, from, to, message, List.of());
        }
    }

    /// What the check of this name finds; null where all is well.
    static @Nullable Fault fault(String check, String text, Vocabulary vocabulary) {
        if (check.isEmpty()) {
            return null;
        }
        return switch (check) {
            case "port" -> PortText.published(text);
            case "port-number" -> PortText.number(text);
            case "port-range" -> PortText.exposed(text);
            case "published" -> PortText.host(text);
            case "volume" -> VolumeText.fault(text);
            case "device" -> device(text);
            case "device-permissions" -> consistsOf(text, "rwm") ? null : bad(text, "device permissions", "r, w and m");
            case "duration" -> Amounts.duration(text);
            case "size" -> Amounts.size(text);
            case "integer" -> Numbers.isInteger(text) ? null : bad(text, "integer", "digits");
            case "number" -> Numbers.isFloat(text) ? null : bad(text, "number", "digits");
            case "boolean" -> Numbers.isBoolean(text) ? null : bad(text, "boolean", "true or false");
            case "count" ->
                text.equalsIgnoreCase("all") || Numbers.isInteger(text) ? null : bad(text, "count", "a number or all");
            case "octal" -> octal(text);
            case "project-name" -> projectName(text);
            case "container-name" -> containerName(text);
            case "pull-policy" -> PullPolicy.fault(text, vocabulary);
            case "network-mode" -> networkMode(text);
            case "platform" -> platform(text, vocabulary);
            case "capability" -> capability(text, vocabulary);
            case "signal" -> signal(text, vocabulary);
            case "security-option" ->
                Wildcard.anyMatches(vocabulary.words(check), text)
                        ? null
                        : new Fault(
                                Kind.UNKNOWN_WORD,
                                0,
                                0,
                                "an option such as no-new-privileges:true or seccomp=unconfined",
                                vocabulary.words(check));
            case "host" -> text.indexOf('=') > 0 || text.indexOf(':') > 0 ? null : bad(text, "host", "name=address");
            case "pair" -> text.indexOf('=') > 0 ? null : bad(text, "context", "name=path");
            case "ssh" ->
                text.equals("default") || text.indexOf('=') > 0 ? null : bad(text, "agent", "default or id=path");
            default -> word(text, vocabulary.words(check));
        };
    }

    private static Fault bad(String text, String what, String form) {
        return Fault.of(Kind.BAD_TEXT, "\"" + text + "\" is no " + what + "; write " + form);
    }

    private static @Nullable Fault word(String text, List<String> words) {
        return text.isEmpty() || Wildcard.anyMatches(words, text)
                ? null
                : new Fault(Kind.UNKNOWN_WORD, 0, 0, "another word", words);
    }

    private static boolean consistsOf(String text, String letters) {
        for (int i = 0; i < text.length(); i++) {
            if (letters.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static @Nullable Fault device(String text) {
        List<String> parts = DataTable.split(text, ':');
        if (parts.size() > 3) {
            return Fault.of(Kind.BAD_DEVICE, "\"" + text + "\" has too many colons; write host:container:permissions");
        }
        return parts.size() == 3 && !consistsOf(parts.get(2), "rwm")
                ? Fault.at(
                        Kind.BAD_DEVICE,
                        text.lastIndexOf(':') + 1,
                        text.length(),
                        "\"" + parts.get(2) + "\" are no device permissions; write r, w and m")
                : null;
    }

    private static @Nullable Fault octal(String text) {
        String digits = text.startsWith("0o") ? text.substring(2) : text;
        return consistsOf(digits, "01234567") ? null : bad(text, "mode", "octal digits, such as 0444");
    }

    private static @Nullable Fault projectName(String text) {
        boolean start = !text.isEmpty() && lowerOrDigit(text.charAt(0));
        for (int i = 0; i < text.length() && start; i++) {
            char c = text.charAt(i);
            start = lowerOrDigit(c) || c == '_' || c == '-';
        }
        return start
                ? null
                : bad(text, "project name", "lower-case letters, digits, \"_\" and \"-\", a letter or digit first");
    }

    private static boolean lowerOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    private static boolean letterOrDigit(char c) {
        return lowerOrDigit(c) || (c >= 'A' && c <= 'Z');
    }

    private static boolean inContainerName(char c) {
        return letterOrDigit(c) || c == '_' || c == '.' || c == '-';
    }

    /// The schema asks for two such characters anywhere, Docker for nothing else.
    private static @Nullable Fault containerName(String text) {
        boolean all = text.length() > 1 && letterOrDigit(text.charAt(0));
        boolean some = false;
        for (int i = 0; i < text.length(); i++) {
            all &= inContainerName(text.charAt(i));
            some |= i > 0 && letterOrDigit(text.charAt(i - 1)) && inContainerName(text.charAt(i));
        }
        return all
                ? null
                : Fault.of(
                        some ? Kind.BAD_TEXT : Kind.BAD_PATTERN,
                        "\"" + text + "\" is no name for a container; write two or more letters, digits, \"_\", \".\""
                                + " and \"-\", a letter or digit first");
    }

    /// A name by itself is that of a network; Podman has some prefixes more than Docker.
    private static @Nullable Fault networkMode(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return null;
        }
        List<String> known = List.of("service", "container", "ns", "slirp4netns", "pasta", "bridge");
        if (!known.contains(text.substring(0, colon))) {
            return new Fault(
                    Kind.UNKNOWN_WORD, 0, colon, "host, none, bridge, service:… or container:…", known.subList(0, 2));
        }
        return colon == text.length() - 1 ? bad(text, "network mode", text + " with a name behind the colon") : null;
    }

    private static @Nullable Fault platform(String text, Vocabulary vocabulary) {
        List<String> parts = DataTable.split(text.toLowerCase(Locale.ROOT), '/');
        List<String> systems = vocabulary.words("os");
        List<String> processors = vocabulary.words("arch");
        for (int i = 0, from = 0; i < parts.size() && i < 2; i++) {
            String part = parts.get(i);
            boolean known = i == 0
                    ? systems.contains(part) || (parts.size() == 1 && processors.contains(part))
                    : processors.contains(part);
            // Windows platforms may have a version: windows(10.0.17763)/amd64.
            if (!known && part.indexOf('(') < 0) {
                List<String> near = i == 0 ? systems : processors;
                return new Fault(Kind.UNKNOWN_WORD, from, from + part.length(), "a platform such as linux/amd64", near);
            }
            from += part.length() + 1;
        }
        return null;
    }

    private static @Nullable Fault capability(String text, Vocabulary vocabulary) {
        String upper = text.toUpperCase(Locale.ROOT);
        List<String> known = vocabulary.words("capability");
        String name = upper.startsWith("CAP_") ? upper.substring(4) : upper;
        return known.contains(name)
                ? null
                : new Fault(Kind.UNKNOWN_WORD, 0, 0, "a capability of Linux such as NET_ADMIN", known);
    }

    private static @Nullable Fault signal(String text, Vocabulary vocabulary) {
        if (Numbers.isInteger(text)) {
            return null;
        }
        String upper = text.toUpperCase(Locale.ROOT);
        String name = upper.startsWith("SIG") ? upper.substring(3) : upper;
        List<String> known = vocabulary.words("signal");
        if (name.isEmpty() || Wildcard.anyMatches(known, name)) {
            return null;
        }
        var near = new ArrayList<String>();
        for (String signal : known) {
            near.add("SIG" + signal);
        }
        return new Fault(Kind.UNKNOWN_WORD, 0, 0, "a signal such as SIGTERM", near);
    }
}
