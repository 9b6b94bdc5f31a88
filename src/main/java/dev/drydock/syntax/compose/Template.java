package dev.drydock.syntax.compose;

import dev.drydock.source.MappedText;
import dev.drydock.source.Problem;
import dev.drydock.source.Span;
import dev.drydock.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A value with variables in it, as Compose interpolates it.
///
/// @param mapped the whole value that this is, or is a part of
/// @param parts literal text and variables, in order
/// @param start where this part of the value starts, quotes of its own included
/// @param end where it ends
public record Template(MappedText mapped, List<Part> parts, int start, int end) {

    /// A piece of a template, at `[start, end)` of the mapped text.
    public sealed interface Part {
        int start();

        int end();
    }

    /// Text that stands for itself; as long as its writing, unless it is a `$$` or an unescaped character.
    public record Literal(String text, int start, int end) implements Part {}

    /// A variable.
    ///
    /// @param operand what stands behind the operator; null for `$X` and `${X}`
    public record Variable(
            String name, Operator operator, @Nullable Template operand, int start, int end) implements Part {}

    /// What a variable does when it is unset, or, for those with a colon, empty.
    public enum Operator {
        PLAIN(""),
        DEFAULT_IF_EMPTY(":-"),
        DEFAULT_IF_UNSET("-"),
        ERROR_IF_EMPTY(":?"),
        ERROR_IF_UNSET("?"),
        ALTERNATIVE_IF_FULL(":+"),
        ALTERNATIVE_IF_SET("+");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        boolean colon() {
            return sign.startsWith(":");
        }
    }

    public Template {
        parts = List.copyOf(parts);
    }

    /// Reads a value; what is no proper variable stays text and becomes a problem.
    public static Template parse(MappedText mapped, List<Problem> problems) {
        return new TemplateParser(mapped, problems).parse();
    }

    /// A text without variables.
    public static Template literal(MappedText mapped) {
        int length = mapped.length();
        return new Template(mapped, List.of(new Literal(mapped.text(), 0, length)), 0, length);
    }

    public Span span() {
        return mapped.span(start, end);
    }

    /// The writing, variables included.
    public String written() {
        return mapped.text().substring(start, end);
    }

    /// The literal text with its places, `$$` read as `$`; what stands for a variable is left out.
    public MappedText plainText() {
        var text = new MappedText.Builder();
        for (Part part : parts) {
            if (!(part instanceof Literal literal)) {
                continue;
            }
            if (literal.text().length() == literal.end() - literal.start()) {
                text.append(mapped.slice(literal.start(), literal.end()));
            } else {
                Span span = mapped.span(literal.start(), literal.end());
                for (int i = 0; i < literal.text().length(); i++) {
                    text.append(literal.text().charAt(i), span.start(), span.length());
                }
            }
        }
        return text.build(span().end());
    }

    public boolean hasVariables() {
        for (Part part : parts) {
            if (part instanceof Variable) {
                return true;
            }
        }
        return false;
    }

    /// What decides how the value ends: the default of a variable that stands there, else the whole. Null where
    /// there is a variable that has none, or an empty one.
    public @Nullable Span decisive() {
        if (parts.isEmpty() || !(parts.getLast() instanceof Variable variable)) {
            return span();
        }
        boolean takesDefault = switch (variable.operator()) {
            case DEFAULT_IF_EMPTY, DEFAULT_IF_UNSET -> true;
            case PLAIN, ERROR_IF_EMPTY, ERROR_IF_UNSET, ALTERNATIVE_IF_FULL, ALTERNATIVE_IF_SET -> false;
        };
        Template operand = variable.operand();
        return takesDefault && operand != null && !operand.parts().isEmpty() ? operand.decisive() : null;
    }

    /// The value as far as `environment` tells it: unknown where a variable may have any value.
    public Text text(Environment environment) {
        return text(environment.variables(), environment.closed());
    }

    /// The value with the variables of a map; unknown where another one may have any value.
    ///
    /// @param closed whether any other variable is certain to be unset
    Text text(Map<String, String> variables, boolean closed) {
        return text(variables, closed, false);
    }

    /// Notes what must have a value and has none, where these are all the variables that there are.
    public void required(Map<String, String> variables, List<Problem> problems) {
        Variable variable = hasVariables() ? missing(variables) : null;
        if (variable != null) {
            String why = variable.operand() == null ? "" : variable.operand().written();
            problems.add(new Problem(
                    Problem.Kind.INVALID_INTERPOLATION,
                    mapped.span(variable.start(), variable.end()),
                    "the variable " + variable.name() + " must be set" + (why.isEmpty() ? "" : ": " + why)));
        }
    }

    private @Nullable Variable missing(Map<String, String> variables) {
        for (Part part : parts) {
            if (part instanceof Variable variable && value(variable, variables, true, false) == null) {
                Variable inside =
                        variable.operand() == null ? null : variable.operand().missing(variables);
                return inside == null ? variable : inside;
            }
        }
        return null;
    }

    /// The value where variables that `environment` does not have take their defaults.
    public Text withDefaults(Environment environment) {
        return text(environment.variables(), environment.closed(), true);
    }

    private Text text(Map<String, String> variables, boolean closed, boolean defaults) {
        if (parts.size() == 1 && parts.getFirst() instanceof Literal(String text, var _, var _)) {
            return Text.of(text);
        }
        var text = new StringBuilder();
        for (Part part : parts) {
            String value = switch (part) {
                case Literal literal -> literal.text();
                case Variable variable -> value(variable, variables, closed, defaults);
            };
            if (value == null || text.length() + value.length() > Text.LONGEST) {
                return Text.unknown();
            }
            text.append(value);
        }
        return Text.of(text.toString());
    }

    private static @Nullable String value(
            Variable variable, Map<String, String> variables, boolean closed, boolean defaults) {
        String set = variables.get(variable.name());
        if (set == null && !defaults && !closed) {
            return null;
        }
        boolean there = set != null && !(variable.operator().colon() && set.isEmpty());
        boolean other = switch (variable.operator()) {
            case PLAIN, ERROR_IF_EMPTY, ERROR_IF_UNSET -> false;
            case DEFAULT_IF_EMPTY, DEFAULT_IF_UNSET -> !there;
            case ALTERNATIVE_IF_FULL, ALTERNATIVE_IF_SET -> there;
        };
        if (other && variable.operand() != null) {
            return variable.operand().text(variables, closed, defaults) instanceof Text.Known(String value)
                    ? value
                    : null;
        }
        return switch (variable.operator()) {
            case ALTERNATIVE_IF_FULL, ALTERNATIVE_IF_SET -> "";
            case PLAIN -> set == null && closed ? "" : set;
            case ERROR_IF_EMPTY, ERROR_IF_UNSET -> there ? set : null;
            case DEFAULT_IF_EMPTY, DEFAULT_IF_UNSET -> set;
        };
    }

    /// The part `[from, to)` of the mapped text; a variable is in it where it starts in it.
    public Template slice(int from, int to) {
        var cut = new ArrayList<Part>();
        for (Part part : parts) {
            if (part.end() <= from || part.start() >= to) {
                continue;
            }
            if (part instanceof Literal(String text, int start, int end) && text.length() == end - start) {
                int first = Math.max(from, start);
                int last = Math.min(to, end);
                cut.add(new Literal(text.substring(first - start, last - start), first, last));
            } else {
                cut.add(part);
            }
        }
        return new Template(mapped, cut, from, to);
    }

    /// The places of a character that stands in literal text.
    public List<Integer> places(char character) {
        var places = new ArrayList<Integer>();
        for (Part part : parts) {
            if (part instanceof Literal(String text, int start, var _)) {
                for (int at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) {
                    places.add(start + at);
                }
            }
        }
        return places;
    }

    /// The parts between the literal characters `separator`.
    public List<Template> split(char separator) {
        var pieces = new ArrayList<Template>();
        int from = start;
        for (int at : places(separator)) {
            pieces.add(slice(from, at));
            from = at + 1;
        }
        pieces.add(slice(from, end));
        return pieces;
    }
}
