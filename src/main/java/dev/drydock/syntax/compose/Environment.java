package dev.drydock.syntax.compose;

import java.util.Map;

/// The variables that interpolation sees.
///
/// @param variables their names and values
/// @param closed whether a variable that is not among them is certain to be unset; otherwise whoever runs Compose
///     may set it, and its value is unknown
public record Environment(Map<String, String> variables, boolean closed) {

    /// No variable is known.
    public static final Environment UNKNOWN = new Environment(Map.of(), false);

    public Environment {
        variables = Map.copyOf(variables);
    }

    /// Variables that are known, among others that may be set.
    public static Environment open(Map<String, String> variables) {
        return variables.isEmpty() ? UNKNOWN : new Environment(variables, false);
    }

    /// All variables that there are.
    public static Environment closed(Map<String, String> variables) {
        return new Environment(variables, true);
    }
}
