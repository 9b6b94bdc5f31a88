package dev.drydock.syntax.shell;

import dev.drydock.source.MappedText;
import dev.drydock.source.Problem;
import dev.drydock.source.Span;
import dev.drydock.syntax.grammar.ShellParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;

/// Reads shell scripts. Takes any text, never throws, and takes time linear in its length.
public final class ShellReader {

    /// Backquotes inside backquotes need ever more backslashes; nobody goes further.
    private static final int MAX_BACKQUOTES = 4;

    private ShellReader() {}

    /// Reads `text`, the joined body of a `RUN`, a heredoc's body or the string of a nested shell.
    public static Script read(MappedText text, Dialect dialect) {
        return read(text, dialect, 0);
    }

    static Script read(MappedText text, Dialect dialect, int backquotes) {
        if (backquotes > MAX_BACKQUOTES) {
            return new Script(List.of(new Statement.Unknown(text.span())), List.of(), text.span());
        }
        HereDocuments documents = new HereDocuments(text);
        ShellTokens tokens = new ShellTokens(text.text(), documents);
        List<Problem> problems = new ArrayList<>();
        ShellParser parser = new ShellParser(new CommonTokenStream(tokens));
        parser.removeErrorListeners();
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        parser.setErrorHandler(new Recovery(text, problems));
        ShellParser.ScriptContext tree = parser.script();
        if (tokens.tooDeep()) {
            return new Script(List.of(new Statement.Unknown(text.span())), List.of(), text.span());
        }
        var builder = new ScriptBuilder(text, dialect, documents, problems, backquotes);
        return new Script(builder.script(tree), problems, text.span());
    }

    /// Notes what does not fit and goes on at the next place where something can. Nothing is put in or left out to
    /// make a script fit: its meaning would be a guess.
    private static final class Recovery extends DefaultErrorStrategy {
        private final MappedText text;
        private final List<Problem> problems;
        private int lastReported = -1;

        Recovery(MappedText text, List<Problem> problems) {
            this.text = text;
            this.problems = problems;
        }

        @Override
        public void sync(Parser recognizer) {}

        @Override
        public Token recoverInline(Parser recognizer) {
            throw new InputMismatchException(recognizer);
        }

        @Override
        public void reportError(Parser recognizer, RecognitionException fault) {
            Token token = fault.getOffendingToken();
            if (token == null || token.getTokenIndex() == lastReported) {
                return;
            }
            lastReported = token.getTokenIndex();
            problems.add(
                    token.getType() == Token.EOF
                            ? new Problem(
                                    Problem.Kind.SHELL_SYNTAX_ERROR,
                                    Span.at(text.origin(text.length())),
                                    "the script ends too early; close what is still open")
                            : new Problem(
                                    Problem.Kind.SHELL_SYNTAX_ERROR,
                                    text.span(token.getStartIndex(), token.getStopIndex() + 1),
                                    "the shell does not expect this here"));
        }
    }
}
