package dev.drydock.model.contents;

import dev.drydock.model.context.BuildContext;
import dev.drydock.source.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a build context sends, listed when somebody asks.
final class Sent implements CopySource {

    /// Beyond this many entries of one directory, the rest is unknown.
    private static final int MOST = 50_000;

    private final BuildContext context;
    private final Origin origin;
    private final Map<String, List<Entry>> listings = new HashMap<>();

    /// @param origin what stands for the context where something in it is unknown
    Sent(BuildContext context, Origin origin) {
        this.context = context;
        this.origin = origin;
    }

    @Override
    public Presence at(String path) {
        String relative = path.substring(1);
        if (relative.isEmpty()) {
            return new Presence.There(entry("/", Entry.Kind.DIRECTORY));
        }
        Tree.Kind kind = context.kind(relative);
        if (context.isLinked(relative) || kind == Tree.Kind.OTHER) {
            return new Presence.Unknown(origin);
        }
        return switch (kind) {
            case FILE ->
                context.decide(relative).ignored()
                        ? new Presence.Absent()
                        : new Presence.There(entry(path, Entry.Kind.FILE));
            case DIRECTORY ->
                context.decide(relative).ignored() && below(path).isEmpty()
                        ? new Presence.Absent()
                        : new Presence.There(entry(path, Entry.Kind.DIRECTORY));
            case MISSING, OTHER -> new Presence.Absent();
        };
    }

    private Entry entry(String path, Entry.Kind kind) {
        return new Entry(path, kind, origin, null);
    }

    @Override
    public List<Entry> below(String directory) {
        // Whoever copies a directory asks twice, for what is known and for what is not.
        return listings.computeIfAbsent(directory, _ -> {
            var found = new ArrayList<Entry>();
            add(directory, found);
            return found;
        });
    }

    private void add(String directory, List<Entry> found) {
        for (String name : context.allNames(directory.substring(1))) {
            String path = FilePaths.below(directory, name);
            String relative = path.substring(1);
            if (found.size() >= MOST) {
                return;
            }
            boolean ignored = context.decide(relative).ignored();
            boolean link = context.isLink(relative);
            if (link || context.kind(relative) != Tree.Kind.DIRECTORY) {
                if (!ignored) {
                    found.add(entry(path, link ? Entry.Kind.LINK : Entry.Kind.FILE));
                }
                continue;
            }
            // A directory that is left out is sent all the same where something in it is brought back.
            int before = found.size();
            found.add(entry(path, Entry.Kind.DIRECTORY));
            if (!ignored || context.mayHold(relative, false)) {
                add(path, found);
            }
            if (ignored && found.size() == before + 1) {
                found.removeLast();
            }
        }
    }

    @Override
    public List<Region> regions(String path) {
        boolean known = context.kind(path.substring(1)) != Tree.Kind.DIRECTORY
                || below(path).size() < MOST;
        return known ? List.of() : List.of(new Region(path, origin, 0));
    }

    @Override
    public List<String> names(String directory) {
        var names = new ArrayList<String>();
        for (String name : context.allNames(directory.substring(1))) {
            if (!(at(FilePaths.below(directory, name)) instanceof Presence.Absent)) {
                names.add(name);
            }
        }
        return names;
    }
}
