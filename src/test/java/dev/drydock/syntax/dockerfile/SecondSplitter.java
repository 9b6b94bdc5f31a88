package dev.drydock.syntax.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A second way to split a Dockerfile into joined instructions: whole lines and regular expressions, nothing shared
/// with [LineJoiner]. Only for files that BuildKit accepts.
final class SecondSplitter {

    private static final Pattern HEREDOC =
            Pattern.compile("(?:^|\\s)\\d*<<(-?)\\s*(?:'([^'<]+)'|\"([^\"<]+)\"|([^\\s<\"'&|;()]+))(?=\\s|$)");
    private static final Pattern TAKES_HEREDOC = Pattern.compile("(?i)(ONBUILD\\s+)?(RUN|COPY|ADD)\\s.*");
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"(?:\\\\.|[^\"\\\\])*\"");

    private SecondSplitter() {}

    static List<String> split(String text) {
        String escape = "\\";
        Matcher directive = Pattern.compile("(?i)\\A(?:\\s*#\\s*(?:syntax|check)\\s*=.*\\R)*\\s*#\\s*escape\\s*=\\s*`")
                .matcher(text);
        if (directive.find()) {
            escape = "`";
        }
        Pattern continued =
                Pattern.compile("(^|[^" + Pattern.quote(escape) + "])" + Pattern.quote(escape) + "[ \\t]*$");
        var lines = new ArrayList<>(List.of(text.split("\n", -1)));
        lines.replaceAll(line -> line.replaceAll("\r+$", ""));
        var instructions = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).stripLeading();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            var joined = new StringBuilder();
            Matcher matcher = continued.matcher(line);
            while (matcher.find()) {
                joined.append(matcher.replaceFirst("$1"));
                do {
                    i++;
                } while (i < lines.size()
                        && (lines.get(i).isBlank()
                                || lines.get(i).stripLeading().startsWith("#")));
                line = i < lines.size() ? lines.get(i) : "";
                matcher = continued.matcher(line);
            }
            String instruction = joined.append(line).toString();
            instructions.add(instruction.strip());
            for (String terminator : terminators(instruction)) {
                boolean chomp = terminator.startsWith("-");
                do {
                    i++;
                } while (!(chomp ? lines.get(i).replaceAll("^\t+", "") : lines.get(i)).equals(terminator.substring(1)));
            }
        }
        return instructions;
    }

    /// The lines that end the instruction's heredocs, each after a `-` or a space that says whether tabs are
    /// dropped.
    private static List<String> terminators(String instruction) {
        if (!instruction.contains("<<") || !TAKES_HEREDOC.matcher(instruction).matches()) {
            return List.of();
        }
        // Quoted text cannot open a heredoc, unless all that is quoted is the name.
        String bare = QUOTED.matcher(instruction)
                .replaceAll(quoted -> instruction.substring(0, quoted.start()).matches(".*<<-?\\s*")
                        ? Matcher.quoteReplacement(quoted.group())
                        : "x".repeat(quoted.group().length()));
        var found = new ArrayList<String>();
        Matcher matcher = HEREDOC.matcher(bare);
        while (matcher.find()) {
            String name = matcher.group(2) != null
                    ? matcher.group(2)
                    : matcher.group(3) != null ? matcher.group(3) : matcher.group(4);
            found.add((matcher.group(1).isEmpty() ? " " : "-") + name);
        }
        return found;
    }
}
