package dev.drydock.syntax.yaml;

import dev.drydock.source.Limits;
import dev.drydock.source.MappedText;
import dev.drydock.source.Problem;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one YAML file says.
///
/// @param documents the root of each document; where the file has a fault, all that could be read before and after
///     it
/// @param comments the comments, each from its `#` to the end of its line
/// @param problems what could not be accepted, in order
/// @param duplicates for each key that its mapping already has, the place of the first; each is among the problems
///     too
public record YamlFile(
        Source source,
        List<YamlNode> documents,
        List<Span> comments,
        List<Problem> problems,
        Map<Span, Span> duplicates) {

    public YamlFile {
        documents = List.copyOf(documents);
        comments = List.copyOf(comments);
        problems = List.copyOf(problems);
        duplicates = Map.copyOf(duplicates);
    }

    /// Reads a file. Never throws on what is in it.
    public static YamlFile read(Source source) {
        return read(source, Limits.DEFAULT.nesting());
    }

    /// Reads a file. Never throws on what is in it.
    ///
    /// @param nesting how deep its collections may lie in each other; what is deeper is a problem
    public static YamlFile read(Source source, int nesting) {
        return Recovery.read(source, nesting);
    }

    /// The value of a scalar of this file, character by character at its place.
    public MappedText text(YamlNode.Scalar scalar) {
        return ScalarText.of(source, scalar);
    }

    /// For a problem that is a duplicate key, the place of the first.
    public @Nullable Span first(Problem problem) {
        return duplicates.get(problem.span());
    }
}
