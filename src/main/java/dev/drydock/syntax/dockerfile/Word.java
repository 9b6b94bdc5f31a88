package dev.drydock.syntax.dockerfile;

import dev.drydock.source.MappedText;
import dev.drydock.source.Span;
import dev.drydock.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A word of an instruction: what is written, and what it is made of.
///
/// @param raw the word as it stands, quotes and all, continuations joined
/// @param parts literals and variable references in order; one literal where Docker does not expand the word
public record Word(MappedText raw, List<Part> parts) {

    /// How a part is quoted.
    public enum Quoting {
        NONE,
        SINGLE,
        DOUBLE
    }

    /// What a `${name…}` does besides naming the variable.
    ///
    /// @param symbol `:-`, `-`, `:+`, `+`, `:?`, `?`, `#`, `##`, `%`, `%%`, `/` or `//`
    /// @param operand what follows it
    public record Modifier(String symbol, Span span, List<Part> operand) {
        public Modifier {
            operand = List.copyOf(operand);
        }

        /// Whether Docker has such a modifier: it refuses a build with another, which a template may yet replace.
        public boolean isKnown() {
            return switch (symbol) {
                case ":-", "-", ":+", "+", ":?", "?", "#", "##", "%", "%%", "/", "//" -> true;
                default -> false;
            };
        }
    }

    /// A piece of a word.
    public sealed interface Part {
        Span span();

        /// Text that stands for itself.
        ///
        /// @param value without quotes and escapes
        record Literal(String value, Span span, Quoting quoting) implements Part {}

        /// A reference to a variable.
        ///
        /// @param span with the `$` and the braces
        /// @param closed whether a `${` has its `}`
        record Variable(
                String name,
                Span nameSpan,
                Span span,
                @Nullable Modifier modifier,
                boolean quoted,
                boolean closed) implements Part {}
    }

    public Word {
        parts = List.copyOf(parts);
    }

    /// A word that Docker takes as it stands.
    static Word literal(MappedText text) {
        return text.isEmpty()
                ? new Word(text, List.of())
                : new Word(text, List.of(new Part.Literal(text.text(), text.span(), Quoting.NONE)));
    }

    /// The word as it stands.
    public String text() {
        return raw.text();
    }

    public Span span() {
        return raw.span();
    }

    /// Every reference to a variable, those inside modifiers too, in order.
    public List<Part.Variable> variables() {
        var found = new ArrayList<Part.Variable>();
        collect(parts, found);
        return found;
    }

    private static void collect(List<Part> parts, List<Part.Variable> found) {
        for (Part part : parts) {
            if (part instanceof Part.Variable variable) {
                found.add(variable);
                if (variable.modifier() != null) {
                    collect(variable.modifier().operand(), found);
                }
            }
        }
    }

    /// Whether the word has neither quotes nor variables, so that it is what it looks like.
    public boolean isPlain() {
        return parts.isEmpty()
                || (parts.size() == 1
                        && parts.getFirst() instanceof Part.Literal literal
                        && literal.value().equals(raw.text()));
    }

    /// What Docker makes of the word.
    ///
    /// @param variables the value of a variable: null where it is not set, unknown where only a build would tell
    public Text value(Function<String, @Nullable Text> variables) {
        if (isPlain()) {
            return Text.of(raw.text());
        }
        return value(parts, variables);
    }

    /// What the word is without any variable: unknown where one stands in it.
    public Text value() {
        return value(_ -> Text.unknown());
    }

    private static Text value(List<Part> parts, Function<String, @Nullable Text> variables) {
        var text = new StringBuilder();
        for (Part part : parts) {
            Text piece = switch (part) {
                case Part.Literal literal -> Text.of(literal.value());
                case Part.Variable variable -> value(variable, variables);
            };
            if (!(piece instanceof Text.Known(String known)) || text.length() + known.length() > Text.LONGEST) {
                return Text.unknown();
            }
            text.append(known);
        }
        return Text.of(text.toString());
    }

    private static Text value(Part.Variable variable, Function<String, @Nullable Text> variables) {
        Text value = variables.apply(variable.name());
        Modifier modifier = variable.modifier();
        if (modifier == null) {
            return value == null ? Text.of("") : value;
        }
        if (value instanceof Text.Unknown) {
            return value;
        }
        boolean set = value != null;
        boolean filled = set && !value.is("");
        return switch (modifier.symbol()) {
            case ":-" -> filled ? value : value(modifier.operand(), variables);
            case "-" -> set ? value : value(modifier.operand(), variables);
            case ":+" -> filled ? value(modifier.operand(), variables) : Text.of("");
            case "+" -> set ? value(modifier.operand(), variables) : Text.of("");
            case ":?", "?" -> set ? value : Text.unknown();
            // The pattern forms cut or replace: rare where a rule needs the value, so they stay unknown unless empty.
            case "#", "##", "%", "%%", "/", "//" -> filled ? Text.unknown() : Text.of("");
            case String _ -> Text.unknown();
        };
    }
}
