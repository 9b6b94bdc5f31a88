package dev.drydock.cli;

import dev.drydock.config.Config;
import dev.drydock.config.ConfigException;
import dev.drydock.config.ConfigReader;
import dev.drydock.config.Settings.Base;
import dev.drydock.engine.Discovery;
import dev.drydock.rule.RuleIndex;
import dev.drydock.source.Limits;
import dev.drydock.source.Nearest;
import dev.drydock.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The configuration of a run and where it was found.
///
/// @param directory the directory of the file, or null where there is none
/// @param text of the file; empty where there is none
record ConfigFile(Config config, @Nullable Path directory, String text) {

    /// Ten times a configuration that names every rule.
    private static final int MAX_SIZE = 1 << 20;

    private static final ConfigFile NONE = new ConfigFile(Config.EMPTY, null, "");

    /// The configuration that the arguments ask for: the named one, none, or the nearest from `start` upward, no
    /// farther than the repository; with the limits that they set over it.
    static ConfigFile of(Arguments arguments, Path working, Path start, RuleIndex rules)
            throws UsageException, ConfigException {
        ConfigFile file = find(arguments, working, start, rules);
        List<String> words = arguments.list("--limit");
        if (words.isEmpty()) {
            return file;
        }
        Limits limits = file.config().limits();
        for (String word : words) {
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            if (equals < 0 || !Limits.NAMES.contains(name)) {
                throw new UsageException("--limit " + word + ": it is NAME=VALUE with one of "
                        + String.join(", ", Limits.NAMES) + Nearest.hint(name, Limits.NAMES));
            }
            try {
                limits = limits.with(name, word.substring(equals + 1));
            } catch (IllegalArgumentException e) {
                throw new UsageException("--limit " + name + ": " + e.getMessage());
            }
        }
        return new ConfigFile(file.config().with(limits), file.directory(), file.text());
    }

    private static ConfigFile find(Arguments arguments, Path working, Path start, RuleIndex rules)
            throws UsageException, ConfigException {
        String named = arguments.last("--config");
        if (arguments.has("--no-config")) {
            if (named != null) {
                throw new UsageException("--config and --no-config contradict each other");
            }
            return NONE;
        }
        if (named != null) {
            return read(working.resolve(named), null, working, rules);
        }
        for (Path at = start.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            Path file = at.resolve(ConfigReader.FILE_NAME);
            if (Files.isRegularFile(file)) {
                return read(file, Discovery.root(at), working, rules);
            }
            if (Files.exists(at.resolve(".git"))) {
                break;
            }
        }
        return NONE;
    }

    /// Reads a file.
    ///
    /// @param inside the directory that a file that was found may not lead out of, as a symbolic link may: messages
    ///     name words of it; null for one that was named
    private static ConfigFile read(Path file, @Nullable Path inside, Path working, RuleIndex rules)
            throws UsageException, ConfigException {
        Path absolute = file.toAbsolutePath().normalize();
        String shown =
                absolute.startsWith(working) ? working.relativize(absolute).toString() : file.toString();
        try (InputStream in = Files.newInputStream(file)) {
            Path real = file.toRealPath();
            if (inside != null && !real.startsWith(inside.toRealPath())) {
                throw new UsageException(shown + " leads out of the repository; name what it points to with --config");
            }
            byte[] bytes = in.readNBytes(MAX_SIZE + 1);
            if (bytes.length > MAX_SIZE) {
                throw new UsageException(shown + " is larger than a configuration can be");
            }
            var source = Source.of(shown, bytes);
            return new ConfigFile(ConfigReader.read(source, rules), real.getParent(), source.text());
        } catch (IOException _) {
            throw new UsageException("cannot read the configuration " + shown);
        }
    }

    /// Where the configuration's patterns begin, seen from the project's root.
    Base base(Path root) {
        if (directory == null || directory.equals(root)) {
            return Base.ROOT;
        }
        if (directory.startsWith(root)) {
            return new Base(slashed(root.relativize(directory)), "");
        }
        return root.startsWith(directory) ? new Base("", slashed(directory.relativize(root))) : Base.ROOT;
    }

    private static String slashed(Path relative) {
        var text = new StringBuilder();
        for (Path part : relative) {
            text.append(part).append('/');
        }
        return text.toString();
    }
}
