package dev.drydock.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The scenarios of a rule's page: under each heading one project or more, each file a fence with the findings
/// drawn in.
///
/// @param lines the whole page
/// @param scenarios in the order of the page
record Page(List<String> lines, List<Scenario> scenarios) {

    private static final Pattern PATH = Pattern.compile("`([^`\\s]+)`");

    /// One project under a heading.
    ///
    /// @param files by path, in the order of the page
    record Scenario(String heading, Map<String, Fence> files) {
        boolean flagged() {
            return files.values().stream().anyMatch(fence -> !fence.text().equals(fence.drawn()));
        }

        Map<String, String> texts() {
            Map<String, String> texts = new LinkedHashMap<>();
            files.forEach((path, fence) -> texts.put(path, fence.text()));
            return texts;
        }
    }

    /// One file of a scenario.
    ///
    /// @param language the fence's first word
    /// @param first index of the line after the opening fence
    /// @param last index of the closing fence's line
    /// @param drawn as it stands on the page
    /// @param fixed what the fixes make of it, where the page says so
    record Fence(
            String language,
            int first,
            int last,
            String drawn,
            @Nullable Fence fixed) {
        /// The file: what is drawn, taken out.
        String text() {
            return Drawing.without(drawn);
        }
    }

    static Page parse(String markdown) {
        List<String> lines = markdown.lines().toList();
        var scenarios = new ArrayList<Scenario>();
        String heading = null;
        Map<String, Fence> files = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("## ")) {
                flush(heading, files, scenarios);
                heading = line.substring(3).strip();
            }
            if (!line.startsWith("```")) {
                continue;
            }
            String mark = line.substring(0, line.lastIndexOf('`') + 1);
            int end = i + 1;
            while (end < lines.size() && !lines.get(end).equals(mark)) {
                end++;
            }
            if (end == lines.size()) {
                throw new IllegalArgumentException("line " + (i + 1) + ": the fence does not end");
            }
            if (heading != null) {
                String info = line.substring(mark.length()).strip();
                var body = lines.subList(i + 1, end);
                String text = body.isEmpty() ? "" : String.join("\n", body) + "\n";
                var fence = new Fence(info, i + 1, end, text, null);
                if (info.equals("fixed")) {
                    fix(files, fence);
                } else {
                    String path = path(i == 0 ? "" : lines.get(i - 1), fence);
                    if (files.containsKey(path)) {
                        flush(heading, files, scenarios);
                    }
                    files.put(path, fence);
                }
            }
            i = end;
        }
        flush(heading, files, scenarios);
        return new Page(lines, List.copyOf(scenarios));
    }

    private static void flush(@Nullable String heading, Map<String, Fence> files, List<Scenario> scenarios) {
        if (heading != null && !files.isEmpty()) {
            scenarios.add(new Scenario(heading, new LinkedHashMap<>(files)));
            files.clear();
        }
    }

    private static void fix(Map<String, Fence> files, Fence fixed) {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("line " + fixed.first() + ": no fence above to be fixed");
        }
        Map.Entry<String, Fence> last = List.copyOf(files.entrySet()).getLast();
        Fence fence = last.getValue();
        files.put(last.getKey(), new Fence(fence.language(), fence.first(), fence.last(), fence.drawn(), fixed));
    }

    private static String path(String before, Fence fence) {
        var named = PATH.matcher(before.strip());
        if (named.matches()) {
            return named.group(1);
        }
        return switch (fence.language()) {
            case "dockerfile" -> "Dockerfile";
            case "yaml" -> "compose.yaml";
            default ->
                throw new IllegalArgumentException("line " + fence.first() + ": a fence of " + fence.language()
                        + " needs a line with its path in backticks before it");
        };
    }

    /// The page with other texts in some fences.
    ///
    /// @param replacements by fence
    String with(Map<Fence, String> replacements) {
        var out = new StringBuilder();
        int at = 0;
        for (Scenario scenario : scenarios) {
            for (Fence fence : scenario.files().values()) {
                at = replace(fence, replacements, at, out);
                if (fence.fixed() != null) {
                    at = replace(fence.fixed(), replacements, at, out);
                }
            }
        }
        lines.subList(at, lines.size()).forEach(line -> out.append(line).append('\n'));
        return out.toString();
    }

    private int replace(Fence fence, Map<Fence, String> replacements, int at, StringBuilder out) {
        String replacement = replacements.get(fence);
        if (replacement == null) {
            return at;
        }
        lines.subList(at, fence.first()).forEach(line -> out.append(line).append('\n'));
        out.append(replacement);
        return fence.last();
    }
}
