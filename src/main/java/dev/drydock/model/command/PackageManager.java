package dev.drydock.model.command;

import dev.drydock.model.data.DataTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One package manager, as `data/package-managers.tsv` describes it.
public final class PackageManager {

    /// What a command does to packages.
    public enum Action {
        /// Adds packages to the system or the project's dependencies to it.
        INSTALL,
        REMOVE,
        /// Refreshes the index of what there is.
        UPDATE,
        /// Replaces installed packages by newer ones.
        UPGRADE,
        /// Empties the cache.
        CLEAN,
        /// Compiles or fetches, filling the cache on the way.
        BUILD
    }

    private final String name;
    private String family = "";
    private @Nullable String home;
    private @Nullable String bareVerb;
    private final Map<String, Action> verbs = new HashMap<>();
    private final Set<String> valued = new HashSet<>();
    private final List<String> versionMarks = new ArrayList<>();
    private final List<String> caches = new ArrayList<>();
    private final List<List<String>> leftovers = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private final Set<String> asking = new HashSet<>();
    private final Set<String> pinnable = new HashSet<>();
    private final Set<String> running = new HashSet<>();
    private final List<String> manifests = new ArrayList<>();
    private final List<String> locks = new ArrayList<>();
    private final Set<String> resolving = new HashSet<>();
    private final List<String> cacheVariables = new ArrayList<>();
    private final Map<String, List<String>> cleaned = new HashMap<>();
    private final Map<Switch, List<String>> switches = new TreeMap<>();

    PackageManager(String name) {
        this.name = name;
    }

    /// Takes one row of the table in.
    void add(String fact, List<String> values) {
        switch (fact) {
            case "family" -> family = values.getFirst();
            case "install" -> verbs(values, Action.INSTALL);
            case "remove" -> verbs(values, Action.REMOVE);
            case "update" -> verbs(values, Action.UPDATE);
            case "upgrade" -> verbs(values, Action.UPGRADE);
            case "clean" -> verbs(values, Action.CLEAN);
            case "build" -> verbs(values, Action.BUILD);
            case "bare" -> bareVerb = values.getFirst();
            case "valued" -> valued.addAll(values);
            case "version" -> versionMarks.addAll(values);
            case "cache" -> caches.addAll(values);
            case "leaves" -> {
                for (String value : values) {
                    leftovers.add(DataTable.split(value, '|'));
                }
            }
            case "keeps" -> kept.addAll(values);
            case "asks" -> asking.addAll(values);
            case "pins" -> pinnable.addAll(values);
            case "runs" -> running.addAll(values);
            case "manifests" -> manifests.addAll(values);
            case "lock" -> locks.addAll(values);
            case "resolves" -> resolving.addAll(values);
            case "home" -> home = values.getFirst();
            case "cache-env" -> cacheVariables.addAll(values);
            case "cleans" -> {
                for (String value : values) {
                    int colon = value.indexOf(':');
                    cleaned.computeIfAbsent(value.substring(0, colon), _ -> new ArrayList<>())
                            .add(value.substring(colon + 1));
                }
            }
            default -> switches.put(named(fact), values);
        }
    }

    /// Not `valueOf`, which reflects.
    private static Switch named(String fact) {
        String constant = fact.replace('-', '_').toUpperCase(Locale.ROOT);
        for (Switch meaning : Switch.values()) {
            if (meaning.name().equals(constant)) {
                return meaning;
            }
        }
        throw new IllegalStateException("no fact " + fact);
    }

    private void verbs(List<String> values, Action action) {
        for (String value : values) {
            verbs.put(value, action);
        }
    }

    /// Such as `apt` or `npm`: the project's name, not the executable's.
    public String name() {
        return name;
    }

    /// Whose package names it uses: `deb`, `apk`, `rpm`, `suse`, `arch`, `python`, `node`, `ruby` and so on.
    public String family() {
        return family;
    }

    /// Where it puts what it installs, if nothing says otherwise: absolute, a `*` for a version; null where that is
    /// in the project, or in no certain place.
    @Nullable
    String home() {
        return home;
    }

    /// Whether it installs the distribution's packages.
    public boolean isForSystem() {
        return switch (family) {
            case "deb", "apk", "rpm", "suse", "arch" -> true;
            default -> false;
        };
    }

    /// Whether a build by this manager fetches what is missing; others only run the project's scripts.
    public boolean fetchesToBuild() {
        return switch (family) {
            case "node", "php" -> false;
            default -> true;
        };
    }

    /// The directories that downloads and indexes stay in, the likeliest first.
    ///
    /// @param home the home directory of the user that runs it
    public List<String> caches(String home) {
        return atHome(caches, home);
    }

    /// The directories that an install or update fills in its layer, if nothing prevents or removes it: for each,
    /// where it is, the likeliest first, for that depends on the tool's version.
    ///
    /// @param home the home directory of the user that runs it
    List<List<String>> leftovers(String home) {
        List<List<String>> all = new ArrayList<>();
        for (List<String> places : leftovers) {
            all.add(atHome(places, home));
        }
        return all;
    }

    /// The directories that an install fills where the image was told to keep downloads.
    List<String> kept() {
        return kept;
    }

    /// Whether the verb asks before it acts, if no option says yes.
    boolean asks(String verb) {
        // Pacman's verbs are letters, of which the first says what it does.
        return asking.contains(verb) || (verb.startsWith("-") && asking.contains(verb.substring(0, 2)));
    }

    /// Whether the verb's packages may have a version.
    boolean pins(String verb) {
        return pinnable.contains(verb);
    }

    /// Whether the verb takes one package, and then the arguments of its program.
    boolean runs(String verb) {
        return running.contains(verb);
    }

    /// Its caches, and the directories in them that are emptied by themselves.
    ///
    /// @param home the home directory of the user that runs it
    public List<String> cachedDirectories(String home) {
        List<String> all = atHome(caches, home);
        for (List<String> places : leftovers(home)) {
            all.addAll(places);
        }
        all.addAll(kept);
        return all;
    }

    /// Whether a directory is one of its caches, or lies in one, whoever's home that is in.
    public boolean usesCache(String directory) {
        for (String cache : caches) {
            boolean hit = cache.startsWith("~")
                    ? (directory + "/").contains(cache.substring(1) + "/")
                    : (directory + "/").startsWith(cache + "/");
            if (hit) {
                return true;
            }
        }
        return false;
    }

    /// The files that list a project's dependencies, the lock file last.
    public List<String> manifests() {
        return manifests;
    }

    /// The files that say which versions of a project's dependencies come.
    public List<String> locks() {
        return locks;
    }

    /// Whether the verb may install other versions than the lock file says.
    boolean resolves(String verb) {
        return resolving.contains(verb.isEmpty() && bareVerb != null ? bareVerb : verb);
    }

    /// The variables that move the cache.
    public List<String> cacheVariables() {
        return cacheVariables;
    }

    private static List<String> atHome(List<String> paths, String home) {
        List<String> all = new ArrayList<>();
        for (String path : paths) {
            all.add(path.startsWith("~") ? home + path.substring(1) : path);
        }
        return all;
    }

    @Nullable
    Action action(String verb) {
        return verbs.get(verb);
    }

    @Nullable
    String bareVerb() {
        return bareVerb;
    }

    boolean takesValue(String option) {
        return valued.contains(option);
    }

    /// Whether its commands name packages; others take what the project's manifest lists.
    boolean namesPackages() {
        return !versionMarks.isEmpty();
    }

    List<String> versionMarks() {
        return versionMarks;
    }

    /// The directories that a verb empties.
    List<String> cleaned(String verb) {
        return cleaned.getOrDefault(verb, List.of());
    }

    Map<Switch, List<String>> switches() {
        return switches;
    }

    @Override
    public String toString() {
        return name;
    }
}
