package dev.drydock.source;

/// Something a parser could not accept. Parsers never throw on input: they return what they read and a list of
/// these.
///
/// @param kind what sort of fault it is; each kind is reported by the rule of that name
/// @param span the exact words at fault
/// @param message lower case, names the thing and the remedy
public record Problem(Kind kind, Span span, String message) {

    /// The sorts of fault. A rule reports each: the constant in kebab-case is that rule's id.
    public enum Kind {
        SYNTAX_ERROR,
        UNKNOWN_INSTRUCTION,
        UNKNOWN_FLAG,
        INSTRUCTION_ORDER,
        NESTED_ONBUILD,
        EMPTY_CONTINUATION,
        INVALID_EXEC_FORM,
        SHELL_SYNTAX_ERROR,
        COMPOSE_SYNTAX_ERROR
    }
}
