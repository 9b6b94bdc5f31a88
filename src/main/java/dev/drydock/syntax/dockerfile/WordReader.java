package dev.drydock.syntax.dockerfile;

import dev.drydock.source.MappedText;
import dev.drydock.source.Span;
import dev.drydock.syntax.dockerfile.Word.Modifier;
import dev.drydock.syntax.dockerfile.Word.Part;
import dev.drydock.syntax.dockerfile.Word.Quoting;
import dev.drydock.syntax.grammar.ExpansionLexer;
import dev.drydock.syntax.grammar.ExpansionParser;
import dev.drydock.syntax.grammar.TextStream;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/// Reads the words in which Docker expands variables.
final class WordReader {

    /// References nest in modifiers. A word with more of them than any real file has is taken as text, so that the
    /// depth of the descent is bounded.
    private static final int MOST_REFERENCES = 200;

    private final boolean backquote;
    private @Nullable ExpansionLexer lexer;
    private @Nullable ExpansionParser parser;

    WordReader(char escape) {
        backquote = escape == '`';
    }

    Word read(MappedText raw) {
        if (!needsParser(raw.text())) {
            return Word.literal(raw);
        }
        return new Word(raw, new Reading(raw).parts(parse(raw.text()).part(), Quoting.NONE));
    }

    /// Most words are just text: no parser is even loaded for them.
    private boolean needsParser(String text) {
        int references = 0;
        boolean special = false;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '$' -> {
                    special = true;
                    references++;
                }
                case '\'', '"' -> special = true;
                case '\\' -> special |= !backquote;
                case '`' -> special |= backquote;
                default -> {}
            }
        }
        return special && references <= MOST_REFERENCES;
    }

    private ExpansionParser.WordContext parse(String text) {
        var stream = new TextStream(text, backquote);
        if (lexer == null || parser == null) {
            lexer = new ExpansionLexer(stream);
            lexer.removeErrorListeners();
            parser = new ExpansionParser(new CommonTokenStream(lexer));
            parser.removeErrorListeners();
        } else {
            lexer.setInputStream(stream);
            parser.setTokenStream(new CommonTokenStream(lexer));
        }
        return parser.word();
    }

    /// One word being turned from ANTLR's tree into parts.
    private record Reading(MappedText raw) {

        List<Part> parts(List<? extends ParseTree> nodes, Quoting quoting) {
            var parts = new ArrayList<Part>(nodes.size());
            for (ParseTree node : nodes) {
                addPart(parts, node, quoting);
            }
            return parts;
        }

        private void addPart(List<Part> parts, ParseTree node, Quoting quoting) {
            switch (node) {
                case ExpansionParser.VariableContext variable -> parts.add(variable(variable, quoting));
                case TerminalNode terminal -> addLiteral(parts, terminal.getSymbol(), quoting);
                default -> {
                    // part, inner or operand: one token, a variable, or a quoted run
                    boolean quoted = node.getChildCount() > 0
                            && node.getChild(0) instanceof TerminalNode first
                            && first.getSymbol().getType() == ExpansionParser.QUOTE;
                    Quoting inside = quoted ? Quoting.DOUBLE : quoting;
                    if (quoted && node.getChildCount() <= 2) {
                        Token quote = ((TerminalNode) node.getChild(0)).getSymbol();
                        parts.add(new Part.Literal("", span(quote.getStartIndex(), quote.getStopIndex() + 1), inside));
                    }
                    for (int i = 0; i < node.getChildCount(); i++) {
                        addPart(parts, node.getChild(i), inside);
                    }
                }
            }
        }

        private void addLiteral(List<Part> parts, Token token, Quoting quoting) {
            int start = token.getStartIndex();
            int end = token.getStopIndex() + 1;
            switch (token.getType()) {
                case ExpansionParser.TEXT ->
                    parts.add(new Part.Literal(raw.text().substring(start, end), span(start, end), quoting));
                case ExpansionParser.ESCAPED ->
                    parts.add(new Part.Literal(raw.text().substring(start + 1, end), span(start, end), quoting));
                case ExpansionParser.SINGLE -> {
                    boolean closed = end - start > 1 && raw.text().charAt(end - 1) == '\'';
                    String inside = raw.text().substring(start + 1, closed ? end - 1 : end);
                    parts.add(new Part.Literal(inside, span(start, end), Quoting.SINGLE));
                }
                default -> {
                    // quotes, and the end of the word
                }
            }
        }

        private Part.Variable variable(ExpansionParser.VariableContext node, Quoting quoting) {
            Token first = node.getStart();
            int start = first.getStartIndex();
            int dollar = first.getType() == ExpansionParser.OPEN ? 2 : 1;
            int nameEnd = first.getStopIndex() + 1;
            int end = Math.max(nameEnd, node.getStop().getStopIndex() + 1);
            return new Part.Variable(
                    raw.text().substring(start + dollar, nameEnd),
                    span(start + dollar, nameEnd),
                    span(start, end),
                    modifier(node),
                    quoting == Quoting.DOUBLE,
                    dollar == 1 || node.CLOSE() != null);
        }

        private @Nullable Modifier modifier(ExpansionParser.VariableContext node) {
            TerminalNode operator = node.OPERATOR() != null ? node.OPERATOR() : node.BAD();
            if (operator == null) {
                return null;
            }
            Token token = operator.getSymbol();
            return new Modifier(
                    token.getText(),
                    span(token.getStartIndex(), token.getStopIndex() + 1),
                    parts(node.operand(), Quoting.NONE));
        }

        private Span span(int start, int end) {
            return raw.span(start, end);
        }
    }
}
