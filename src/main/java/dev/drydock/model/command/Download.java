package dev.drydock.model.command;

import dev.drydock.source.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a `curl` or `wget` fetches.
///
/// @param urls what certainly is a URL, perhaps with an unknown end
/// @param output the file it goes to; null where it goes to standard output or is named after the URL
/// @param toStandardOutput whether it goes to standard output
public record Download(
        Command command, List<Argument> urls, @Nullable Argument output, boolean toStandardOutput) {

    public Download {
        urls = List.copyOf(urls);
    }

    /// What `command` fetches, null where it fetches nothing.
    public static @Nullable Download of(Command command) {
        boolean curl = command.name().equals("curl");
        if (!curl && !command.name().equals("wget")) {
            return null;
        }
        List<Argument> urls = new ArrayList<>();
        Argument output = null;
        boolean named = !curl;
        List<Argument> arguments = command.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            Argument argument = arguments.get(i);
            String text = argument.prefix();
            if (!argument.isOption()) {
                if (isUrl(text)) {
                    urls.add(argument);
                }
                continue;
            }
            int letter = outputLetter(text, curl ? 'o' : 'O', curl);
            if (text.startsWith(curl ? "--output=" : "--output-document=")) {
                output = valueAfter(argument, text.indexOf('='));
            } else if (letter > 0 && letter < text.length() - 1) {
                output = valueAfter(argument, letter);
            } else if ((letter > 0 || text.equals(curl ? "--output" : "--output-document"))
                    && i + 1 < arguments.size()) {
                output = arguments.get(++i);
            } else if (curl && (text.equals("--remote-name") || outputLetter(text, 'O', true) > 0)) {
                named = true;
            }
        }
        if (urls.isEmpty()) {
            return null;
        }
        boolean standard = output == null ? !named : output.is("-") || output.is("/dev/stdout");
        return new Download(command, urls, standard ? null : output, standard);
    }

    /// Where in an option of single letters the one is that names the output; -1 where it is not.
    private static int outputLetter(String option, char letter, boolean curl) {
        if (option.charAt(1) == '-') {
            return -1;
        }
        for (int i = 1; i < option.length(); i++) {
            char c = option.charAt(i);
            if (c == letter) {
                return i;
            }
            if ((curl ? "HduAexXbcmrTwFE" : "PoUTtQeia").indexOf(c) >= 0) {
                return -1;
            }
        }
        return -1;
    }

    private static Argument valueAfter(Argument argument, int cut) {
        String value = argument.prefix().substring(cut + 1);
        return new Argument(argument.text().isKnown() ? Text.of(value) : Text.unknown(), value, argument.word());
    }

    private static boolean isUrl(String text) {
        return text.startsWith("http://") || text.startsWith("https://") || text.startsWith("ftp://");
    }
}
