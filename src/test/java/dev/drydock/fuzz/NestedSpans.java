package dev.drydock.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.source.MappedText;
import dev.drydock.source.Place;
import dev.drydock.source.Span;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Goes through any tree of records: every place lies in the text, and the span of a node in that of the node
/// above.
final class NestedSpans {

    private NestedSpans() {}

    static void check(@Nullable Object tree, int length) throws ReflectiveOperationException {
        var whole = new Span(0, length);
        check(tree, whole, whole);
    }

    private static void check(@Nullable Object value, Span outer, Span whole) throws ReflectiveOperationException {
        switch (value) {
            case Span span -> inside(span, whole);
            case Place place -> inside(place.span(), whole);
            case MappedText text -> inside(text.span(), whole);
            case Collection<?> items -> {
                for (Object item : items) {
                    check(item, outer, whole);
                }
            }
            case Record node -> {
                Span own = span(node);
                if (own != null) {
                    inside(own, outer);
                }
                for (RecordComponent component : node.getClass().getRecordComponents()) {
                    check(value(node, component), own == null ? outer : own, whole);
                }
            }
            case null, default -> {
                // What has no place.
            }
        }
    }

    private static @Nullable Span span(Record node) throws ReflectiveOperationException {
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            if (component.getName().equals("span") && value(node, component) instanceof Span span) {
                return span;
            }
        }
        return null;
    }

    private static @Nullable Object value(Record node, RecordComponent component) throws ReflectiveOperationException {
        var accessor = component.getAccessor();
        accessor.setAccessible(true);
        return accessor.invoke(node);
    }

    private static void inside(Span span, Span outer) {
        assertThat(outer.contains(span)).as("%s in %s", span, outer).isTrue();
    }
}
