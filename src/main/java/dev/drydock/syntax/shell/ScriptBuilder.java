package dev.drydock.syntax.shell;

import dev.drydock.source.MappedText;
import dev.drydock.source.Span;
import dev.drydock.syntax.grammar.ShellParser;
import dev.drydock.syntax.grammar.ShellParser.AndOrContext;
import dev.drydock.syntax.grammar.ShellParser.CalculationContext;
import dev.drydock.syntax.grammar.ShellParser.CommandContext;
import dev.drydock.syntax.grammar.ShellParser.CompoundContext;
import dev.drydock.syntax.grammar.ShellParser.ConditionContext;
import dev.drydock.syntax.grammar.ShellParser.GroupContext;
import dev.drydock.syntax.grammar.ShellParser.ItemContext;
import dev.drydock.syntax.grammar.ShellParser.IterationContext;
import dev.drydock.syntax.grammar.ShellParser.ListContext;
import dev.drydock.syntax.grammar.ShellParser.LoopContext;
import dev.drydock.syntax.grammar.ShellParser.PieceContext;
import dev.drydock.syntax.grammar.ShellParser.PipelineContext;
import dev.drydock.syntax.grammar.ShellParser.PrefixContext;
import dev.drydock.syntax.grammar.ShellParser.ScriptContext;
import dev.drydock.syntax.grammar.ShellParser.SelectionContext;
import dev.drydock.syntax.grammar.ShellParser.SeparatorContext;
import dev.drydock.syntax.grammar.ShellParser.SimpleContext;
import dev.drydock.syntax.grammar.ShellParser.StrayContext;
import dev.drydock.syntax.grammar.ShellParser.SubshellContext;
import dev.drydock.syntax.grammar.ShellParser.TestContext;
import dev.drydock.syntax.grammar.ShellParser.TrailerContext;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/// Makes statements of the parse tree. A statement with a fault in it is [Statement.Unknown]; one with a fault in a
/// statement inside it is not.
final class ScriptBuilder {

    private final MappedText text;
    private final Dialect dialect;
    private final WordBuilder words;
    private boolean broken;

    ScriptBuilder(MappedText text, Dialect dialect, HereDocuments documents, Faults faults, int backquotes) {
        this.text = text;
        this.dialect = dialect;
        this.words = new WordBuilder(text, dialect, documents, faults, backquotes, this);
    }

    List<Statement> script(ScriptContext tree) {
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < tree.getChildCount(); i++) {
            ParseTree child = tree.getChild(i);
            if (child instanceof ListContext list) {
                addAll(statements, list);
            } else if (child instanceof StrayContext stray) {
                statements.add(new Statement.Unknown(span(stray)));
            }
        }
        Token end = tree.getStop();
        if (tree.exception != null && end != null) {
            statements.add(new Statement.Unknown(text.span(end.getStartIndex(), text.length())));
        }
        return statements;
    }

    List<Statement> list(ListContext list) {
        List<Statement> statements = new ArrayList<>();
        addAll(statements, list);
        return statements;
    }

    /// Something in the statement being built does not fit: all of it is unknown.
    void fault() {
        broken = true;
    }

    Span span(ParserRuleContext tree) {
        int start = tree.getStart().getStartIndex();
        Token stop = tree.getStop();
        int end = stop == null ? start : Math.max(start, stop.getStopIndex() + 1);
        return text.span(Math.min(start, text.length()), Math.min(end, text.length()));
    }

    private void addAll(List<Statement> statements, ListContext list) {
        if (list.exception != null) {
            broken = true;
        }
        for (int i = 0; i < list.getChildCount(); i++) {
            ParseTree child = list.getChild(i);
            if (child instanceof AndOrContext andOr) {
                statements.add(guarded(andOr));
            } else if (child instanceof SeparatorContext separator
                    && separator.BACKGROUND() != null
                    && !statements.isEmpty()) {
                Statement body = statements.removeLast();
                statements.add(new Statement.Background(body, body.span()));
            }
        }
    }

    private Statement guarded(AndOrContext tree) {
        boolean outer = broken;
        broken = false;
        Statement statement = andOr(tree);
        if (broken) {
            statement = new Statement.Unknown(span(tree));
        }
        broken = outer;
        return statement;
    }

    private Statement andOr(AndOrContext tree) {
        check(tree);
        List<Statement.Link> links = new ArrayList<>();
        Statement first = null;
        boolean onSuccess = true;
        for (int i = 0; i < tree.getChildCount(); i++) {
            ParseTree child = tree.getChild(i);
            if (child instanceof PipelineContext pipeline) {
                Statement next = pipeline(pipeline);
                if (first == null) {
                    first = next;
                } else {
                    links.add(new Statement.Link(onSuccess, next));
                }
            } else if (child instanceof TerminalNode leaf) {
                int type = leaf.getSymbol().getType();
                onSuccess = type == ShellParser.NEWLINE ? onSuccess : type == ShellParser.AND;
            }
        }
        if (first == null) {
            return unknown(tree);
        }
        return links.isEmpty() ? first : new Statement.AndOr(first, links, span(tree));
    }

    private Statement pipeline(PipelineContext tree) {
        check(tree);
        List<Statement> stages = new ArrayList<>();
        for (CommandContext command : tree.command()) {
            stages.add(command(command));
        }
        boolean negated = false;
        boolean background = false;
        for (PrefixContext prefix : tree.prefix()) {
            negated ^= prefix.BANG() != null;
            background |= prefix.COPROC() != null;
        }
        if (stages.isEmpty()) {
            if (tree.prefix().isEmpty()) {
                return unknown(tree);
            }
            // `!` and `time` alone run nothing.
            stages.add(new Statement.SimpleCommand(List.of(), List.of(), List.of(), span(tree)));
        }
        Statement statement = stages.size() == 1 && !negated
                ? stages.getFirst()
                : new Statement.Pipeline(stages, negated, span(tree));
        return background ? new Statement.Background(statement, span(tree)) : statement;
    }

    private Statement command(CommandContext tree) {
        check(tree);
        SimpleContext simple = tree.simple();
        if (simple != null) {
            return simple(simple);
        }
        CompoundContext compound = tree.compound();
        if (broken || compound == null) {
            return unknown(tree);
        }
        Statement statement = redirected(compound(compound), tree.trailer());
        TerminalNode name = tree.LITERAL();
        return name == null ? statement : new Statement.Function(name.getText(), statement, span(tree));
    }

    private Statement simple(SimpleContext tree) {
        check(tree);
        List<Word> all = new ArrayList<>();
        List<Redirection> redirections = new ArrayList<>();
        words.read(tree.piece(), all, redirections);
        if (tree.PARENS() != null) {
            return function(tree, all, redirections);
        }
        List<Assignment> assignments = new ArrayList<>();
        while (assignments.size() < all.size()) {
            Assignment assignment = Assignment.of(all.get(assignments.size()));
            if (assignment == null) {
                break;
            }
            assignments.add(assignment);
        }
        return new Statement.SimpleCommand(
                assignments, all.subList(assignments.size(), all.size()), redirections, span(tree));
    }

    private Statement function(SimpleContext tree, List<Word> name, List<Redirection> redirections) {
        CommandContext body = tree.command();
        if (name.size() != 1
                || !redirections.isEmpty()
                || body == null
                || (body.simple() != null && dialect == Dialect.BASH)) {
            return unknown(tree);
        }
        return new Statement.Function(name.getFirst().text().or(""), command(body), span(tree));
    }

    private Statement redirected(Statement body, TrailerContext trailer) {
        if (trailer == null) {
            return body;
        }
        List<Word> extra = new ArrayList<>();
        List<Redirection> redirections = new ArrayList<>();
        words.read(trailer.redirect(), trailer.piece(), extra, redirections);
        if (!extra.isEmpty()) {
            broken = true;
        }
        return new Statement.Redirected(body, redirections, body.span().to(span(trailer)));
    }

    private Statement compound(CompoundContext tree) {
        check(tree);
        if (tree.exception != null) {
            return unknown(tree);
        }
        Span span = span(tree);
        return switch (tree) {
            case SubshellContext subshell -> new Statement.Subshell(list(subshell.list()), span);
            case GroupContext group -> new Statement.Group(list(group.list()), span);
            case ConditionContext condition -> condition(condition, span);
            case LoopContext loop ->
                new Statement.Loop(loop.UNTIL() != null, list(loop.list(0)), list(loop.list(1)), span);
            case IterationContext iteration -> iteration(iteration, span);
            case SelectionContext selection -> selection(selection, span);
            case CalculationContext calculation ->
                new Statement.ArithmeticCommand(words.arithmetic(calculation.arithmeticPiece()), span);
            case TestContext test -> {
                List<Word> all = new ArrayList<>();
                List<Redirection> redirections = new ArrayList<>();
                words.read(test.piece(), all, redirections);
                yield new Statement.Test(all, span);
            }
            default -> unknown(tree);
        };
    }

    private Statement condition(ConditionContext tree, Span span) {
        List<ListContext> lists = tree.list();
        List<Statement.Branch> branches = new ArrayList<>();
        int at = 0;
        for (; at + 1 < lists.size(); at += 2) {
            branches.add(new Statement.Branch(list(lists.get(at)), list(lists.get(at + 1))));
        }
        List<Statement> otherwise = at < lists.size() ? list(lists.get(at)) : List.of();
        return new Statement.If(branches, otherwise, span);
    }

    private Statement iteration(IterationContext tree, Span span) {
        List<Word> all = new ArrayList<>();
        List<Redirection> redirections = new ArrayList<>();
        boolean in = false;
        List<PieceContext> name = new ArrayList<>();
        List<PieceContext> rest = new ArrayList<>();
        for (int i = 0; i < tree.getChildCount(); i++) {
            if (tree.getChild(i) instanceof PieceContext piece) {
                (in ? rest : name).add(piece);
            }
            in |= tree.getChild(i) instanceof TerminalNode leaf
                    && leaf.getSymbol().getType() == ShellParser.IN;
        }
        words.read(rest, all, redirections);
        List<Word> names = new ArrayList<>();
        words.read(name, names, redirections);
        if (names.size() > 1 || !redirections.isEmpty()) {
            return unknown(tree);
        }
        String called = names.isEmpty() ? "" : names.getFirst().text().or("");
        return new Statement.For(called, all, list(tree.list()), span);
    }

    private Statement selection(SelectionContext tree, Span span) {
        List<Word> subject = new ArrayList<>();
        words.read(tree.piece(), subject, new ArrayList<>());
        List<Statement.Item> items = new ArrayList<>();
        for (ItemContext item : tree.item()) {
            check(item);
            if (item.exception != null) {
                return unknown(tree);
            }
            List<Word> patterns = new ArrayList<>();
            int alternatives = item.PIPE().size() + 1;
            List<Redirection> redirections = new ArrayList<>();
            List<PieceContext> run = new ArrayList<>();
            for (int i = 0; i < item.getChildCount(); i++) {
                if (item.getChild(i) instanceof PieceContext piece) {
                    run.add(piece);
                } else {
                    words.read(run, patterns, redirections);
                    run.clear();
                }
            }
            if (patterns.size() != alternatives || !redirections.isEmpty()) {
                return unknown(tree);
            }
            items.add(new Statement.Item(patterns, list(item.list())));
        }
        return subject.size() == 1 ? new Statement.Case(subject.getFirst(), items, span) : unknown(tree);
    }

    private void check(ParserRuleContext tree) {
        if (tree.exception != null) {
            broken = true;
        }
    }

    private Statement unknown(ParserRuleContext tree) {
        broken = true;
        return new Statement.Unknown(span(tree));
    }
}
