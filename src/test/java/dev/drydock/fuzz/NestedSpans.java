package dev.drydock.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.source.MappedText;
import dev.drydock.source.Place;
import dev.drydock.source.Span;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Goes through any tree of records: every span lies in the text, and that of a part in that of the whole.
final class NestedSpans {

    private NestedSpans() {}

    static void check(@Nullable Object tree, int length) throws ReflectiveOperationException {
        check(tree, new Span(0, length));
    }

    private static void check(@Nullable Object value, Span outer) throws ReflectiveOperationException {
        switch (value) {
            case Span span -> inside(span, outer);
            case Place place -> inside(place.span(), outer);
            case MappedText text -> inside(text.span(), outer);
            case Collection<?> items -> {
                for (Object item : items) {
                    check(item, outer);
                }
            }
            case Record node -> node(node, outer);
            case null, default -> {
                // What has no place.
            }
        }
    }

    private static void node(Record node, Span outer) throws ReflectiveOperationException {
        Span own = outer;
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            if (component.getName().equals("span") && value(node, component) instanceof Span span) {
                inside(span, outer);
                own = span;
            }
        }
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            // A file as a whole holds its parts, and a problem has a place of its own.
            check(value(node, component), own);
        }
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
