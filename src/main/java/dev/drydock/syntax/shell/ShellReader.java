package dev.drydock.syntax.shell;

import dev.drydock.source.MappedText;
import dev.drydock.syntax.grammar.ShellParser;
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
            return Script.inner(List.of(new Statement.Unknown(text.span())), text.span());
        }
        HereDocuments documents = new HereDocuments(text);
        var faults = new Faults(text, dialect);
        ShellTokens tokens = new ShellTokens(text.text(), dialect, documents, faults);
        ShellParser parser = new ShellParser(new CommonTokenStream(tokens));
        parser.removeErrorListeners();
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        parser.setErrorHandler(new Recovery(faults));
        ShellParser.ScriptContext tree = parser.script();
        if (tokens.tooDeep()) {
            return Script.inner(List.of(new Statement.Unknown(text.span())), text.span());
        }
        new Validity(text.text(), dialect, faults).check(tree);
        var builder = new ScriptBuilder(text, dialect, documents, faults, backquotes);
        List<Statement> statements = builder.script(tree);
        return new Script(statements, faults.problems(), faults.bashisms(), tokens.comments(text), text.span());
    }

    /// Notes what does not fit and goes on at the next place where something can. Nothing is put in or left out to
    /// make a script fit: its meaning would be a guess.
    private static final class Recovery extends DefaultErrorStrategy {
        private final Faults faults;
        private int lastReported = -1;

        Recovery(Faults faults) {
            this.faults = faults;
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
            int back = -1;
            Token before = recognizer.getInputStream().LT(back);
            while (before != null && before.getType() == ShellParser.NEWLINE) {
                before = recognizer.getInputStream().LT(--back);
            }
            Mismatch.report(fault, token, before == null ? token : before, faults);
        }
    }
}
