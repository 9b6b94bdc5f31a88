package dev.drydock.rule;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What the pages in `rules/` say, as the build left it: metadata of every rule at once, page texts when asked for.
///
/// Written by `src/dev/IndexRules.java`; the two must agree on the format.
public final class RuleIndex {

    static final int MAGIC = 0x44525931;
    private static final String RESOURCE = "rules.index";

    private final Opener opener;
    private final Map<String, Entry> byId = new LinkedHashMap<>();
    private final Map<String, List<RuleInfo>> byName = new HashMap<>();
    private final List<RuleInfo> infos;
    private final String version;

    /// Opens the index once more, for the page texts at its end.
    interface Opener {
        InputStream open() throws IOException;
    }

    private record Entry(RuleInfo info, String why, int offset, int length) {}

    private RuleIndex(Opener opener) throws IOException {
        this.opener = opener;
        var list = new ArrayList<RuleInfo>();
        try (var in = new DataInputStream(new BufferedInputStream(opener.open(), 1 << 15))) {
            if (in.readInt() != MAGIC) {
                throw new IOException("not a rule index");
            }
            version = in.readUTF();
            for (int left = in.readInt(); left > 0; left--) {
                Entry entry = entry(in);
                list.add(entry.info());
                add(entry);
            }
        }
        infos = List.copyOf(list);
    }

    /// The index of this build.
    public static RuleIndex load() {
        return read(() -> {
            InputStream in = RuleIndex.class.getResourceAsStream(RESOURCE);
            if (in == null) {
                throw new IOException("the build has left no " + RESOURCE);
            }
            return in;
        });
    }

    static RuleIndex read(Opener opener) {
        try {
            return new RuleIndex(opener);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The version of this Drydock: it stands here because this is the one thing that each build writes.
    public String version() {
        return version;
    }

    /// Every rule, by id.
    public List<RuleInfo> infos() {
        return infos;
    }

    /// The rule with exactly this id, or null. Codes of ShellCheck are rules, too, though no page is about them.
    public @Nullable RuleInfo byId(String id) {
        Entry entry = byId.get(id);
        if (entry != null) {
            return entry.info();
        }
        return ShellCheckCode.isCode(id) ? ShellCheckCode.info(id) : null;
    }

    /// The rules that go by this id or alias, in whatever letter case; one alias may stand for several rules, such
    /// as `buildkit:MultipleInstructionsDisallowed`. Empty where no rule does.
    public List<RuleInfo> named(String idOrAlias) {
        List<RuleInfo> named = byName.getOrDefault(idOrAlias.toLowerCase(Locale.ROOT), List.of());
        if (!ShellCheckCode.isCode(idOrAlias)) {
            return named;
        }
        var withShellCheck = new ArrayList<>(named);
        withShellCheck.add(ShellCheckCode.info(idOrAlias.toUpperCase(Locale.ROOT)));
        return withShellCheck;
    }

    /// Every id and alias, for suggestions.
    public Set<String> names() {
        var names = new LinkedHashSet<>(byId.keySet());
        for (RuleInfo info : infos) {
            names.addAll(info.aliases());
        }
        return names;
    }

    /// Every profile that some page names.
    public Set<String> profiles() {
        var profiles = new TreeSet<String>();
        for (RuleInfo info : infos) {
            profiles.addAll(info.profiles());
        }
        return profiles;
    }

    /// The paragraph that says why, in one line.
    public String why(String id) {
        if (ShellCheckCode.isCode(id)) {
            return "ShellCheck found it and explains it at " + ShellCheckCode.link(id) + ".";
        }
        return known(id).why();
    }

    /// The page of a rule without its front matter, as Markdown.
    public String page(String id) {
        if (ShellCheckCode.isCode(id)) {
            return why(id) + "\n";
        }
        Entry entry = known(id);
        try (InputStream in = opener.open()) {
            in.skipNBytes(entry.offset());
            return new String(in.readNBytes(entry.length()), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Entry known(String id) {
        Entry entry = byId.get(id);
        if (entry == null) {
            throw new IllegalArgumentException("no page for " + id);
        }
        return entry;
    }

    private void add(Entry entry) {
        RuleInfo info = entry.info();
        byId.put(info.id(), entry);
        addName(info.id(), info);
        for (String alias : info.aliases()) {
            addName(alias, info);
        }
    }

    private void addName(String name, RuleInfo info) {
        byName.computeIfAbsent(name.toLowerCase(Locale.ROOT), _ -> new ArrayList<>(1))
                .add(info);
    }

    private static Entry entry(DataInputStream in) throws IOException {
        String id = in.readUTF();
        String title = in.readUTF();
        String why = in.readUTF();
        Severity level = Severity.of(in.readUTF());
        if (level == null) {
            throw new IOException("no level for " + id);
        }
        Set<String> profiles = new LinkedHashSet<>();
        Map<String, Severity> profileLevels = new HashMap<>();
        for (String profile : texts(in)) {
            int equals = profile.indexOf('=');
            String name = equals < 0 ? profile : profile.substring(0, equals);
            Severity given = equals < 0 ? null : Severity.of(profile.substring(equals + 1));
            if (given != null) {
                profileLevels.put(name, given);
            }
            if (name.indexOf('.') < 0) {
                profiles.add(name);
            }
        }
        String since = in.readUTF();
        List<String> aliases = texts(in);
        String fix = in.readUTF();
        double security = in.readDouble();
        var options = new HashMap<String, List<String>>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            options.put(in.readUTF(), texts(in));
        }
        Options defaults = options.isEmpty() ? Options.NONE : new Options(options);
        var info = new RuleInfo(id, title, level, profiles, profileLevels, since, aliases, fix, security, defaults);
        return new Entry(info, why, in.readInt(), in.readInt());
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        int count = in.readUnsignedByte();
        var texts = new ArrayList<String>(count);
        for (int i = 0; i < count; i++) {
            texts.add(in.readUTF());
        }
        return texts;
    }
}
