package dev.drydock.model.compose.tree;

/// How a value of one file is laid over that of another.
enum MergeWay {
    /// Mappings are merged, lists appended, single values replaced.
    DEEP,
    REPLACE,
    /// `NAME=value`, in a list or a mapping; the last of a name counts.
    KEYED,
    /// Names, in a list or as the keys of a mapping.
    NAMED,
    /// Services, in a list or as the keys of a mapping; a list says that they need only be started.
    DEPENDENCIES,
    /// A context alone, or a mapping.
    BUILD,
    /// One string, or a list of which each value counts once.
    STRINGS,
    /// Merged as long as both are of one driver.
    LOGGING,
    /// Mappings with the same `subnet` are merged.
    SUBNETS,
    VALUES,
    HOSTS,
    ENV_FILES,
    PORTS,
    MOUNTS,
    DEVICES,
    SECRETS,
    CONFIGS;

    static MergeWay named(String name) {
        for (MergeWay way : values()) {
            if (way.matches(name)) {
                return way;
            }
        }
        throw new IllegalArgumentException(name);
    }

    private boolean matches(String name) {
        String own = name();
        if (own.length() != name.length()) {
            return false;
        }
        for (int i = 0; i < own.length(); i++) {
            char c = own.charAt(i) == '_' ? '-' : Character.toLowerCase(own.charAt(i));
            if (c != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
