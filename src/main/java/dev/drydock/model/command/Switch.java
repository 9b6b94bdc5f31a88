package dev.drydock.model.command;

/// What an option of a package manager means, whatever each of them calls it.
public enum Switch {
    /// Asks no questions.
    YES,
    /// Keeps nothing of what it downloads.
    NO_CACHE,
    /// Installs only what is needed.
    NO_RECOMMENDS,
    /// Leaves development dependencies out.
    NO_DEV,
    /// Takes development dependencies in.
    DEV,
    /// Installs exactly what the lock file says.
    FROZEN,
    /// Installs a link to sources; its value is where they are.
    EDITABLE,
    /// Takes the packages from a file; its value is the file.
    FILES,
    /// Limits versions by a file.
    CONSTRAINTS,
    /// Installs for every project.
    GLOBAL,
    /// Reaches no index.
    OFFLINE,
    /// Gives the packages a name by which they can be removed together.
    GROUP,
    /// Removes what nothing needs any more.
    AUTO_REMOVE,
    QUIET,
    /// Looks for packages in a directory or page.
    FIND_LINKS,
    /// Installs to somewhere else than the system.
    DESTINATION,
    /// Caches in another directory, its value.
    CACHE_DIR,
    /// Refreshes the index first.
    REFRESH,
    /// Takes packages from this index, registry or repository, its value.
    INDEX,
    /// Installs this version of the one package that is named.
    GIVEN_VERSION
}
