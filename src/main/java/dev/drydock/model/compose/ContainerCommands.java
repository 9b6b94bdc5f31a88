package dev.drydock.model.compose;

import dev.drydock.model.command.Commands;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.MappedText;
import dev.drydock.source.Text;
import dev.drydock.syntax.shell.Dialect;
import java.util.ArrayList;
import java.util.List;

/// Reads what Compose has a container run as commands. Their places are those in the Compose file.
final class ContainerCommands {

    private ContainerCommands() {}

    /// The commands of a text for a shell.
    static Commands ofShell(Value script) {
        MappedText text = script.mapped();
        return text == null ? Commands.unknown() : Commands.of(text, Dialect.POSIX, _ -> Text.unknown());
    }

    /// The commands of an executable and its arguments.
    static Commands ofWords(List<Value> words) {
        var texts = new ArrayList<MappedText>();
        for (Value word : words) {
            MappedText text = word.mapped();
            if (text == null) {
                return Commands.unknown();
            }
            texts.add(text);
        }
        return Commands.ofExec(texts, _ -> Text.unknown());
    }
}
