package dev.drydock.cli;

import dev.drydock.config.Settings;
import dev.drydock.engine.ResultCache;
import dev.drydock.source.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The cache that `--cache` asks for.
///
/// @param directory where it lies
/// @param build tells this Drydock from every other
record Caching(Path directory, String build) {

    /// Written into the jar that is shipped, and into nothing else: a digest of all that is in it.
    private static final String BUILD = "/META-INF/drydock-build";

    /// What the arguments ask for; null for no cache. The directory is made where it is not there.
    static @Nullable Caching of(Arguments arguments, Path working) throws UsageException {
        String named = arguments.last("--cache");
        if (named == null) {
            return null;
        }
        Path directory = working.resolve(named);
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory);
            }
        } catch (IOException _) {
            throw new UsageException("--cache " + named + ": no such directory, and it cannot be made");
        }
        if (!Files.isWritable(directory)) {
            throw new UsageException("--cache " + named + ": nothing can be written there");
        }
        try (InputStream in = Caching.class.getResourceAsStream(BUILD)) {
            if (in != null) {
                return new Caching(directory, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException _) {
            // Said below.
        }
        throw new UsageException("--cache: this Drydock cannot be told from others; use one that was released or built"
                + " by bin/drydock");
    }

    /// The cache for a project.
    ///
    /// @param root the project's root
    ResultCache open(ConfigFile config, Settings.Choice choice, Path root) {
        Settings.Base base = config.base(root);
        Limits limits = config.config().limits();
        var identity = new ArrayList<String>();
        identity.add(build);
        // What a letter is, for one, is the run-time image's to say.
        identity.add(String.valueOf(System.getProperty("java.version")));
        identity.add(config.text());
        identity.add(base.strip());
        identity.add(base.prepend());
        identity.add(String.valueOf(limits.fileSize()));
        identity.add(String.valueOf(limits.entries()));
        identity.add(String.valueOf(limits.nesting()));
        identity.add(String.valueOf(choice.profile()));
        identity.add(sorted(choice.select()));
        identity.add(sorted(choice.ignore()));
        return new ResultCache(directory, identity);
    }

    private static String sorted(Set<String> ids) {
        List<String> sorted = new ArrayList<>(ids);
        sorted.sort(null);
        return String.join(",", sorted);
    }
}
