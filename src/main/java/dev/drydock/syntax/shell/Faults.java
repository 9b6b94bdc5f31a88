package dev.drydock.syntax.shell;

import dev.drydock.source.MappedText;
import dev.drydock.source.Problem;
import dev.drydock.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/// What is wrong with a script, as it is found while reading.
final class Faults {

    private final MappedText text;
    private final Dialect dialect;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> bashisms = new ArrayList<>();

    Faults(MappedText text, Dialect dialect) {
        this.text = text;
        this.dialect = dialect;
    }

    List<Problem> problems() {
        return problems;
    }

    List<Problem> bashisms() {
        return bashisms;
    }

    /// Something that no shell accepts.
    ///
    /// @param code ShellCheck's for the same
    void problem(Token at, String code, String message) {
        problems.add(new Problem(Problem.Kind.SHELL_SYNTAX_ERROR, span(at, at), message, code));
    }

    void problem(ParserRuleContext at, String code, String message) {
        Token stop = at.getStop() == null ? at.getStart() : at.getStop();
        problems.add(new Problem(Problem.Kind.SHELL_SYNTAX_ERROR, span(at.getStart(), stop), message, code));
    }

    /// Something that `dash` does not accept and bash does.
    void bashism(Token at, String code, String what) {
        if (dialect == Dialect.POSIX) {
            bashisms.add(new Problem(
                    Problem.Kind.SHELL_SYNTAX_ERROR,
                    span(at, at),
                    what
                            + " is not for sh, which is dash here; say SHELL [\"/bin/bash\", \"-c\"] or write it otherwise",
                    code));
        }
    }

    /// Takes over what is wrong with a script inside this one.
    void addAll(Script inner) {
        problems.addAll(inner.problems());
        bashisms.addAll(inner.bashisms());
    }

    private Span span(Token first, Token last) {
        int end = Math.min(text.length(), Math.max(first.getStartIndex(), last.getStopIndex() + 1));
        return text.span(Math.min(first.getStartIndex(), end), end);
    }
}
