package dev.drydock.model;

import dev.drydock.model.compose.CommandLine;
import dev.drydock.model.compose.DevelopmentServers;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.model.data.DataTable;
import dev.drydock.source.Place;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import dev.drydock.source.Tree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The scripts of a `package.json`.
public final class PackageScripts {

    private PackageScripts() {}

    /// A server for development that a script starts.
    ///
    /// @param script what it says, in the `package.json`
    public record Server(String name, Place script) {}

    /// The server for development that a command starts by a script of the project, as `npm start` does where that
    /// is `vite`; null where it starts none, or where nobody knows.
    ///
    /// @param directory where the `package.json` is
    public static @Nullable Server server(Tree tree, @Nullable String directory, CommandLine command) {
        var words = new ArrayList<String>();
        for (Value word : command.words()) {
            words.addAll(DataTable.split(word.or(""), ' '));
        }
        String name = name(words);
        Place script = name == null || directory == null ? null : script(tree, directory, name);
        String server = script == null ? null : DevelopmentServers.in(DataTable.split(script.text(), ' '));
        return script == null || server == null ? null : new Server(server, script);
    }

    /// The script that words run; null where they run none.
    private static @Nullable String name(List<String> words) {
        if (words.size() < 2) {
            return null;
        }
        String second = words.get(1);
        return switch (words.getFirst()) {
            case "npm" ->
                second.equals("run") && words.size() > 2
                        ? words.get(2)
                        : second.equals("start") || second.equals("test") ? second : null;
            case "yarn", "pnpm", "bun" -> second.equals("run") && words.size() > 2 ? words.get(2) : second;
            case String _ -> null;
        };
    }

    private static @Nullable Place script(Tree tree, String directory, String name) {
        String path = Tree.join(directory, "package.json");
        if (tree.kind(path) != Tree.Kind.FILE) {
            return null;
        }
        try {
            Source source = Source.of(path, tree.read(path));
            String text = source.text();
            int scripts = text.indexOf("\"scripts\"");
            int end = scripts < 0 ? -1 : text.indexOf('}', scripts);
            int key = end < 0 ? -1 : text.indexOf("\"" + name + "\"", scripts + "\"scripts\"".length());
            int open = key < 0 || key > end ? -1 : text.indexOf('"', key + name.length() + 2);
            int close = open < 0 ? -1 : text.indexOf('"', open + 1);
            return close < 0 ? null : new Place(source, new Span(open + 1, close));
        } catch (IOException _) {
            return null;
        }
    }
}
