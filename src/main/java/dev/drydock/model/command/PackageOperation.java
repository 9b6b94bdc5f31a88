package dev.drydock.model.command;

import dev.drydock.source.Edit;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import dev.drydock.source.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a command does to packages.
///
/// @param verb as it is written, such as `install` or `mod download`; empty where the command has none
/// @param verbSpan the verb's place; the command's name where it has none
/// @param packages those that are certain
/// @param options those that mean something, and variables that mean the same
/// @param certain whether `packages` are all: no argument is unknown
public record PackageOperation(
        PackageManager manager,
        PackageManager.Action action,
        Command command,
        String verb,
        Span verbSpan,
        List<NamedPackage> packages,
        List<Option> options,
        boolean certain) {

    /// A meaningful option.
    ///
    /// @param value its value; null where it has none. A variable that means the same has none either
    /// @param span the option with its value; the command for a variable
    public record Option(Switch meaning, @Nullable Argument value, String text, Span span) {}

    /// Whether dependencies for development come in.
    public enum Development {
        INCLUDED,
        OMITTED,
        UNKNOWN
    }

    public PackageOperation {
        packages = List.copyOf(packages);
        options = List.copyOf(options);
    }

    /// What `command` does to packages; null where it does nothing to any.
    public static @Nullable PackageOperation of(Command command) {
        return command.packageOperation();
    }

    static @Nullable PackageOperation read(Command command) {
        PackageManager manager = PackageManagers.find(command.name());
        return manager == null ? null : new OperationReader(manager, command).read();
    }

    /// Whether this is a certain action.
    public boolean is(PackageManager.Action wanted) {
        return action == wanted;
    }

    /// Whether an option, or a variable, with this meaning is there.
    public boolean has(Switch meaning) {
        return option(meaning) != null;
    }

    /// The last option with this meaning, or null.
    public @Nullable Option option(Switch meaning) {
        for (int i = options.size() - 1; i >= 0; i--) {
            if (options.get(i).meaning() == meaning) {
                return options.get(i);
            }
        }
        return null;
    }

    /// The values of all options with this meaning.
    public List<Argument> values(Switch meaning) {
        List<Argument> values = new ArrayList<>();
        for (Option option : options) {
            if (option.meaning() == meaning && option.value() != null) {
                values.add(option.value());
            }
        }
        return values;
    }

    /// The packages of which nothing says which version comes: neither the command, nor a file that it reads, nor a
    /// directory that it alone takes packages from. None for verbs whose packages have no version.
    public List<NamedPackage> unpinned() {
        if (!manager.pins(verb)
                || has(Switch.GIVEN_VERSION)
                || has(Switch.FILES)
                || has(Switch.CONSTRAINTS)
                || has(Switch.OFFLINE)) {
            return List.of();
        }
        List<NamedPackage> found = new ArrayList<>();
        for (NamedPackage named : packages) {
            if (!isPinned(named)) {
                found.add(named);
            }
        }
        return found;
    }

    private boolean isPinned(NamedPackage named) {
        return switch (named.source()) {
            case INDEX ->
                switch (manager.family()) {
                    case "rpm" -> named.isVersioned() || named.mayEndInVersion();
                    // `name@edge` says which repository.
                    case "apk" -> named.isVersioned() && !named.version().or("").startsWith("@");
                    case "go", "node" -> named.isVersioned() && !named.version().is("@latest");
                    case String _ -> named.isVersioned();
                };
            case REPOSITORY -> named.isVersioned();
            case PATH, URL, GROUP -> true;
        };
    }

    /// Whether all that it takes lies there already.
    public boolean takesOnlyFiles() {
        if (packages.isEmpty() || has(Switch.FILES)) {
            return false;
        }
        for (NamedPackage named : packages) {
            if (named.source() != NamedPackage.Source.PATH) {
                return false;
            }
        }
        return true;
    }

    /// Whether at least one of the packages that it certainly installs comes from an index.
    public boolean installsFromIndex() {
        if (action != PackageManager.Action.INSTALL) {
            return false;
        }
        for (NamedPackage named : packages) {
            if (named.source() == NamedPackage.Source.INDEX) {
                return true;
            }
        }
        return false;
    }

    /// Whether it asks somebody before it acts: by its verb, and by nothing that says yes.
    public boolean asks() {
        if (!manager.asks(verb) || has(Switch.YES) || command.readsInput() || doesNothing()) {
            return false;
        }
        int quiet = 0;
        for (Option option : options) {
            quiet += option.meaning() == Switch.QUIET ? 1 : 0;
        }
        // To apt, twice quiet is yes.
        return !manager.family().equals("deb") || quiet < 2;
    }

    /// Whether no package is named where the verb needs one: `apt-get purge` alone.
    private boolean doesNothing() {
        if (!packages.isEmpty() || !certain) {
            return false;
        }
        return switch (action) {
            case REMOVE -> !verb.startsWith("auto") && !has(Switch.FILES);
            case INSTALL -> manager.isForSystem() && !command.has("-f") && !command.has("--fix-broken");
            case UPDATE -> true;
            case UPGRADE, CLEAN, BUILD -> false;
        };
    }

    /// The indexes, registries or repositories that it is told to take packages from, by options and variables, in
    /// order; none where it takes the usual.
    public List<Text> indexes() {
        List<Text> indexes = new ArrayList<>();
        for (Option option : options) {
            if (option.meaning() == Switch.INDEX) {
                Text variable = option.value() == null
                        ? command.variable(option.text())
                        : option.value().text();
                if (variable != null) {
                    indexes.add(variable);
                }
            }
        }
        return indexes;
    }

    /// Adds an option right after the verb; null where the verb is not written in the file as it is.
    ///
    /// @param source the file of the command
    public @Nullable Edit adding(Source source, String option) {
        String text = source.text();
        String written = verb.isEmpty() ? command.executable().value() : verb;
        int end = verbSpan.end();
        if (!text.startsWith(written, end - written.length())) {
            return null;
        }
        // The exec form has each argument in quotes of its own.
        boolean exec = text.startsWith("\"" + written + "\"", end - written.length() - 1);
        return Edit.insert(end, exec ? "\", \"" + option : " " + option);
    }

    /// Whether it installs what the project's manifest lists, not packages that it names itself.
    public boolean isFromManifest() {
        return action == PackageManager.Action.INSTALL
                && certain
                && packages.isEmpty()
                && !manager.isForSystem()
                && !has(Switch.FILES)
                && !has(Switch.EDITABLE);
    }

    /// The files that the operation reads, where it certainly needs nothing else of the project; none otherwise.
    public List<String> manifests() {
        if (is(PackageManager.Action.INSTALL) && has(Switch.FILES)) {
            List<String> files = new ArrayList<>();
            for (Argument file : values(Switch.FILES)) {
                if (file.text().isKnown()) {
                    files.add(file.value());
                }
            }
            return packages.isEmpty() && !has(Switch.EDITABLE) && certain ? files : List.of();
        }
        boolean fetches = verb.equals("mod download") || (manager.name().equals("cargo") && verb.equals("fetch"));
        if (!fetches && !isFromManifest()) {
            return List.of();
        }
        boolean onlyDependencies = switch (manager.name()) {
            // These also install, or run scripts of, the project itself, unless they are told not to.
            case "poetry" -> command.has("--no-root");
            case "uv" -> command.has("--no-install-project") || command.has("--no-install-workspace");
            case "composer" -> command.has("--no-scripts");
            case String _ -> true;
        };
        return onlyDependencies ? manager.manifests() : List.of();
    }

    /// Whether it installs what the project's manifest asks for, and may take other versions of that than the lock
    /// file says.
    public boolean passesOverLock() {
        if (!manager.resolves(verb) || !packages.isEmpty() || !certain || has(Switch.FROZEN) || has(Switch.GLOBAL)) {
            return false;
        }
        return !has(Switch.OFFLINE) && !has(Switch.FILES) && !has(Switch.EDITABLE);
    }

    /// Whether the project's dependencies for development come in.
    public Development development() {
        if (!isFromManifest()) {
            return Development.UNKNOWN;
        }
        // Where both are given, tools do not agree on who wins.
        boolean with = has(Switch.DEV);
        boolean without = has(Switch.NO_DEV);
        if (with && without) {
            return command.has("--production=false") ? Development.INCLUDED : Development.UNKNOWN;
        }
        if (with || without) {
            return with ? Development.INCLUDED : Development.OMITTED;
        }
        return switch (manager.name()) {
            case "npm", "yarn", "pnpm", "bun" ->
                command.variable("NODE_ENV") instanceof Text.Unknown ? Development.UNKNOWN : Development.INCLUDED;
            case "composer", "poetry" -> Development.INCLUDED;
            case "uv" -> verb.equals("sync") ? Development.INCLUDED : Development.UNKNOWN;
            case "pipenv" -> Development.OMITTED;
            // Bundler may be configured by `bundle config` or a file.
            default -> Development.UNKNOWN;
        };
    }

    /// The directories that the operation empties.
    ///
    /// @param home the home directory of the user that runs it
    public List<String> cleaned(String home) {
        List<String> all = new ArrayList<>();
        for (String path : manager.cleaned(verb)) {
            all.add(path.startsWith("~") ? home + path.substring(1) : path);
        }
        return all;
    }
}
