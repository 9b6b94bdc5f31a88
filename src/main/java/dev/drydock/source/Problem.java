package dev.drydock.source;

/// Something a parser could not accept. Parsers never throw on input: they return what they read and a list of
/// these.
///
/// @param kind what sort of fault it is; each kind is reported by the rule of that name
/// @param span the exact words at fault
/// @param message lower case, names the thing and the remedy
/// @param code what another tool calls the same fault, such as ShellCheck's `SC1078`; empty where there is nothing
public record Problem(Kind kind, Span span, String message, String code) {

    /// A problem that other tools have no code for.
    public Problem(Kind kind, Span span, String message) {
        this(kind, span, message, "");
    }

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
        COMPOSE_SYNTAX_ERROR,
        INVALID_INTERPOLATION
    }
}
