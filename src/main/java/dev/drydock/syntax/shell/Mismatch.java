package dev.drydock.syntax.shell;

import dev.drydock.syntax.grammar.ShellParser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/// Says what is wrong where a token does not fit: at the token, or, where a script ends too early, at what was
/// never closed.
final class Mismatch {

    private Mismatch() {}

    /// What was opened and what closes it.
    private record Open(Token at, String closer, String code) {}

    static void report(RecognitionException fault, Token token, Faults faults) {
        Open open = open(fault.getCtx());
        if (token.getType() == Token.EOF) {
            if (open == null) {
                faults.problem(
                        token, "SC1072", "the script ends where a command must follow; add it, or remove the operator");
            } else {
                faults.problem(
                        open.at(),
                        open.code(),
                        shown(open.at()) + " is never closed; add " + open.closer() + " where it ends");
            }
            return;
        }
        String word = shown(token);
        if (token.getType() == ShellParser.LEFT_PAREN || token.getType() == ShellParser.PARENS) {
            faults.problem(token, "SC1036", word + " cannot stand here; quote it, or end the command before it");
        } else if (open != null) {
            faults.problem(
                    token,
                    open.code(),
                    word + " does not fit here; " + shown(open.at()) + " before it needs " + open.closer() + " first");
        } else {
            faults.problem(token, "SC1072", word + " cannot stand here; end the command before it, or quote it");
        }
    }

    /// The innermost thing that is open where the parser gave up, null where nothing is.
    private static @Nullable Open open(RuleContext innermost) {
        for (RuleContext at = innermost; at != null; at = at.parent) {
            if (!(at instanceof ParserRuleContext tree)) {
                continue;
            }
            Token start = tree.getStart();
            Open open = switch (tree) {
                case ShellParser.QuotedContext _ -> new Open(start, "\"", "SC1078");
                case ShellParser.BracedContext _ -> new Open(start, "}", "SC1073");
                case ShellParser.SubstitutionContext _, ShellParser.ProcessContext _ -> new Open(start, ")", "SC1073");
                case ShellParser.ArithmeticContext _, ShellParser.CalculationContext _ ->
                    new Open(start, "))", "SC1073");
                case ShellParser.ArrayContext _, ShellParser.SubshellContext _ -> new Open(start, ")", "SC1088");
                case ShellParser.GroupContext _ -> new Open(start, "}", "SC1056");
                case ShellParser.TestContext _ -> new Open(start, "]]", "SC1033");
                case ShellParser.ConditionContext condition ->
                    condition.THEN().size() <= condition.ELIF().size()
                            ? new Open(start, "then", "SC1049")
                            : new Open(start, "fi", "SC1046");
                case ShellParser.LoopContext loop ->
                    loop.DO() == null ? new Open(start, "do", "SC1057") : new Open(start, "done", "SC1061");
                case ShellParser.IterationContext loop ->
                    loop.DO() == null && loop.LEFT_BRACE() == null
                            ? new Open(start, "do", "SC1057")
                            : new Open(start, loop.DO() == null ? "}" : "done", "SC1061");
                case ShellParser.SelectionContext selection ->
                    new Open(start, selection.IN() == null ? "in" : "esac", "SC1073");
                default -> null;
            };
            if (open != null) {
                return open;
            }
        }
        return null;
    }

    private static String shown(Token token) {
        return switch (token.getType()) {
            case ShellParser.NEWLINE -> "the end of the line";
            default -> token.getText();
        };
    }
}
