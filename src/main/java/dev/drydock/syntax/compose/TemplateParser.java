package dev.drydock.syntax.compose;

import dev.drydock.source.MappedText;
import dev.drydock.source.Problem;
import dev.drydock.syntax.compose.Template.Literal;
import dev.drydock.syntax.compose.Template.Operator;
import dev.drydock.syntax.compose.Template.Part;
import dev.drydock.syntax.compose.Template.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads `$X`, `${X}`, `${X:-default}` and `$$`; any other `$` stands for itself.
final class TemplateParser {

    /// Nobody nests defaults this deep; it keeps the recursion bounded.
    private static final int MAX_DEPTH = 30;

    private final MappedText mapped;
    private final String text;
    private final List<Problem> problems;

    TemplateParser(MappedText mapped, List<Problem> problems) {
        this.mapped = mapped;
        this.text = mapped.text();
        this.problems = problems;
    }

    Template parse() {
        return text.indexOf('$') < 0 ? Template.literal(mapped) : range(0, text.length(), 0);
    }

    private Template range(int from, int to, int depth) {
        var parts = new ArrayList<Part>();
        int literal = from;
        int at = from;
        while (at < to) {
            int dollar = text.indexOf('$', at);
            if (dollar < 0 || dollar + 1 >= to) {
                break;
            }
            char next = text.charAt(dollar + 1);
            int end;
            Part part;
            if (next == '$') {
                end = dollar + 2;
                part = new Literal("$", dollar, end);
            } else if (isNameStart(next)) {
                end = nameEnd(dollar + 1, to);
                part = new Variable(text.substring(dollar + 1, end), Operator.PLAIN, null, dollar, end);
            } else if (next == '{') {
                int close = close(dollar + 2, to);
                end = close < 0 ? to : close + 1;
                part = close < 0 || depth == MAX_DEPTH ? null : braced(dollar, close, depth);
                if (part == null) {
                    problems.add(new Problem(
                            Problem.Kind.INVALID_INTERPOLATION,
                            mapped.span(dollar, end),
                            close < 0
                                    ? "\"${\" is never closed; add \"}\", or write \"$$\" for a dollar sign"
                                    : "this is no variable; write \"$$\" for a dollar sign"));
                    part = new Literal(text.substring(dollar, end), dollar, end);
                }
            } else {
                at = dollar + 1;
                continue;
            }
            literal(parts, literal, dollar);
            parts.add(part);
            at = end;
            literal = end;
        }
        literal(parts, literal, to);
        return new Template(mapped, parts, from, to);
    }

    private void literal(List<Part> parts, int from, int to) {
        if (from < to) {
            parts.add(new Literal(text.substring(from, to), from, to));
        }
    }

    private @Nullable Variable braced(int dollar, int close, int depth) {
        int name = dollar + 2;
        if (!isNameStart(text.charAt(name))) {
            return null;
        }
        int nameEnd = nameEnd(name, close);
        String variable = text.substring(name, nameEnd);
        if (nameEnd == close) {
            return new Variable(variable, Operator.PLAIN, null, dollar, close + 1);
        }
        for (Operator operator : Operator.values()) {
            if (operator != Operator.PLAIN && text.startsWith(operator.sign(), nameEnd)) {
                Template operand = range(nameEnd + operator.sign().length(), close, depth + 1);
                return new Variable(variable, operator, operand, dollar, close + 1);
            }
        }
        return null;
    }

    /// The `}` that closes the `${` before `from`, or -1.
    private int close(int from, int to) {
        int open = 1;
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            if (c == '}' && --open == 0) {
                return at;
            }
            if (c == '{' && text.charAt(at - 1) == '$') {
                open++;
            }
        }
        return -1;
    }

    private int nameEnd(int from, int to) {
        int at = from;
        while (at < to && (isNameStart(text.charAt(at)) || (text.charAt(at) >= '0' && text.charAt(at) <= '9'))) {
            at++;
        }
        return at;
    }

    private static boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }
}
