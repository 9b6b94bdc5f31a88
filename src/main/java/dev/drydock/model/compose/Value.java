package dev.drydock.model.compose;

import dev.drydock.source.Place;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import dev.drydock.source.Text;
import dev.drydock.source.Tree;
import dev.drydock.syntax.compose.Template;
import org.jspecify.annotations.Nullable;

/// A scalar of a Compose file, or a part of one.
///
/// @param text the value; unknown where a variable without a value in the project's `.env` is in it
/// @param withDefaults the value when such variables take the defaults that are written with them
public record Value(Source source, Template template, Text text, Text withDefaults) {

    public Span span() {
        return template.span();
    }

    public Place place() {
        return new Place(source, span());
    }

    /// The writing, variables included.
    public String written() {
        return template.written();
    }

    public boolean isKnown() {
        return text.isKnown();
    }

    public boolean is(String value) {
        return text.is(value);
    }

    /// The value, or `other` where it is unknown.
    public String or(String other) {
        return text.or(other);
    }

    /// The path that this names, seen from the directory of its file; null where it is unknown or leaves the
    /// project.
    public @Nullable String path() {
        return text instanceof Text.Known(String path) && !path.startsWith("~") && path.indexOf("://") < 0
                ? Tree.resolve(Tree.directory(source.path()), path)
                : null;
    }

    @Override
    public String toString() {
        return written();
    }
}
