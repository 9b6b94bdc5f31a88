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

    /// @param before the token before the one that does not fit, ends of lines not counted
    static void report(RecognitionException fault, Token token, Token before, Faults faults) {
        Open open = open(fault.getCtx());
        boolean end = isEnd(token.getType(), fault.getCtx());
        if (end && before.getType() != ShellParser.SEMICOLON && isOperator(before.getType())) {
            faults.problem(
                    before, "SC1072", "no command follows " + shown(before) + "; add it, or remove the operator");
        } else if (end && open != null) {
            // Where the end is missing nobody knows; what lacks it is certain.
            faults.problem(open.at(), open.code(), shown(open.at()) + " is never closed; add " + open.closer());
        } else if (isCloser(token.getType())) {
            faults.problem(token, "SC1089", shown(token) + " closes nothing; remove it, or open what it closes");
        } else if (isOperator(token.getType())) {
            faults.problem(token, "SC1072", shown(token) + " follows no command; remove it");
        } else if (token.getType() == ShellParser.LEFT_PAREN || token.getType() == ShellParser.PARENS) {
            faults.problem(
                    token, "SC1036", shown(token) + " cannot stand here; quote it, or end the command before it");
        } else {
            faults.problem(
                    token, "SC1072", shown(token) + " cannot stand here; end the command before it, or quote it");
        }
    }

    private static boolean isOperator(int type) {
        return switch (type) {
            case ShellParser.AND, ShellParser.OR, ShellParser.PIPE, ShellParser.SEMICOLON -> true;
            default -> false;
        };
    }

    /// Whether something must have ended before a token of this type: the script ends, or what was opened further
    /// out, or it is nothing that may stand where the parser is.
    private static boolean isEnd(int type, RuleContext innermost) {
        if (type == Token.EOF
                || innermost instanceof ShellParser.ArrayContext
                || (innermost instanceof ShellParser.IterationContext loop && loop.DO() == null)) {
            return true;
        }
        for (RuleContext at = innermost; at != null; at = at.parent) {
            if (ends(type, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean ends(int type, RuleContext open) {
        return switch (type) {
            case ShellParser.RIGHT_PAREN ->
                open instanceof ShellParser.SubshellContext
                        || open instanceof ShellParser.SubstitutionContext
                        || open instanceof ShellParser.ProcessContext;
            case ShellParser.RIGHT_BRACE -> open instanceof ShellParser.GroupContext;
            case ShellParser.THEN, ShellParser.ELSE, ShellParser.ELIF, ShellParser.FI ->
                open instanceof ShellParser.ConditionContext;
            case ShellParser.DO, ShellParser.DONE ->
                open instanceof ShellParser.LoopContext || open instanceof ShellParser.IterationContext;
            case ShellParser.ESAC, ShellParser.CASE_BREAK -> open instanceof ShellParser.SelectionContext;
            default -> false;
        };
    }

    private static boolean isCloser(int type) {
        return switch (type) {
            case ShellParser.RIGHT_BRACE,
                    ShellParser.THEN,
                    ShellParser.ELSE,
                    ShellParser.ELIF,
                    ShellParser.FI,
                    ShellParser.DO,
                    ShellParser.DONE,
                    ShellParser.ESAC,
                    ShellParser.CASE_BREAK -> true;
            default -> false;
        };
    }

    /// The innermost thing that is open where the parser gave up, null where nothing is.
    private static @Nullable Open open(RuleContext innermost) {
        for (RuleContext at = innermost; at != null; at = at.parent) {
            if (!(at instanceof ParserRuleContext tree)) {
                continue;
            }
            Token start = tree.getStart();
            Open open = switch (tree) {
                case ShellParser.QuotedContext _ -> new Open(start, "\" where it ends", "SC1078");
                case ShellParser.BracedContext _ -> new Open(start, "} where it ends", "SC1073");
                case ShellParser.SubstitutionContext _, ShellParser.ProcessContext _ ->
                    new Open(start, ") where it ends", "SC1073");
                case ShellParser.ArithmeticContext _, ShellParser.CalculationContext _ ->
                    new Open(start, ")) where it ends", "SC1073");
                case ShellParser.ArrayContext _, ShellParser.SubshellContext _ ->
                    new Open(start, ") where it ends", "SC1088");
                case ShellParser.GroupContext _ -> new Open(start, "} where it ends", "SC1056");
                case ShellParser.TestContext _ -> new Open(start, "]] where it ends", "SC1033");
                case ShellParser.ConditionContext condition ->
                    condition.THEN().size() <= condition.ELIF().size()
                            ? new Open(start, "then behind its condition", "SC1049")
                            : new Open(start, "fi where it ends", "SC1046");
                case ShellParser.LoopContext loop ->
                    loop.DO() == null
                            ? new Open(start, "do behind its head", "SC1057")
                            : new Open(start, "done where it ends", "SC1061");
                case ShellParser.IterationContext loop ->
                    loop.DO() == null && loop.LEFT_BRACE() == null
                            ? new Open(start, "do behind its head", "SC1057")
                            : new Open(start, loop.DO() == null ? "}" : "done where it ends", "SC1061");
                case ShellParser.SelectionContext selection ->
                    new Open(start, selection.IN() == null ? "in behind its word" : "esac where it ends", "SC1073");
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
            case ShellParser.BRACED_PARAMETER -> "${";
            default -> token.getText();
        };
    }
}
