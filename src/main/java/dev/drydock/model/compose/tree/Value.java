package dev.drydock.model.compose.tree;

import dev.drydock.source.MappedText;
import dev.drydock.source.Place;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import dev.drydock.source.Text;
import dev.drydock.source.Tree;
import dev.drydock.syntax.compose.Environment;
import dev.drydock.syntax.compose.Template;
import org.jspecify.annotations.Nullable;

/// A scalar of a Compose file, or a part of one.
///
/// @param directory what paths in it are relative to
/// @param environment what its variables are taken from
/// @param implied whether nobody wrote it: it is what Compose takes because of what is written there
/// @param text the value; unknown where a variable whose value is unknown is in it
/// @param withDefaults the value when such variables take the defaults that are written with them
public record Value(
        Source source,
        String directory,
        Environment environment,
        Template template,
        boolean implied,
        Text text,
        Text withDefaults) {

    /// A value as an environment makes it.
    public static Value of(Source source, String directory, Template template, Environment environment) {
        return new Value(
                source,
                directory,
                environment,
                template,
                false,
                template.text(environment),
                template.withDefaults(environment));
    }

    /// A value that nobody wrote: what Compose takes because of what is written at `place`.
    public static Value implied(Place place, String directory, String text) {
        var template = Template.literal(spread(text, place));
        return new Value(place.source(), directory, Environment.UNKNOWN, template, true, Text.of(text), Text.of(text));
    }

    /// A text of which every character stands for the same place.
    private static MappedText spread(String text, Place place) {
        var mapped = new MappedText.Builder();
        int width = Math.max(1, place.span().length());
        for (int i = 0; i < text.length(); i++) {
            mapped.append(text.charAt(i), place.span().start(), width);
        }
        return mapped.build(place.span().end());
    }

    /// What decides how the value ends: the default of a variable that stands there, else the whole. Null where
    /// that variable may as well be empty.
    public @Nullable Place decisive() {
        Span span = isKnown() ? template.span() : template.decisive();
        return span == null ? null : new Place(source, span);
    }

    /// A part of this value.
    public Value part(Template part) {
        return of(source, directory, part, environment);
    }

    /// The value with its places, `$$` read as `$`; null where it is unknown.
    public @Nullable MappedText mapped() {
        if (!(text instanceof Text.Known(String known))) {
            return null;
        }
        return template.hasVariables() ? spread(known, place()) : template.plainText();
    }

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

    /// The path that this names, from the root of the tree; null where it is unknown or leaves the project.
    public @Nullable String path() {
        // What has a colon behind more than a drive's letter is fetched from somewhere.
        return text instanceof Text.Known(String path) && !path.startsWith("~") && path.indexOf(':') < 2
                ? Tree.resolve(directory, path)
                : null;
    }

    @Override
    public String toString() {
        return written();
    }
}
