package dev.drydock.rule;

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

    static final int MAGIC = 0x44525932;
    private static final String RESOURCE = "rules.index";

    /// A run over one file explains about so many rules.
    private static final int FEW = 8;

    private final Opener opener;
    private final Map<String, Entry> byId = new LinkedHashMap<>();
    private @Nullable Map<String, List<RuleInfo>> byName;
    private final List<RuleInfo> infos;
    private final String version;
    /// All of the index, once so many texts were asked for that reading it whole is less than seeking in it again.
    private byte @Nullable [] whole;

    private int asked;

    /// Opens the index once more, for the page texts at its end.
    interface Opener {
        InputStream open() throws IOException;
    }

    /// @param offset where the texts begin: first the paragraph that says why, then the page
    private record Entry(RuleInfo info, int offset, int whyLength, int length) {}

    private RuleIndex(Opener opener) throws IOException {
        this.opener = opener;
        var list = new ArrayList<RuleInfo>();
        try (InputStream in = opener.open()) {
            var head = new Head(in.readNBytes(8));
            if (head.number() != MAGIC) {
                throw new IOException("not a rule index");
            }
            head = new Head(in.readNBytes(head.number() - 8));
            version = head.text();
            for (int left = head.number(); left > 0; left--) {
                Entry entry = entry(head);
                list.add(entry.info());
                byId.put(entry.info().id(), entry);
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
        List<RuleInfo> named = byName().getOrDefault(idOrAlias.toLowerCase(Locale.ROOT), List.of());
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
        Entry entry = known(id);
        return text(entry.offset(), entry.whyLength());
    }

    /// The page of a rule without its front matter, as Markdown.
    public String page(String id) {
        if (ShellCheckCode.isCode(id)) {
            return why(id) + "\n";
        }
        Entry entry = known(id);
        return text(entry.offset() + entry.whyLength(), entry.length());
    }

    private String text(int offset, int length) {
        // Racing threads read the same.
        byte[] known = whole;
        if (known != null) {
            return new String(known, offset, length, StandardCharsets.UTF_8);
        }
        try (InputStream in = opener.open()) {
            if (++asked > FEW) {
                known = in.readAllBytes();
                whole = known;
                return new String(known, offset, length, StandardCharsets.UTF_8);
            }
            in.skipNBytes(offset);
            return new String(in.readNBytes(length), StandardCharsets.UTF_8);
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

    /// Made when the first name is looked up: most runs look up none. Racing threads make the same.
    private Map<String, List<RuleInfo>> byName() {
        Map<String, List<RuleInfo>> known = byName;
        if (known == null) {
            known = new HashMap<>();
            for (RuleInfo info : infos) {
                addName(known, info.id(), info);
                for (String alias : info.aliases()) {
                    addName(known, alias, info);
                }
            }
            byName = known;
        }
        return known;
    }

    private static void addName(Map<String, List<RuleInfo>> names, String name, RuleInfo info) {
        names.computeIfAbsent(name.toLowerCase(Locale.ROOT), _ -> new ArrayList<>(1))
                .add(info);
    }

    private static Entry entry(Head in) throws IOException {
        String id = in.text();
        String title = in.text();
        Severity level = Severity.of(in.text());
        if (level == null) {
            throw new IOException("no level for " + id);
        }
        Set<String> profiles = new LinkedHashSet<>();
        Map<String, Severity> profileLevels = new HashMap<>();
        for (String profile : in.texts()) {
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
        String since = in.text();
        List<String> aliases = in.texts();
        String fix = in.text();
        double security = in.fraction();
        var options = new HashMap<String, List<String>>();
        for (int left = in.small(); left > 0; left--) {
            options.put(in.text(), in.texts());
        }
        Options defaults = options.isEmpty() ? Options.NONE : new Options(options);
        var info = new RuleInfo(id, title, level, profiles, profileLevels, since, aliases, fix, security, defaults);
        return new Entry(info, in.number(), in.number(), in.number());
    }

    /// The part of the index that every run reads, byte by byte: a stream that decodes costs milliseconds at
    /// start-up.
    private static final class Head {
        private final byte[] bytes;
        private int at;

        Head(byte[] bytes) {
            this.bytes = bytes;
        }

        int small() {
            return bytes[at++] & 0xff;
        }

        int number() {
            return small() << 24 | small() << 16 | small() << 8 | small();
        }

        double fraction() {
            long high = number();
            return Double.longBitsToDouble(high << 32 | (number() & 0xffffffffL));
        }

        /// A text of plain ASCII, which the build makes sure of.
        String text() {
            int length = small() << 8 | small();
            at += length;
            return new String(bytes, at - length, length, StandardCharsets.ISO_8859_1);
        }

        List<String> texts() {
            int count = small();
            var texts = new ArrayList<String>(count);
            for (int i = 0; i < count; i++) {
                texts.add(text());
            }
            return texts;
        }
    }
}
