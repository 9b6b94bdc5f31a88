package dev.drydock.syntax.compose;

import dev.drydock.source.Problem;
import dev.drydock.source.Source;
import dev.drydock.source.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What an environment file says: a `.env`, or one that `env_file` names.
///
/// @param variables what it sets, in the order of writing
/// @param problems what Compose does not accept, and stops at
public record DotEnv(Source source, List<EnvVariable> variables, List<Problem> problems) {

    public DotEnv {
        variables = List.copyOf(variables);
        problems = List.copyOf(problems);
    }

    /// Reads a file: quotes, escapes, comments, variables. Never throws on what is in it.
    ///
    /// @param environment what goes before the lines of the file where a value uses a variable
    public static DotEnv read(Source source, Environment environment) {
        return new DotEnvParser(source, environment).parse();
    }

    /// Reads a file of `format: raw`, in which a value is all that stands behind its `=`.
    public static DotEnv raw(Source source, Environment environment) {
        return new DotEnvParser(source, environment).raw();
    }

    /// The variables whose values are certain. Of several of one name, the last counts.
    public Map<String, String> known() {
        Map<String, String> known = new HashMap<>();
        for (EnvVariable variable : variables) {
            if (variable.value() instanceof Text.Known(String value)) {
                known.put(variable.name(), value);
            } else if (variable.value() != null) {
                known.remove(variable.name());
            }
        }
        return known;
    }
}
