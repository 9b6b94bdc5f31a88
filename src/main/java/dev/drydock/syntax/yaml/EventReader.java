package dev.drydock.syntax.yaml;

import dev.drydock.source.Problem;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import dev.drydock.syntax.yaml.YamlNode.Alias;
import dev.drydock.syntax.yaml.YamlNode.Entry;
import dev.drydock.syntax.yaml.YamlNode.Mapping;
import dev.drydock.syntax.yaml.YamlNode.Properties;
import dev.drydock.syntax.yaml.YamlNode.Scalar;
import dev.drydock.syntax.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/// Builds nodes from SnakeYAML's events, on a stack of its own, so that depth costs no recursion.
final class EventReader {

    /// As many nodes as compose-go visits when it resolves aliases.
    private static final int MAX_NODES = 100_000;
    /// Each is laid over all before it.
    private static final int MAX_DOCUMENTS = 1000;

    private final Source source;
    private final String text;
    private final int nesting;
    private final boolean whole;
    private final YamlChars chars;
    private final List<YamlNode> documents = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<Span, Span> duplicates = new HashMap<>();
    private final List<Span> opaque = new ArrayList<>();
    private final List<Frame> stack = new ArrayList<>();
    private final Map<String, Anchored> anchors = new HashMap<>();
    private int aliased;
    private boolean exhausted;
    private boolean stopped;
    private @Nullable Problem fault;

    /// A node that an alias may stand for, with the number of nodes that it would bring, and how deep they nest.
    private record Anchored(@Nullable YamlNode node, int weight, int depth) {}

    /// A collection being read.
    private static final class Frame {
        final boolean mapping;
        final boolean flow;
        final Properties properties;
        int start;
        final List<YamlNode> items = new ArrayList<>();
        final List<Entry> entries = new ArrayList<>();
        final Map<String, Span> keys = new HashMap<>();

        @Nullable
        YamlNode key;

        int end;
        int weight = 1;
        int depth = 1;

        Frame(boolean mapping, boolean flow, Properties properties, int start) {
            this.mapping = mapping;
            this.flow = flow;
            this.properties = properties;
            this.start = start;
            this.end = start;
        }
    }

    /// A reader of a file.
    ///
    /// @param text what is read: the text of the file, or one as long with some of it blanked out
    /// @param nesting how deep collections may lie in each other
    EventReader(Source source, String text, int nesting) {
        this.source = source;
        this.nesting = nesting;
        this.text = text;
        this.whole = text.equals(source.text());
        this.chars = new YamlChars(text);
    }

    YamlFile read() {
        if (chars.firstUnprintable() >= 0) {
            int at = chars.firstUnprintable();
            problem(
                    new Span(at, at + 1),
                    "a control character is not allowed in YAML; write it as an escape in double quotes");
        }
        var characters = new StreamReader(chars.readable());
        try {
            var options = new LoaderOptions();
            options.setCodePointLimit(Integer.MAX_VALUE);
            var parser = new ParserImpl(characters, options);
            while (!stopped && !parser.checkEvent(Event.ID.StreamEnd)) {
                event(parser.getEvent());
            }
        } catch (MarkedYAMLException e) {
            fault = YamlFault.of(source, e, mark(e.getProblemMark()), mark(e.getContextMark()));
        } catch (NumberFormatException _) {
            // SnakeYAML takes for granted that the digits of an escape are there.
            int end = mark(characters.getMark());
            fault = new Problem(
                    Problem.Kind.COMPOSE_SYNTAX_ERROR,
                    new Span(Math.max(0, end - 2), end),
                    "this escape has no digits behind it; write them, or two backslashes");
        } catch (YAMLException e) {
            problem(Span.at(0), YamlFault.plain(e.getMessage()));
        }
        while (!stack.isEmpty()) {
            end(stack.getLast().end);
        }
        return new YamlFile(source, documents, YamlChars.comments(text, opaque), problems, duplicates);
    }

    /// What made the reader stop before the end, or null; it is not among the problems.
    @Nullable
    Problem fault() {
        return fault;
    }

    private void event(Event event) {
        switch (event.getEventId()) {
            case DocumentStart -> anchors.clear();
            case Alias -> alias((AliasEvent) event);
            case Scalar -> scalar((ScalarEvent) event);
            case SequenceStart, MappingStart -> start((CollectionStartEvent) event);
            case SequenceEnd, MappingEnd -> end(stack.getLast().flow ? mark(event.getEndMark()) : stack.getLast().end);
            case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
        }
    }

    private void alias(AliasEvent event) {
        Span span = new Span(mark(event.getStartMark()), mark(event.getEndMark()));
        String name = event.getAnchor();
        Anchored anchored = anchors.get(name);
        YamlNode target = anchored == null ? null : anchored.node();
        int weight = 1;
        int depth = 0;
        if (anchored == null && !whole) {
            // Its anchor may stand in what is blanked out.
            weight = 1;
        } else if (anchored == null) {
            problem(span, "nothing before this is anchored as \"&" + name + "\"");
        } else if (target == null) {
            problem(span, "\"&" + name + "\" contains itself");
        } else if (aliased + anchored.weight() > MAX_NODES) {
            if (!exhausted) {
                problem(span, "the aliases of this file expand to more than 100000 nodes");
            }
            exhausted = true;
            target = null;
        } else if (stack.size() + anchored.depth() > nesting) {
            problem(span, "nested deeper than " + nesting + " levels");
            target = null;
        } else {
            weight = anchored.weight();
            depth = anchored.depth();
            aliased += weight;
        }
        var node = target == null ? new Scalar("", Scalar.Style.PLAIN, Properties.NONE, span) : target;
        add(new Alias(name, node, span), weight, depth);
    }

    private void scalar(ScalarEvent event) {
        int start = mark(event.getStartMark());
        int end = mark(event.getEndMark());
        Properties properties = properties(event, event.getTag(), start, end);
        int content = afterProperties(properties, start, end);
        Scalar.Style style = switch (event.getScalarStyle()) {
            case PLAIN, JSON_SCALAR_STYLE -> Scalar.Style.PLAIN;
            case SINGLE_QUOTED -> Scalar.Style.SINGLE_QUOTED;
            case DOUBLE_QUOTED -> Scalar.Style.DOUBLE_QUOTED;
            case LITERAL -> Scalar.Style.LITERAL;
            case FOLDED -> Scalar.Style.FOLDED;
        };
        while (end > content && YamlChars.isSpace(text.charAt(end - 1))) {
            end--;
        }
        Span span = new Span(content, Math.max(content, end));
        if (style == Scalar.Style.LITERAL || style == Scalar.Style.FOLDED) {
            int header = text.indexOf('\n', content);
            // The header line may carry a comment; the lines below it may not.
            if (header >= 0 && header < span.end()) {
                opaque.add(new Span(header, span.end()));
            }
        } else if (!span.isEmpty()) {
            opaque.add(span);
        }
        var node = new Scalar(event.getValue(), style, properties, span);
        anchor(properties, node, 1, 0);
        add(node, 1, 0);
    }

    private void start(CollectionStartEvent event) {
        int start = mark(event.getStartMark());
        int end = mark(event.getEndMark());
        Properties properties = properties(event, event.getTag(), start, text.length());
        int content = afterProperties(properties, start, text.length());
        if (stack.size() == nesting) {
            problem(new Span(content, Math.max(content, end)), "nested deeper than " + nesting + " levels");
            stopped = true;
            return;
        }
        anchor(properties, null, 1, 0);
        stack.add(new Frame(event instanceof MappingStartEvent, event.isFlow(), properties, content));
    }

    private void end(int endMark) {
        Frame frame = stack.removeLast();
        if (frame.key != null) {
            frame.entries.add(new Entry(key(frame.key), empty(frame.end)));
        }
        Span span = new Span(frame.start, Math.max(Math.max(frame.start, endMark), frame.end));
        YamlNode node;
        if (frame.mapping) {
            List<Entry> merged = frame.keys.containsKey("<<")
                    ? Merge.of(frame.entries, frame.keys.keySet(), this::problem)
                    : List.of();
            frame.weight = Math.min(MAX_NODES, frame.weight + merged.size());
            aliased += merged.size();
            if (aliased > MAX_NODES) {
                merged = List.of();
            }
            node = new Mapping(frame.entries, merged, frame.flow, frame.properties, span);
        } else {
            node = new Sequence(frame.items, frame.flow, frame.properties, span);
        }
        anchor(frame.properties, node, frame.weight, frame.depth);
        add(node, frame.weight, frame.depth);
    }

    private void add(YamlNode node, int weight, int depth) {
        if (stack.isEmpty()) {
            document(node);
            return;
        }
        Frame frame = stack.getLast();
        // An empty key with a tag or an anchor stands before what the collection seems to start with.
        frame.start = Math.min(frame.start, node.span().start());
        frame.end = Math.max(frame.end, node.span().end());
        frame.weight = Math.min(MAX_NODES, frame.weight + weight);
        frame.depth = Math.max(frame.depth, depth + 1);
        if (!frame.mapping) {
            frame.items.add(node);
        } else if (frame.key == null) {
            frame.key = node;
            duplicate(frame, node);
        } else {
            frame.entries.add(new Entry(key(frame.key), node));
            frame.key = null;
        }
    }

    private void document(YamlNode node) {
        if (documents.size() == MAX_DOCUMENTS) {
            problem(
                    node.span(),
                    "this and what follows is not read: the file has more than " + MAX_DOCUMENTS + " documents");
            stopped = true;
            return;
        }
        documents.add(node);
    }

    private void duplicate(Frame frame, YamlNode node) {
        Scalar key = node.asScalar();
        if (key == null) {
            problem(node.span(), "a key must be a plain text");
            return;
        }
        Span first = frame.keys.putIfAbsent(key.value(), node.span());
        if (first != null) {
            duplicates.put(node.span(), first);
            problem(node.span(), "duplicate key \"" + key.value() + "\"; keep one of the two");
        }
    }

    /// A key as a scalar at the place where it is written: an alias stands for another scalar, a collection for its
    /// text.
    private Scalar key(YamlNode node) {
        Scalar scalar = node.asScalar();
        String value =
                scalar == null ? text.substring(node.span().start(), node.span().end()) : scalar.value();
        return node instanceof Scalar itself
                ? itself
                : new Scalar(value, Scalar.Style.DOUBLE_QUOTED, Properties.NONE, node.span());
    }

    private static Scalar empty(int offset) {
        return new Scalar("", Scalar.Style.PLAIN, Properties.NONE, Span.at(offset));
    }

    private void anchor(Properties properties, @Nullable YamlNode node, int weight, int depth) {
        if (properties.anchor() != null) {
            anchors.put(properties.anchor(), new Anchored(node, weight, depth));
        }
    }

    private Properties properties(NodeEvent event, @Nullable String tag, int start, int end) {
        boolean tagged = start < end && text.charAt(start) == '!';
        boolean anchored = start < end && text.charAt(start) == '&';
        if (!tagged && !anchored) {
            return Properties.NONE;
        }
        Span first = new Span(start, YamlChars.propertyEnd(text, start, end));
        int next = YamlChars.skipBlank(text, first.end(), end);
        Span second = null;
        if (next < end && text.charAt(next) == (tagged ? '&' : '!')) {
            second = new Span(next, YamlChars.propertyEnd(text, next, end));
        }
        return new Properties(tag, tagged ? first : second, event.getAnchor(), anchored ? first : second);
    }

    private int afterProperties(Properties properties, int start, int end) {
        Span tag = properties.tagSpan();
        Span anchor = properties.anchorSpan();
        if (tag == null && anchor == null) {
            return start;
        }
        int last = Math.max(tag == null ? 0 : tag.end(), anchor == null ? 0 : anchor.end());
        int next = YamlChars.skipBlank(text, last, end);
        // Nothing follows: an empty scalar stands right behind its tag.
        return next >= end ? last : next;
    }

    private int mark(@Nullable Mark mark) {
        return mark == null ? -1 : chars.offset(mark.getIndex());
    }

    private void problem(Span span, String message) {
        problems.add(new Problem(Problem.Kind.COMPOSE_SYNTAX_ERROR, span, message));
    }
}
