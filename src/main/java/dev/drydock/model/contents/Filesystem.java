package dev.drydock.model.contents;

import dev.drydock.model.build.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The filesystem of a stage while its steps run: what is certain, where more may be, and what lies hidden in lower
/// layers.
final class Filesystem implements CopySource {

    /// What was at a path and below it was certainly taken away.
    private record Absence(String path, int order) {}

    private final Entry root;
    private final TreeMap<String, Entry> entries;
    /// Where more may be; at one path the latest.
    private final Map<String, Region> regions;
    /// Every one there was, for those who ask what nobody looks into.
    private final List<Region> unknown;
    private final List<Absence> absences;
    private final List<Hidden> hidden;
    private int clock;

    /// A filesystem with nothing in it but its root.
    ///
    /// @param origin what makes it
    Filesystem(Origin origin) {
        root = new Entry("/", Entry.Kind.DIRECTORY, origin, null);
        entries = new TreeMap<>();
        regions = new LinkedHashMap<>();
        unknown = new ArrayList<>();
        absences = new ArrayList<>();
        hidden = new ArrayList<>();
    }

    /// One that starts with what another has.
    Filesystem(Filesystem parent) {
        root = parent.root;
        entries = new TreeMap<>(parent.entries);
        regions = new LinkedHashMap<>(parent.regions);
        unknown = new ArrayList<>(parent.unknown);
        absences = new ArrayList<>(parent.absences);
        hidden = new ArrayList<>(parent.hidden);
        clock = parent.clock;
    }

    /// Everything that is known to be there, in order of its path.
    List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    /// What brought more than can be told, in order; what was taken away since included.
    List<Region> unknown() {
        return List.copyOf(unknown);
    }

    /// What only lower layers have.
    List<Hidden> hidden() {
        return List.copyOf(hidden);
    }

    @Override
    public Presence at(String path) {
        Entry known = path.equals("/") ? root : entries.get(path);
        if (known != null) {
            return new Presence.There(known);
        }
        for (String above = path; !above.equals("/"); ) {
            above = FilePaths.parent(above);
            Entry entry = entries.get(above);
            if (entry != null && entry.kind() != Entry.Kind.DIRECTORY) {
                return entry.kind() == Entry.Kind.FILE && entry.isCertain()
                        ? new Presence.Absent()
                        : new Presence.Unknown(entry.origin());
            }
        }
        Region region = covering(path);
        return region == null ? new Presence.Absent() : new Presence.Unknown(region.origin());
    }

    /// What may have put something at a path: of what came since it was last taken away, what is nearest to the
    /// path, and of that the latest; null where nothing is.
    private @Nullable Region covering(String path) {
        int since = -1;
        for (Absence absence : absences) {
            if (FilePaths.isWithin(path, absence.path)) {
                since = Math.max(since, absence.order);
            }
        }
        Region found = null;
        for (Region region : regions.values()) {
            boolean nearer =
                    found == null || region.path().length() >= found.path().length();
            if (nearer && region.order() > since && region.covers(path)) {
                found = region;
            }
        }
        return found;
    }

    @Override
    public List<Entry> below(String directory) {
        return List.copyOf(subtree(directory).values());
    }

    private NavigableMap<String, Entry> subtree(String directory) {
        // The character after the slash ends all that begins with the directory and a slash.
        return directory.equals("/")
                ? entries
                : entries.subMap(directory + "/", true, directory + (char) ('/' + 1), false);
    }

    @Override
    public List<Region> regions(String path) {
        var found = new ArrayList<Region>();
        Region above = covering(path);
        if (above != null) {
            found.add(new Region(path, above.origin(), above.order()));
        }
        for (Region region : regions.values()) {
            if (!region.path().equals(path) && FilePaths.isWithin(region.path(), path)) {
                found.add(region);
            }
        }
        return found;
    }

    @Override
    public List<String> names(String directory) {
        var names = new ArrayList<String>();
        Set<String> seen = new HashSet<>();
        for (String path : subtree(directory).keySet()) {
            String relative = FilePaths.relative(path, directory);
            int slash = relative.indexOf('/');
            String name = slash < 0 ? relative : relative.substring(0, slash);
            if (seen.add(name)) {
                names.add(name);
            }
        }
        return names;
    }

    /// Puts something at a path, and the directories above it.
    ///
    /// @return whether it came to stand there; not so where the way leads through a link
    boolean put(String path, Entry.Kind kind, Origin origin, @Nullable Origin doubt) {
        if (path.equals("/")) {
            return true;
        }
        String parent = FilePaths.parent(path);
        if (at(parent) instanceof Presence.There(Entry above) && above.kind() == Entry.Kind.LINK) {
            return false;
        }
        if (!isCertainDirectory(parent) && !put(parent, Entry.Kind.DIRECTORY, origin, doubt)) {
            return false;
        }
        Entry old = entries.get(path);
        if (old != null && old.kind() == Entry.Kind.LINK && kind == Entry.Kind.DIRECTORY) {
            return false;
        }
        if (old != null && kind == Entry.Kind.DIRECTORY && old.kind() == kind) {
            // Directories are merged. One that had to be there is certainly there again.
            if (!old.isCertain() && doubt == null) {
                entries.put(path, new Entry(path, kind, old.origin(), null));
            }
            return true;
        }
        if (old != null && !isSameFile(old.origin(), origin)) {
            hide(old, origin.step());
        }
        entries.put(path, new Entry(path, kind, origin, doubt));
        return true;
    }

    /// Whether a file is replaced by itself: it was copied alone, and now with the others around it.
    private static boolean isSameFile(Origin old, Origin origin) {
        return old.means() == Origin.Means.CONTEXT
                && origin.means() == Origin.Means.CONTEXT
                && old.what().equals(origin.what());
    }

    private boolean isCertainDirectory(String path) {
        if (path.equals("/")) {
            return true;
        }
        Entry entry = entries.get(path);
        return entry != null && entry.kind() == Entry.Kind.DIRECTORY && entry.isCertain();
    }

    /// Takes away what is at a path, with all below it.
    void remove(String path, Step by) {
        List<Entry> gone = new ArrayList<>(subtree(path).values());
        Entry itself = entries.get(path);
        if (itself != null) {
            gone.addFirst(itself);
        }
        for (Entry entry : gone) {
            entries.remove(entry.path());
            hide(entry, by);
        }
        regions.keySet().removeIf(each -> FilePaths.isWithin(each, path));
        absences.removeIf(absence -> FilePaths.isWithin(absence.path, path));
        absences.add(new Absence(path, ++clock));
    }

    private void hide(Entry entry, @Nullable Step by) {
        // What the same step brought never gets into a layer.
        if (by != null
                && entry.origin().step() != null
                && !by.equals(entry.origin().step())) {
            hidden.add(new Hidden(entry, by));
        }
    }

    /// Notes that something put more at and below a path than can be told, and took nothing away.
    void addUnknown(String path, Origin origin) {
        var region = new Region(path, origin, ++clock);
        regions.put(path, region);
        unknown.add(region);
    }

    /// Notes that something may have changed or taken away what is at a path and below it.
    void doubt(String path, Origin by) {
        for (Map.Entry<String, Entry> entry : subtree(path).entrySet()) {
            entry.setValue(entry.getValue().doubted(by));
        }
        entries.computeIfPresent(path, (_, entry) -> entry.doubted(by));
    }

    /// Notes that something may have done anything at a path and below it.
    void disturb(String path, Origin by) {
        doubt(path, by);
        addUnknown(path, by);
    }
}
