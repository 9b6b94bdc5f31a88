package dev.drydock.syntax.shell;

import dev.drydock.syntax.grammar.ShellParser;
import dev.drydock.syntax.grammar.ShellParser.AndOrContext;
import dev.drydock.syntax.grammar.ShellParser.CommandContext;
import dev.drydock.syntax.grammar.ShellParser.ItemContext;
import dev.drydock.syntax.grammar.ShellParser.IterationContext;
import dev.drydock.syntax.grammar.ShellParser.ListContext;
import dev.drydock.syntax.grammar.ShellParser.PieceContext;
import dev.drydock.syntax.grammar.ShellParser.PipelineContext;
import dev.drydock.syntax.grammar.ShellParser.PrefixContext;
import dev.drydock.syntax.grammar.ShellParser.SelectionContext;
import dev.drydock.syntax.grammar.ShellParser.SeparatorContext;
import dev.drydock.syntax.grammar.ShellParser.SimpleContext;
import dev.drydock.syntax.grammar.ShellParser.StrayContext;
import dev.drydock.syntax.grammar.ShellParser.TestContext;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/// Finds what fits the grammar, which is tolerant so that as much as possible can be read, and what shells reject
/// all the same.
final class Validity {

    private final String text;
    private final Dialect dialect;
    private final Faults faults;

    Validity(String text, Dialect dialect, Faults faults) {
        this.text = text;
        this.dialect = dialect;
        this.faults = faults;
    }

    void check(ParseTree tree) {
        if (tree instanceof ParserRuleContext context && context.exception == null) {
            judge(context);
        }
        for (int i = 0; i < tree.getChildCount(); i++) {
            check(tree.getChild(i));
        }
    }

    private void judge(ParserRuleContext tree) {
        switch (tree) {
            case StrayContext stray -> {
                Token token = stray.getStart();
                String code = token.getType() == ShellParser.RIGHT_PAREN ? "SC1088" : "SC1089";
                faults.problem(token, code, token.getText() + " closes nothing; remove it, or open what it closes");
            }
            case ListContext list -> list(list);
            case AndOrContext andOr -> andOr(andOr);
            case PipelineContext pipeline -> pipeline(pipeline);
            case CommandContext command -> command(command);
            case SimpleContext simple -> simple(simple);
            case ShellParser.NothingContext nothing ->
                faults.problem(nothing.getStart(), "SC1055", "nothing runs inside (); put a command there");
            case IterationContext loop -> loop(loop);
            case SelectionContext selection -> selection(selection);
            case TestContext test -> test(test);
            default -> {}
        }
    }

    private void list(ListContext list) {
        ParserRuleContext parent = list.getParent();
        boolean reported = isAfterStray(list, parent);
        boolean anything = !list.andOr().isEmpty();
        for (int i = 0; i < list.getChildCount(); i++) {
            boolean follows = i > 0 && list.getChild(i - 1) instanceof AndOrContext;
            if (!(list.getChild(i) instanceof SeparatorContext separator)
                    || separator.NEWLINE() != null
                    || (i == 0 && reported)) {
                continue;
            }
            anything = true;
            if (!follows) {
                Token token = separator.getStart();
                boolean afterBackground =
                        i > 0 && list.getChild(i - 1).getText().equals("&");
                faults.problem(
                        token,
                        afterBackground ? "SC1045" : "SC1072",
                        token.getText() + " follows no command; remove it");
            }
        }
        if (!anything && mustRun(parent)) {
            Token before = before(list, parent);
            String code = switch (before.getType()) {
                case ShellParser.THEN, ShellParser.ELSE -> "SC1048";
                case ShellParser.DO -> "SC1060";
                default -> "SC1055";
            };
            faults.problem(
                    before, code, "nothing runs after " + before.getText() + "; put a command there, or : for none");
        }
    }

    private static boolean isAfterStray(ListContext list, ParserRuleContext parent) {
        for (int i = 1; i < parent.getChildCount(); i++) {
            if (parent.getChild(i).equals(list)) {
                return parent.getChild(i - 1) instanceof StrayContext;
            }
        }
        return false;
    }

    /// Whether a list of this may not be empty.
    private static boolean mustRun(ParserRuleContext parent) {
        return parent.exception == null
                && switch (parent) {
                    case ShellParser.SubshellContext _,
                            ShellParser.GroupContext _,
                            ShellParser.ConditionContext _,
                            ShellParser.LoopContext _,
                            IterationContext _ -> true;
                    default -> false;
                };
    }

    /// The token that stands before a list.
    private static Token before(ListContext list, ParserRuleContext parent) {
        Token before = parent.getStart();
        for (int i = 0; i < parent.getChildCount() && !parent.getChild(i).equals(list); i++) {
            if (parent.getChild(i) instanceof TerminalNode leaf) {
                before = leaf.getSymbol();
            }
        }
        return before;
    }

    private void andOr(AndOrContext tree) {
        for (PipelineContext pipeline : tree.pipeline()) {
            if (pipeline.command().isEmpty() && tree.getChildCount() > 1 && pipeline.exception == null) {
                faults.problem(pipeline, "SC1072", "no command follows " + pipeline.getText() + "; add it");
            }
        }
    }

    private void pipeline(PipelineContext tree) {
        for (TerminalNode pipe : tree.PIPE()) {
            if (pipe.getSymbol().getText().length() > 1) {
                faults.bashism(pipe.getSymbol(), "", "|&");
            }
        }
        if (tree.prefix().isEmpty()) {
            return;
        }
        // For dash, `time` is a word, and `!` stands once before a command.
        PrefixContext last = tree.prefix().getLast();
        boolean compound = !tree.command().isEmpty() && tree.command(0).simple() == null;
        if (last.BANG() == null
                ? compound
                : tree.command().isEmpty() || tree.prefix().size() > 1) {
            faults.bashism(last.getStart(), "", last.getText() + " in this place");
        }
    }

    private void command(CommandContext tree) {
        if (tree.FUNCTION() != null) {
            faults.bashism(tree.getStart(), "SC2112", "the word function");
        }
        if (tree.trailer() != null && !isOneTarget(tree.trailer())) {
            Token stop = tree.trailer().getStop();
            faults.problem(
                    stop == null ? tree.getStart() : stop,
                    "SC1072",
                    "a word cannot follow the redirection of a block; end the block's line first");
        }
    }

    private boolean isOneTarget(ShellParser.TrailerContext trailer) {
        boolean expected = true;
        int end = trailer.redirect().getStop().getStopIndex() + 1;
        boolean inside = false;
        for (PieceContext piece : trailer.piece()) {
            int start = piece.getStart().getStartIndex();
            if (piece.redirect() != null) {
                expected = true;
                inside = false;
            } else if (!inside || !Lookahead.touch(text, end, start)) {
                if (!expected) {
                    return false;
                }
                expected = false;
                inside = true;
            }
            end = end(piece);
        }
        return true;
    }

    private void simple(SimpleContext tree) {
        if (tree.PARENS() != null) {
            function(tree);
            return;
        }
        int word = -1;
        int assignments = 0;
        int end = -1;
        String first = "";
        for (PieceContext piece : tree.piece()) {
            int start = piece.getStart().getStartIndex();
            if (end < 0 || !Lookahead.touch(text, end, start)) {
                word++;
                boolean assigns = isAssignment(piece);
                if (assigns && assignments == word) {
                    assignments++;
                } else if (first.isEmpty()) {
                    first = piece.getText();
                }
            }
            end = end(piece);
            if (piece.array() != null) {
                array(piece, word < assignments || isDeclaration(first));
            }
        }
    }

    private static boolean isAssignment(PieceContext piece) {
        if (piece.LITERAL() == null) {
            return false;
        }
        String word = piece.LITERAL().getText();
        int name = Assignment.nameEnd(word);
        return name > 0 && name < word.length() && "=+[".indexOf(word.charAt(name)) >= 0;
    }

    private static boolean isDeclaration(String command) {
        return switch (command) {
            case "declare", "typeset", "local", "export", "readonly", "alias", "eval", "let" -> true;
            default -> false;
        };
    }

    /// `(…)` after `name=` is an array before a command and in a declaration, and a mistake elsewhere.
    private void array(PieceContext piece, boolean allowed) {
        if (allowed) {
            faults.bashism(piece.getStart(), "SC3030", "an array");
        } else {
            faults.problem(piece.getStart(), "SC1036", "( cannot stand here; quote it, or end the command before it");
        }
    }

    private void function(SimpleContext tree) {
        Token parens = tree.PARENS().getSymbol();
        if (words(tree.piece()) != 1) {
            faults.problem(
                    parens, "SC1036", parens.getText() + " cannot stand here; quote it, or end the command before it");
            return;
        }
        CommandContext body = tree.command();
        if (body != null && body.simple() != null && dialect == Dialect.BASH) {
            faults.problem(parens, "SC1064", "the function's body must be in braces; add { behind " + parens.getText());
        }
        String name =
                text.substring(tree.getStart().getStartIndex(), end(tree.piece().getLast()));
        if (!isName(name) || isSpecialBuiltin(name)) {
            faults.bashism(tree.getStart(), "SC3033", "a function of this name");
        }
    }

    private static boolean isName(String word) {
        return !word.isEmpty() && Assignment.nameEnd(word) == word.length();
    }

    private static boolean isSpecialBuiltin(String name) {
        return switch (name) {
            case "break",
                    "continue",
                    "eval",
                    "exec",
                    "exit",
                    "export",
                    "readonly",
                    "return",
                    "set",
                    "shift",
                    "times",
                    "trap",
                    "unset" -> true;
            default -> false;
        };
    }

    private void loop(IterationContext tree) {
        Token start = tree.getStart();
        TerminalNode in = tree.IN();
        int cut = in == null ? Integer.MAX_VALUE : in.getSymbol().getStartIndex();
        int names = 0;
        for (PieceContext piece : tree.piece()) {
            names += piece.getStart().getStartIndex() < cut ? 1 : 0;
        }
        List<PieceContext> name = tree.piece().subList(0, names);
        if ((names > 0 && words(name) != 1)
                || words(tree.piece().subList(names, tree.piece().size())) < 0) {
            faults.problem(start, "SC1072", "a loop goes over words alone; write for name in words");
        } else if (names == 0) {
            faults.bashism(start, "SC3005", "for ((…))");
        } else if (start.getText().equals("select")) {
            faults.bashism(start, "SC3008", "select");
        } else if (tree.DO() == null) {
            faults.bashism(tree.LEFT_BRACE().getSymbol(), "", "a loop in braces");
        } else if (!isName(text.substring(name.getFirst().getStart().getStartIndex(), end(name.getLast())))) {
            faults.bashism(name.getFirst().getStart(), "SC1086", "a loop variable of this name");
        }
    }

    private void selection(SelectionContext tree) {
        if (words(tree.piece()) != 1) {
            faults.problem(tree.getStart(), "SC1072", "case takes one word; quote its words as one");
        }
        boolean afterItem = false;
        for (int i = 0; i < tree.getChildCount(); i++) {
            if (tree.getChild(i) instanceof ItemContext item) {
                afterItem = true;
                if (item.exception == null && !arePatterns(item)) {
                    faults.problem(
                            item.getStart(),
                            "SC1072",
                            "the words before ) are no pattern; join them by |, or quote the blanks");
                }
            } else if (tree.getChild(i) instanceof TerminalNode leaf
                    && leaf.getSymbol().getType() == ShellParser.CASE_BREAK) {
                if (!afterItem) {
                    faults.problem(leaf.getSymbol(), "SC1072", leaf.getText() + " follows no item; remove it");
                } else if (!leaf.getText().equals(";;")) {
                    faults.bashism(leaf.getSymbol(), "", leaf.getText());
                }
                afterItem = false;
            }
        }
    }

    private boolean arePatterns(ItemContext item) {
        int words = 0;
        int end = -1;
        for (int i = 0; i < item.getChildCount(); i++) {
            if (!(item.getChild(i) instanceof PieceContext piece)) {
                end = -1;
                continue;
            }
            if (piece.redirect() != null) {
                return false;
            }
            words += end >= 0 && Lookahead.touch(text, end, piece.getStart().getStartIndex()) ? 0 : 1;
            end = end(piece);
        }
        return words == item.PIPE().size() + 1;
    }

    /// `[[` is a command for `dash`, and what it takes are words.
    private void test(TestContext test) {
        if (!test.NEWLINE().isEmpty()) {
            faults.bashism(test.getStart(), "SC3010", "[[ over several lines");
            return;
        }
        for (PieceContext piece : test.piece()) {
            TerminalNode literal = piece.LITERAL();
            if (literal != null && "()".indexOf(literal.getText().charAt(0)) >= 0) {
                faults.bashism(literal.getSymbol(), "SC3010", "[[ with parentheses");
                return;
            }
        }
    }

    /// How many words the pieces make; -1 where a redirection is among them.
    private int words(List<PieceContext> pieces) {
        int words = 0;
        int end = -1;
        for (PieceContext piece : pieces) {
            if (piece.redirect() != null) {
                return -1;
            }
            words += end >= 0 && Lookahead.touch(text, end, piece.getStart().getStartIndex()) ? 0 : 1;
            end = end(piece);
        }
        return words;
    }

    private static int end(ParserRuleContext tree) {
        @Nullable Token stop = tree.getStop();
        return stop == null ? tree.getStart().getStartIndex() : stop.getStopIndex() + 1;
    }
}
