package dev.drydock.model.compose;

import dev.drydock.model.command.Commands;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A command as Compose runs it: words, without a shell.
///
/// @param list whether it is written as a list; a string is split into words
/// @param operator in a string, the first shell operator: Compose drops it and all that follows, in silence
/// @param broken in a string, the parenthesis or quote for which Compose refuses it
public record CommandLine(
        List<Value> words,
        boolean list,
        @Nullable Place operator,
        @Nullable Place broken,
        Place place) {

    public CommandLine {
        words = List.copyOf(words);
    }

    /// The commands that it runs; unknown where a variable that nobody knows decides.
    public Commands commands() {
        return ContainerCommands.ofWords(words);
    }
}
