package dev.drydock.model.compose;

import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Source;
import dev.drydock.source.Text;
import dev.drydock.source.Tree;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Follows `extends`, into other files too. A service whose base is not found, or that extends itself, stays as it
/// is written and is not complete.
final class Inheritance {

    /// Longer chains are circles.
    private static final int MAX_LENGTH = 20;

    private final Tree tree;
    private final Map<String, ComposeFile> files;

    Inheritance(Tree tree, Map<String, ComposeFile> files) {
        this.tree = tree;
        this.files = files;
    }

    Service resolve(ComposeFile file, Service service) {
        return resolve(file, service, 0);
    }

    private Service resolve(ComposeFile file, Service service, int length) {
        Extends extended = service.extended();
        if (extended == null || length == MAX_LENGTH) {
            return service;
        }
        ComposeFile other = extended.file() == null ? file : file(extended.file());
        if (other == null || !(extended.service().text() instanceof Text.Known(String name))) {
            return service;
        }
        Service base = other.service(name);
        if (base == null) {
            return service;
        }
        return Merging.merge(resolve(other, base, length + 1), service, true);
    }

    private @Nullable ComposeFile file(Value value) {
        String path = value.path();
        if (path == null) {
            return null;
        }
        ComposeFile known = files.get(path);
        if (known != null || tree.kind(path) != Tree.Kind.FILE) {
            return known;
        }
        try {
            ComposeFile read = ComposeFile.read(Source.of(path, tree.read(path)), Map.of());
            files.put(path, read);
            return read;
        } catch (IOException _) {
            return null;
        }
    }
}
