package dev.drydock.bench;

import dev.drydock.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;

/// The files that are measured on.
final class Example {

    private Example() {}

    /// One of the files beside this class.
    static byte[] bytes(String name) {
        try (InputStream in = Example.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name + " beside " + Example.class);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }

    static Source source(String name) {
        return Source.of(name, bytes(name));
    }

    /// A Dockerfile, Compose files for development and production, an ignore file, and what the image is built of.
    static Map<String, byte[]> project() {
        var files = new TreeMap<String, byte[]>();
        files.put("Dockerfile", bytes("example.Dockerfile"));
        files.put("compose.yaml", bytes("compose.yaml"));
        files.put("compose.prod.yaml", bytes("compose.prod.yaml"));
        files.put(".dockerignore", bytes("dockerignore"));
        for (String path : new String[] {
            "package.json", "package-lock.json", "requirements.txt", "app.py", "assets/main.ts", "config/app.toml"
        }) {
            files.put(path, new byte[0]);
        }
        return files;
    }
}
