package dev.drydock.model.command;

import dev.drydock.source.Text;
import dev.drydock.syntax.ignore.IgnoreFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where `cd` goes.
final class Directories {

    private Directories() {}

    /// The directory after a `cd` with these arguments.
    static Text after(List<Argument> arguments, Scope scope) {
        Argument target = null;
        for (Argument argument : arguments) {
            if (argument.isOption() && target == null) {
                continue;
            }
            if (target != null) {
                return Text.unknown();
            }
            target = argument;
        }
        Text home = known(scope.apply("HOME"));
        if (target == null) {
            return home;
        }
        if (!(target.text() instanceof Text.Known(String path))
                || path.equals("-")
                || target.word().isPattern()) {
            return Text.unknown();
        }
        if (path.equals("~") || path.startsWith("~/")) {
            return below(home, path.substring(1));
        }
        if (path.startsWith("~")) {
            return Text.unknown();
        }
        return path.startsWith("/") ? Text.of(IgnoreFile.clean(path)) : below(known(scope.apply("PWD")), "/" + path);
    }

    private static Text known(@Nullable Text text) {
        return text == null ? Text.unknown() : text;
    }

    private static Text below(Text directory, String path) {
        return directory instanceof Text.Known(String start) ? Text.of(IgnoreFile.clean(start + path)) : directory;
    }
}
