package dev.drydock.syntax.shell;

import dev.drydock.source.MappedText;
import dev.drydock.source.Span;
import org.jspecify.annotations.Nullable;

/// Input from or output to somewhere else.
///
/// @param descriptor the number or `{name}` before the operator, empty where it is the operator's own
/// @param operator such as `>`, `>>`, `<<-` or `&>`
/// @param target the file, descriptor or delimiter
/// @param document the text of a here-document, null elsewhere or where it is not in the script
public record Redirection(
        String descriptor,
        String operator,
        Word target,
        @Nullable Document document,
        Span span) {

    /// A here-document's text.
    ///
    /// @param expands whether variables and substitutions in it are replaced: its delimiter is not quoted
    public record Document(MappedText text, boolean expands) {}

    /// Whether a file is written: its target then is the file's name.
    public boolean writesFile() {
        return switch (operator) {
            case ">", ">>", ">|", "&>", "&>>" -> true;
            case ">&" -> !target.parts().isEmpty() && !isDescriptor(target);
            default -> false;
        };
    }

    private static boolean isDescriptor(Word word) {
        return word.parts().getFirst() instanceof WordPart.Literal literal
                && (literal.text().equals("-")
                        || Character.isDigit(literal.text().charAt(0)));
    }
}
