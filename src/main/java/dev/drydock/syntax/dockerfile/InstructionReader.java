package dev.drydock.syntax.dockerfile;

import dev.drydock.source.MappedText;
import dev.drydock.source.Problem;
import dev.drydock.source.Span;
import dev.drydock.syntax.dockerfile.Instruction.Head;
import dev.drydock.syntax.grammar.DockerfileLexer;
import dev.drydock.syntax.grammar.DockerfileParser;
import dev.drydock.syntax.grammar.DockerfileParser.StatementContext;
import dev.drydock.syntax.grammar.TextStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/// Turns the joined text of one instruction into an [Instruction].
final class InstructionReader {

    private final List<Problem> problems;
    private final WordReader words;
    private final FlagReader flagReader;
    private final boolean backquote;
    private final DockerfileLexer lexer;
    private final DockerfileParser parser;

    InstructionReader(char escape, List<Problem> problems) {
        this.problems = problems;
        backquote = escape == '`';
        words = new WordReader(escape);
        flagReader = new FlagReader(words, problems);
        lexer = new DockerfileLexer(new TextStream(""));
        lexer.removeErrorListeners();
        parser = new DockerfileParser(new CommonTokenStream(lexer));
        parser.removeErrorListeners();
    }

    /// Whether heredocs may follow: RUN, COPY and ADD, not in JSON form, also as an ONBUILD trigger.
    boolean takesHeredocs(MappedText line) {
        var context = parse(line);
        StatementContext statement = context.statement();
        if (statement == null) {
            return false;
        }
        int type = statement.keyword.getType();
        if (type == DockerfileParser.RUN) {
            MappedText body = body(line, statement.BODY());
            return !(JsonReader.read(body) instanceof JsonReader.Form.Strings);
        }
        if (type != DockerfileParser.COPY && type != DockerfileParser.ADD) {
            return false;
        }
        List<TerminalNode> nodes = statement.WORD();
        return nodes.isEmpty() || !(JsonReader.read(wordsAsBody(line, nodes)) instanceof JsonReader.Form.Strings);
    }

    Instruction read(MappedText line, List<Heredoc> heredocs) {
        var context = parse(line);
        Span span = line.span();
        if (!heredocs.isEmpty()) {
            span = span.to(heredocs.getLast().terminator());
        }
        if (context.ONBUILD().isEmpty()) {
            return statement(line, context.statement(), heredocs, span);
        }
        Token onbuild = context.ONBUILD(0).getSymbol();
        Head head = head(line, onbuild, context.FLAG(), span);
        flagReader.check("ONBUILD", head.flags());
        if (context.ONBUILD().size() > 1) {
            nestedOnbuild(span(line, context.ONBUILD(1).getSymbol()), "ONBUILD", "remove one of them");
            return new Instruction.Invalid(head);
        }
        if (context.statement() == null) {
            syntaxError(head.keywordSpan(), "ONBUILD needs an instruction to run later");
            return new Instruction.Invalid(head);
        }
        Instruction trigger = statement(line, context.statement(), heredocs, span);
        if (trigger.keyword().equals("FROM") || trigger.keyword().equals("MAINTAINER")) {
            nestedOnbuild(
                    trigger.head().keywordSpan(),
                    trigger.keyword(),
                    trigger.keyword().equals("FROM") ? "start a stage with it instead" : "use ONBUILD LABEL instead");
        }
        return new Instruction.Onbuild(head, trigger);
    }

    private void nestedOnbuild(Span place, String keyword, String remedy) {
        problems.add(
                new Problem(Problem.Kind.NESTED_ONBUILD, place, keyword + " cannot be an ONBUILD trigger; " + remedy));
    }

    private DockerfileParser.InstructionContext parse(MappedText line) {
        lexer.setInputStream(new TextStream(line.text(), backquote));
        lexer.mode(DockerfileLexer.DEFAULT_MODE);
        parser.setTokenStream(new CommonTokenStream(lexer));
        return parser.instruction();
    }

    private Head head(MappedText line, Token keyword, List<TerminalNode> flagNodes, Span end) {
        List<Flag> flags = List.of();
        if (!flagNodes.isEmpty()) {
            flags = new ArrayList<>(flagNodes.size());
            for (TerminalNode node : flagNodes) {
                flags.add(flagReader.read(slice(line, node.getSymbol())));
            }
        }
        Span span = span(line, keyword);
        return new Head(
                line.text()
                        .substring(keyword.getStartIndex(), keyword.getStopIndex() + 1)
                        .toUpperCase(Locale.ROOT),
                span,
                flags,
                line,
                span.to(end));
    }

    private Instruction statement(MappedText line, StatementContext node, List<Heredoc> heredocs, Span span) {
        Token keyword = node.keyword;
        // The line may hold an ONBUILD before it: the instruction starts at its own keyword.
        Span own = new Span(line.origin(keyword.getStartIndex()), span.end());
        Head head = head(line, keyword, node.FLAG(), own);
        int type = keyword.getType();
        boolean flagsAreRead = type != DockerfileParser.ARG
                && type != DockerfileParser.STOPSIGNAL
                && type != DockerfileParser.HEALTHCHECK
                && type != DockerfileParser.UNKNOWN;
        if (flagsAreRead) {
            // A flag that does not exist leaves the instruction what it looks like: one problem must not hide others.
            flagReader.check(head.keyword(), head.flags());
        }
        return switch (type) {
            case DockerfileParser.FROM -> from(head, line, node.WORD());
            case DockerfileParser.COPY, DockerfileParser.ADD ->
                transfer(head, line, node.WORD(), heredocs, type == DockerfileParser.ADD);
            case DockerfileParser.EXPOSE -> expose(head, line, node.WORD());
            case DockerfileParser.VOLUME -> volume(head, line, node.WORD());
            case DockerfileParser.ARG -> arg(head, line, node.WORD());
            case DockerfileParser.ENV, DockerfileParser.LABEL ->
                keyValues(head, line, node.WORD(), type == DockerfileParser.ENV);
            case DockerfileParser.HEALTHCHECK -> healthcheck(head, line, node);
            case DockerfileParser.UNKNOWN -> new Instruction.Invalid(head);
            default -> withBody(head, type, body(line, node.BODY()), heredocs);
        };
    }

    private Instruction from(Head head, MappedText line, List<TerminalNode> nodes) {
        if (nodes.size() == 1) {
            return new Instruction.From(head, word(line, nodes.getFirst()), null, null);
        }
        if (nodes.size() == 3 && nodes.get(1).getText().equalsIgnoreCase("AS")) {
            Word name = Word.literal(slice(line, nodes.get(2).getSymbol()));
            if (!isStageName(name.text())) {
                syntaxError(
                        name.span(),
                        "no stage can be named " + name.text()
                                + "; a name starts with a letter and has letters, digits, -, _ and . only");
            }
            return new Instruction.From(
                    head, word(line, nodes.getFirst()), span(line, nodes.get(1).getSymbol()), name);
        }
        if (nodes.isEmpty()) {
            syntaxError(head.keywordSpan(), "FROM needs an image");
            return new Instruction.Invalid(head);
        }
        TerminalNode odd = nodes.get(1);
        boolean as = odd.getText().equalsIgnoreCase("AS");
        Span rest = span(line, (as ? nodes.get(Math.min(3, nodes.size() - 1)) : odd).getSymbol())
                .to(span(line, nodes.getLast().getSymbol()));
        syntaxError(
                rest,
                as && nodes.size() == 2
                        ? "AS needs a stage name"
                        : "FROM takes an image, or an image AS a name; what else stands here does not belong");
        // The image is still known: what refers to the stage should not be reported for the same mistake.
        return new Instruction.From(head, word(line, nodes.getFirst()), null, null);
    }

    private static boolean isStageName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char character = Character.toLowerCase(name.charAt(i));
            boolean letter = character >= 'a' && character <= 'z';
            if (!letter && (i == 0 || !(Character.isDigit(character) || "-_.".indexOf(character) >= 0))) {
                return false;
            }
        }
        return true;
    }

    private Instruction transfer(
            Head head, MappedText line, List<TerminalNode> nodes, List<Heredoc> heredocs, boolean add) {
        List<Word> all = wordsOrJson(line, nodes);
        if (all.size() < 2) {
            syntaxError(
                    all.isEmpty() ? head.keywordSpan() : all.getFirst().span(),
                    head.keyword() + " needs a source and a destination");
            return new Instruction.Invalid(head);
        }
        Word destination = all.getLast();
        for (Heredoc heredoc : heredocs) {
            if (destination.span().contains(heredoc.opener())) {
                syntaxError(destination.span(), head.keyword() + " cannot write to a heredoc; add a destination");
            }
        }
        List<Word> sources = all.subList(0, all.size() - 1);
        return add
                ? new Instruction.Add(head, sources, destination, heredocs)
                : new Instruction.Copy(head, sources, destination, heredocs);
    }

    private Instruction expose(Head head, MappedText line, List<TerminalNode> nodes) {
        if (nodes.isEmpty()) {
            syntaxError(head.keywordSpan(), "EXPOSE needs a port");
            return new Instruction.Invalid(head);
        }
        return new Instruction.Expose(head, words(line, nodes));
    }

    private Instruction volume(Head head, MappedText line, List<TerminalNode> nodes) {
        List<Word> paths = wordsOrJson(line, nodes);
        if (paths.isEmpty()) {
            syntaxError(head.keywordSpan(), "VOLUME needs a path");
            return new Instruction.Invalid(head);
        }
        for (Word path : paths) {
            if (path.text().isBlank()) {
                syntaxError(path.span(), "VOLUME needs a path, this one is empty");
            }
        }
        return new Instruction.Volume(head, paths);
    }

    private Instruction arg(Head head, MappedText line, List<TerminalNode> nodes) {
        if (nodes.isEmpty()) {
            syntaxError(head.keywordSpan(), "ARG needs a name");
            return new Instruction.Invalid(head);
        }
        var pairs = new ArrayList<Pair>(nodes.size());
        for (TerminalNode node : nodes) {
            MappedText text = slice(line, node.getSymbol());
            Pair pair = pair(text);
            if (pair.key().text().isEmpty()) {
                syntaxError(pair.span(), "ARG needs a name before the =");
            }
            pairs.add(pair);
        }
        return new Instruction.Arg(head, pairs);
    }

    private Instruction keyValues(Head head, MappedText line, List<TerminalNode> nodes, boolean env) {
        if (nodes.isEmpty()) {
            syntaxError(head.keywordSpan(), head.keyword() + " needs a key=value");
            return new Instruction.Invalid(head);
        }
        MappedText first = slice(line, nodes.getFirst().getSymbol());
        if (first.text().indexOf('=') < 0) {
            return legacy(head, line, first, nodes, env);
        }
        var pairs = new ArrayList<Pair>(nodes.size());
        for (TerminalNode node : nodes) {
            MappedText text = slice(line, node.getSymbol());
            int equals = text.text().indexOf('=');
            if (equals <= 0) {
                syntaxError(
                        text.span(),
                        equals < 0
                                ? text.text() + " has no =; write key=value, and quote a value that has spaces"
                                : head.keyword() + " needs a key before the =");
                continue;
            }
            pairs.add(pair(text));
        }
        return env ? new Instruction.Env(head, pairs, false) : new Instruction.Label(head, pairs, false);
    }

    private Instruction legacy(Head head, MappedText line, MappedText first, List<TerminalNode> nodes, boolean env) {
        // BuildKit cuts at the first white space here, quoted or not.
        int start = nodes.getFirst().getSymbol().getStartIndex();
        int keyEnd = start;
        String text = line.text();
        while (keyEnd < text.length() && !isBlank(text.charAt(keyEnd))) {
            keyEnd++;
        }
        int valueStart = keyEnd;
        while (valueStart < text.length() && isBlank(text.charAt(valueStart))) {
            valueStart++;
        }
        int valueEnd = text.length();
        while (valueEnd > valueStart && LineJoiner.isSpace(text.charAt(valueEnd - 1))) {
            valueEnd--;
        }
        if (valueStart >= valueEnd) {
            syntaxError(
                    first.span(),
                    head.keyword() + " " + first.text() + " has no value; write " + first.text() + "=value");
            return new Instruction.Invalid(head);
        }
        MappedText key = line.slice(start, keyEnd);
        MappedText value = line.slice(valueStart, valueEnd);
        var pairs =
                List.of(new Pair(words.read(key), words.read(value), key.span().to(value.span())));
        return env ? new Instruction.Env(head, pairs, true) : new Instruction.Label(head, pairs, true);
    }

    private Pair pair(MappedText text) {
        int equals = text.text().indexOf('=');
        if (equals < 0) {
            return new Pair(words.read(text), null, text.span());
        }
        return new Pair(
                words.read(text.slice(0, equals)), words.read(text.slice(equals + 1, text.length())), text.span());
    }

    private Instruction healthcheck(Head head, MappedText line, StatementContext node) {
        if (node.WORD().isEmpty()) {
            syntaxError(head.keywordSpan(), "HEALTHCHECK needs CMD with a command, or NONE");
            return new Instruction.Invalid(head);
        }
        MappedText type = slice(line, node.WORD(0).getSymbol());
        MappedText body = body(line, node.BODY());
        return switch (type.text().toUpperCase(Locale.ROOT)) {
            case "NONE" -> {
                if (!body.isEmpty()) {
                    syntaxError(body.span(), "HEALTHCHECK NONE takes nothing more");
                }
                yield new Instruction.Healthcheck(head, type.span(), null);
            }
            case "CMD" -> {
                flagReader.check("HEALTHCHECK", head.flags());
                checkHealthFlags(head.flags());
                CommandLine command = command(body);
                if (body.isEmpty()
                        || (command instanceof CommandLine.Exec(var arguments, var _) && arguments.isEmpty())) {
                    syntaxError(type.span(), "HEALTHCHECK CMD needs a command");
                    yield new Instruction.Invalid(head);
                }
                yield new Instruction.Healthcheck(head, type.span(), command);
            }
            default -> {
                syntaxError(type.span(), "HEALTHCHECK takes CMD or NONE, not " + type.text());
                yield new Instruction.Invalid(head);
            }
        };
    }

    private void checkHealthFlags(List<Flag> flags) {
        for (Flag flag : flags) {
            Word value = flag.value();
            if (value == null || !value.isPlain() || value.text().isEmpty()) {
                continue;
            }
            switch (flag.name()) {
                case "retries" -> {
                    if (!isCount(value.text())) {
                        syntaxError(value.span(), "--retries takes a whole number, not " + value.text());
                    }
                }
                case "interval", "timeout", "start-period", "start-interval" -> {
                    Double nanoseconds = FlagReader.duration(value.text());
                    if (nanoseconds == null) {
                        syntaxError(value.span(), value.text() + " is no duration; write 30s, 1m30s or the like");
                    } else if (nanoseconds != 0 && nanoseconds < 1e6) {
                        syntaxError(value.span(), "--" + flag.name() + " must be 1ms or more");
                    }
                }
                default -> {}
            }
        }
    }

    private static boolean isCount(String text) {
        String digits = text.startsWith("+") ? text.substring(1) : text;
        return !digits.isEmpty() && digits.length() < 10 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private Instruction withBody(Head head, int type, MappedText body, List<Heredoc> heredocs) {
        return switch (type) {
            case DockerfileParser.RUN ->
                new Instruction.Run(head, command(body), flagReader.mounts(head.flags()), heredocs);
            case DockerfileParser.CMD -> new Instruction.Cmd(head, command(body));
            case DockerfileParser.ENTRYPOINT -> new Instruction.Entrypoint(head, command(body));
            case DockerfileParser.SHELL -> shell(head, body);
            default -> {
                if (body.isEmpty()) {
                    syntaxError(head.keywordSpan(), head.keyword() + " needs a value");
                    yield new Instruction.Invalid(head);
                }
                yield switch (type) {
                    case DockerfileParser.MAINTAINER -> new Instruction.Maintainer(head, Word.literal(body));
                    case DockerfileParser.STOPSIGNAL -> new Instruction.Stopsignal(head, words.read(body));
                    case DockerfileParser.USER -> new Instruction.User(head, words.read(body));
                    default -> new Instruction.Workdir(head, words.read(body));
                };
            }
        };
    }

    private Instruction shell(Head head, MappedText body) {
        if (command(body) instanceof CommandLine.Exec exec && !exec.arguments().isEmpty()) {
            return new Instruction.Shell(head, exec);
        }
        syntaxError(
                body.isEmpty() ? head.keywordSpan() : body.span(),
                "SHELL takes a JSON array such as [\"/bin/bash\", \"-c\"]");
        return new Instruction.Invalid(head);
    }

    private CommandLine command(MappedText body) {
        return switch (json(body)) {
            case JsonReader.Form.Strings(var values) ->
                new CommandLine.Exec(values.stream().map(Word::literal).toList(), body.span());
            case JsonReader.Form.NotStrings _ -> new CommandLine.Shell(body);
            case JsonReader.Form.NotJson _ -> {
                JsonReader.Fault fault = JsonReader.fault(body);
                if (fault != null) {
                    problems.add(new Problem(
                            Problem.Kind.INVALID_EXEC_FORM,
                            body.span(),
                            "this looks like a JSON array but " + fault.message() + "; as it is, a shell gets it"));
                }
                yield new CommandLine.Shell(body);
            }
        };
    }

    private JsonReader.Form json(MappedText body) {
        JsonReader.Form form = JsonReader.read(body);
        if (form instanceof JsonReader.Form.NotStrings(var culprit)) {
            syntaxError(culprit.span(), "the JSON form takes strings only; put this in double quotes");
        }
        return form;
    }

    private List<Word> wordsOrJson(MappedText line, List<TerminalNode> nodes) {
        if (nodes.isEmpty() || line.text().charAt(nodes.getFirst().getSymbol().getStartIndex()) != '[') {
            return words(line, nodes);
        }
        MappedText body = wordsAsBody(line, nodes);
        return switch (json(body)) {
            case JsonReader.Form.Strings(var values) ->
                values.stream().map(words::read).toList();
            case JsonReader.Form.NotStrings _, JsonReader.Form.NotJson _ -> words(line, nodes);
        };
    }

    private static MappedText wordsAsBody(MappedText line, List<TerminalNode> nodes) {
        return line.slice(
                nodes.getFirst().getSymbol().getStartIndex(),
                nodes.getLast().getSymbol().getStopIndex() + 1);
    }

    private List<Word> words(MappedText line, List<TerminalNode> nodes) {
        var read = new ArrayList<Word>(nodes.size());
        for (TerminalNode node : nodes) {
            read.add(word(line, node));
        }
        return read;
    }

    private Word word(MappedText line, TerminalNode node) {
        return words.read(slice(line, node.getSymbol()));
    }

    private static MappedText body(MappedText line, @Nullable TerminalNode node) {
        if (node == null) {
            return line.slice(line.length(), line.length());
        }
        int start = node.getSymbol().getStartIndex();
        int end = Math.min(node.getSymbol().getStopIndex() + 1, line.length());
        while (end > start && LineJoiner.isSpace(line.text().charAt(end - 1))) {
            end--;
        }
        return line.slice(start, end);
    }

    private static MappedText slice(MappedText line, Token token) {
        return line.slice(token.getStartIndex(), Math.min(token.getStopIndex() + 1, line.length()));
    }

    private static Span span(MappedText line, Token token) {
        return line.span(token.getStartIndex(), Math.min(token.getStopIndex() + 1, line.length()));
    }

    private static boolean isBlank(char character) {
        return character == ' ' || (character >= '\t' && character <= '\r');
    }

    private void syntaxError(Span span, String message) {
        problems.add(new Problem(Problem.Kind.SYNTAX_ERROR, span, message));
    }
}
