package dev.drydock.syntax.shell;

import dev.drydock.source.MappedText;
import dev.drydock.source.Span;
import dev.drydock.syntax.grammar.ShellParser;
import dev.drydock.syntax.grammar.ShellParser.ArithmeticContext;
import dev.drydock.syntax.grammar.ShellParser.ArithmeticPieceContext;
import dev.drydock.syntax.grammar.ShellParser.ArrayContext;
import dev.drydock.syntax.grammar.ShellParser.BackquotedContext;
import dev.drydock.syntax.grammar.ShellParser.BracedContext;
import dev.drydock.syntax.grammar.ShellParser.ParameterContext;
import dev.drydock.syntax.grammar.ShellParser.PieceContext;
import dev.drydock.syntax.grammar.ShellParser.ProcessContext;
import dev.drydock.syntax.grammar.ShellParser.QuotedContext;
import dev.drydock.syntax.grammar.ShellParser.RedirectContext;
import dev.drydock.syntax.grammar.ShellParser.SubstitutionContext;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/// Makes words and redirections of the flat pieces of a command: pieces that touch are one word.
final class WordBuilder {

    private static final String[] OPERATORS = {
        ":-", ":=", ":?", ":+", "##", "%%", "//", "^^", ",,", "-", "=", "?", "+", "#", "%", "/", "^", ",", "@", ":", "["
    };

    private final MappedText text;
    private final Dialect dialect;
    private final HereDocuments documents;
    private final Faults faults;
    private final int backquotes;
    private final ScriptBuilder scripts;

    WordBuilder(
            MappedText text,
            Dialect dialect,
            HereDocuments documents,
            Faults faults,
            int backquotes,
            ScriptBuilder scripts) {
        this.text = text;
        this.dialect = dialect;
        this.documents = documents;
        this.faults = faults;
        this.backquotes = backquotes;
        this.scripts = scripts;
    }

    /// The word being put together.
    private final class Pending {
        private final List<WordPart> parts = new ArrayList<>();
        private int start = -1;
        private int end = -1;
        private @Nullable Token operator;
        private final List<Word> words;
        private final List<Redirection> redirections;

        Pending(List<Word> words, List<Redirection> redirections) {
            this.words = words;
            this.redirections = redirections;
        }

        void add(ParserRuleContext tree) {
            ParseTree piece = tree.getChild(0);
            if (piece instanceof RedirectContext redirect) {
                begin(redirect);
                return;
            }
            int from = tree.getStart().getStartIndex();
            int to = end(tree);
            if (start < 0 || !Lookahead.touch(text.text(), end, from)) {
                flush();
                start = from;
            }
            end = to;
            part(parts, piece, from == start);
        }

        void begin(RedirectContext redirect) {
            finish();
            operator = redirect.getStart();
        }

        void flush() {
            if (start < 0) {
                return;
            }
            Word word = new Word(parts, text.span(start, end));
            if (operator == null) {
                words.add(word);
            } else {
                redirections.add(redirection(operator, word, text.span(operator.getStartIndex(), end)));
                operator = null;
            }
            parts.clear();
            start = -1;
        }

        void finish() {
            flush();
            if (operator != null) {
                scripts.fault();
                faults.problem(
                        operator, "SC1072", operator.getText() + " needs a file or descriptor behind it; name it");
                operator = null;
            }
        }
    }

    void read(List<PieceContext> pieces, List<Word> words, List<Redirection> redirections) {
        Pending pending = new Pending(words, redirections);
        for (PieceContext piece : pieces) {
            pending.add(piece);
        }
        pending.finish();
    }

    void read(RedirectContext first, List<PieceContext> pieces, List<Word> words, List<Redirection> redirections) {
        Pending pending = new Pending(words, redirections);
        pending.begin(first);
        for (PieceContext piece : pieces) {
            pending.add(piece);
        }
        pending.finish();
    }

    List<WordPart> arithmetic(List<ArithmeticPieceContext> pieces) {
        List<WordPart> parts = new ArrayList<>();
        for (ArithmeticPieceContext piece : pieces) {
            part(parts, piece.getChild(0), false);
        }
        return parts;
    }

    private Redirection redirection(Token operator, Word target, Span span) {
        String written = operator.getText();
        int sign = 0;
        while ("<>&".indexOf(written.charAt(sign)) < 0) {
            sign++;
        }
        if (written.endsWith("<<<")) {
            faults.bashism(operator, "SC3011", "<<<");
        }
        return new Redirection(
                written.substring(0, sign),
                written.substring(sign),
                target,
                documents.at(operator.getStartIndex()),
                span);
    }

    /// Adds what one piece is.
    ///
    /// @param first whether it begins a word
    private void part(List<WordPart> parts, @Nullable ParseTree piece, boolean first) {
        switch (piece) {
            case TerminalNode leaf -> leaf(parts, leaf.getSymbol(), first);
            case ParserRuleContext tree when tree.exception != null -> scripts.fault();
            case QuotedContext quoted -> {
                List<WordPart> inner = new ArrayList<>();
                for (int i = 1; i < quoted.getChildCount() - 1; i++) {
                    part(inner, quoted.getChild(i), false);
                }
                parts.add(new WordPart.DoubleQuoted(inner, written(quoted)));
            }
            case ParameterContext parameter -> {
                MappedText written = written(parameter);
                parts.add(new WordPart.Parameter(written.text().substring(1), "", null, written));
            }
            case BracedContext braced -> parts.add(braced(braced));
            case SubstitutionContext substitution ->
                parts.add(new WordPart.CommandSubstitution(
                        Script.inner(scripts.list(substitution.list()), scripts.span(substitution)),
                        written(substitution)));
            case ProcessContext process -> {
                faults.bashism(process.getStart(), "SC3001", "process substitution");
                parts.add(new WordPart.ProcessSubstitution(
                        Script.inner(scripts.list(process.list()), scripts.span(process)), written(process)));
            }
            case BackquotedContext backquoted -> parts.add(backquoted(backquoted));
            case ArithmeticContext arithmetic ->
                parts.add(new WordPart.Arithmetic(arithmetic(arithmetic.arithmeticPiece()), written(arithmetic)));
            case ArrayContext array -> {
                List<Word> elements = new ArrayList<>();
                read(array.piece(), elements, new ArrayList<>());
                parts.add(new WordPart.Array(elements, written(array)));
            }
            case null, default -> scripts.fault();
        }
    }

    private void leaf(List<WordPart> parts, Token token, boolean first) {
        MappedText written = text.slice(token.getStartIndex(), token.getStopIndex() + 1);
        switch (token.getType()) {
            case ShellParser.LITERAL -> {
                if (written.text().charAt(0) == '(') {
                    faults.bashism(token, "", "a pattern such as !(a|b)");
                }
                if (dialect == Dialect.BASH) {
                    WordPart.addBraced(parts, written, first);
                } else {
                    WordPart.addPlain(parts, written, first);
                }
            }
            case ShellParser.QUOTED_TEXT,
                    ShellParser.BRACED_TEXT,
                    ShellParser.BRACED_APOSTROPHE,
                    ShellParser.ARITHMETIC_TEXT,
                    ShellParser.DOLLAR -> parts.add(new WordPart.Literal(written));
            case ShellParser.ESCAPE, ShellParser.QUOTED_ESCAPE -> parts.add(new WordPart.Escaped(written));
            case ShellParser.SINGLE_QUOTED -> parts.add(new WordPart.SingleQuoted(written));
            case ShellParser.ANSI_QUOTED -> parts.add(new WordPart.AnsiQuoted(Ansi.decode(written), written));
            default -> {
                scripts.fault();
                faults.problem(token, "SC1073", token.getText() + " is never closed; close it, or escape it");
            }
        }
    }

    private WordPart braced(BracedContext tree) {
        MappedText written = written(tree);
        String head = tree.BRACED_PARAMETER().getText().substring(2);
        String operator = "";
        if (!head.isEmpty() && "'\"`\\".indexOf(head.charAt(head.length() - 1)) >= 0) {
            return new WordPart.Parameter("", "unreadable", new Word(List.of(), written.span()), written);
        }
        if (head.length() > 1 && (head.charAt(0) == '#' || head.charAt(0) == '!')) {
            operator = head.charAt(0) == '#' ? "length" : "indirect";
            head = head.substring(1);
        }
        int subscript = head.indexOf('[');
        if (subscript >= 0) {
            operator = operator.isEmpty() ? "[" : operator;
            head = head.substring(0, subscript);
        }
        List<WordPart> parts = new ArrayList<>();
        for (int i = 1; i < tree.getChildCount() - 1; i++) {
            ParseTree piece = tree.getChild(i) instanceof ParserRuleContext inner ? inner.getChild(0) : null;
            part(parts, piece, false);
        }
        if (head.isEmpty()) {
            operator = "unreadable";
        }
        if (parts.isEmpty()) {
            Word operand = operator.isEmpty()
                    ? null
                    : new Word(List.of(), Span.at(written.span().end() - 1));
            return new WordPart.Parameter(head, operator, operand, written);
        }
        Span operandSpan = parts.getFirst().span().to(parts.getLast().span());
        if (operator.isEmpty()) {
            // A shell that meets something else says so only when it comes to expand it.
            operator = parts.getFirst() instanceof WordPart.Literal literal ? operator(literal.text()) : "";
            if (!(parts.getFirst() instanceof WordPart.Literal first) || operator.isEmpty()) {
                return new WordPart.Parameter(head, "unreadable", new Word(List.of(), operandSpan), written);
            }
            int cut = operator.length();
            if (cut == first.text().length()) {
                parts.removeFirst();
            } else {
                parts.set(
                        0,
                        new WordPart.Literal(
                                first.written().slice(cut, first.written().length())));
            }
            operandSpan = parts.isEmpty()
                    ? Span.at(written.span().end() - 1)
                    : parts.getFirst().span().to(parts.getLast().span());
        }
        return new WordPart.Parameter(head, operator, new Word(parts, operandSpan), written);
    }

    private static String operator(String operand) {
        for (String operator : OPERATORS) {
            if (operand.startsWith(operator)) {
                return operator;
            }
        }
        return "";
    }

    /// Inside backquotes a backslash before `` ` ``, `\` or `$` goes away before the script is read.
    private WordPart backquoted(BackquotedContext tree) {
        MappedText written = written(tree);
        String raw = written.text();
        MappedText.Builder script = new MappedText.Builder();
        int plain = 1;
        int last = raw.length() - 1;
        for (int at = 1; at < last; at++) {
            if (raw.charAt(at) == '\\' && at + 1 < last && "`\\$".indexOf(raw.charAt(at + 1)) >= 0) {
                if (plain < at) {
                    script.append(written.slice(plain, at));
                }
                plain = ++at;
            }
        }
        if (plain < last) {
            script.append(written.slice(plain, last));
        }
        Script inner = ShellReader.read(script.build(written.origin(last)), dialect, backquotes + 1);
        if (dialect == Dialect.POSIX) {
            // bash reads what is between backquotes only when it comes to run it.
            faults.addAll(inner);
        }
        return new WordPart.CommandSubstitution(inner, written);
    }

    private MappedText written(ParserRuleContext tree) {
        return text.slice(tree.getStart().getStartIndex(), end(tree));
    }

    private static int end(ParserRuleContext tree) {
        Token stop = tree.getStop();
        int start = tree.getStart().getStartIndex();
        return stop == null ? start : Math.max(start, stop.getStopIndex() + 1);
    }
}
