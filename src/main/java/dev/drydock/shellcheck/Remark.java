package dev.drydock.shellcheck;

import java.util.ArrayList;
import java.util.List;

/// One thing that ShellCheck says of a script.
///
/// @param line of the script, from 1; columns count characters, from 1, the end exclusive
/// @param level `error`, `warning`, `info` or `style`
/// @param code the number after `SC`
record Remark(int line, int column, int endLine, int endColumn, String level, int code, String message) {

    /// Remarks as lines of text, for the cache.
    static String written(List<Remark> remarks) {
        var out = new StringBuilder();
        for (Remark remark : remarks) {
            out.append(remark.line).append(' ').append(remark.column).append(' ');
            out.append(remark.endLine).append(' ').append(remark.endColumn).append(' ');
            out.append(remark.level).append(' ').append(remark.code).append(' ');
            out.append(remark.message.replace('\n', ' ')).append('\n');
        }
        return out.toString();
    }

    /// Reads what [#written] wrote.
    ///
    /// @throws IllegalArgumentException where the text is none of that
    static List<Remark> read(String text) {
        List<Remark> remarks = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                throw new IllegalArgumentException("a line does not end");
            }
            remarks.add(line(text.substring(start, end)));
            start = end + 1;
        }
        return remarks;
    }

    private static Remark line(String line) {
        String[] fields = new String[7];
        int start = 0;
        for (int i = 0; i < 6; i++) {
            int space = line.indexOf(' ', start);
            if (space < 0) {
                throw new IllegalArgumentException("a field is missing");
            }
            fields[i] = line.substring(start, space);
            start = space + 1;
        }
        fields[6] = line.substring(start);
        return new Remark(
                Integer.parseInt(fields[0]),
                Integer.parseInt(fields[1]),
                Integer.parseInt(fields[2]),
                Integer.parseInt(fields[3]),
                fields[4],
                Integer.parseInt(fields[5]),
                fields[6]);
    }
}
