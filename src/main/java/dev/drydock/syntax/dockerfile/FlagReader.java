package dev.drydock.syntax.dockerfile;

import dev.drydock.source.MappedText;
import dev.drydock.source.Nearest;
import dev.drydock.source.Problem;
import dev.drydock.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads flags and mounts and says which BuildKit would refuse.
final class FlagReader {

    private static final List<String> MOUNT_TYPES = List.of("bind", "cache", "tmpfs", "secret", "ssh");
    private static final List<String> MOUNT_KEYS = List.of(
            "type",
            "from",
            "source",
            "src",
            "target",
            "dst",
            "destination",
            "readonly",
            "ro",
            "readwrite",
            "rw",
            "id",
            "sharing",
            "required",
            "size",
            "mode",
            "uid",
            "gid",
            "env");
    private static final Set<String> BARE_KEYS = Set.of("readonly", "ro", "readwrite", "rw", "required");
    private static final List<String> SHARING = List.of("shared", "private", "locked");
    private static final List<String> NETWORKS = List.of("default", "none", "host");
    private static final List<String> SECURITY = List.of("sandbox", "insecure");

    private final WordReader words;
    private final List<Problem> problems;

    FlagReader(WordReader words, List<Problem> problems) {
        this.words = words;
        this.problems = problems;
    }

    /// The flag written as `text`, which starts with two dashes.
    Flag read(MappedText text) {
        MappedText plain = unquoted(text);
        int equals = plain.text().indexOf('=');
        int nameEnd = equals < 0 ? plain.length() : equals;
        return new Flag(
                plain.text().substring(2, nameEnd),
                plain.span(2, nameEnd),
                equals < 0 ? null : words.read(plain.slice(equals + 1, plain.length())),
                text.span());
    }

    /// BuildKit takes quotes and backslashes out of a flag before it looks at it.
    private static MappedText unquoted(MappedText text) {
        String raw = text.text();
        if (raw.indexOf('"') < 0 && raw.indexOf('\'') < 0 && raw.indexOf('\\') < 0) {
            return text;
        }
        var plain = new MappedText.Builder();
        char quote = 0;
        for (int at = 0; at < raw.length(); at++) {
            char character = raw.charAt(at);
            if (character == '\\') {
                if (++at == raw.length()) {
                    break;
                }
                plain.append(raw.charAt(at), text.origin(at), 1);
            } else if (quote == 0 && (character == '"' || character == '\'')) {
                quote = character;
            } else if (character == quote) {
                quote = 0;
            } else {
                plain.append(character, text.origin(at), 1);
            }
        }
        return plain.build(text.span().end());
    }

    /// Reports the flags that the instruction does not take; returns whether all were fine.
    boolean check(String keyword, List<Flag> flags) {
        List<FlagTable.Known> known = FlagTable.of(keyword);
        int before = problems.size();
        for (int i = 0; i < flags.size(); i++) {
            check(keyword, known, flags, i);
        }
        return problems.size() == before;
    }

    private void check(String keyword, List<FlagTable.Known> known, List<Flag> flags, int index) {
        Flag flag = flags.get(index);
        FlagTable.Known entry = null;
        for (FlagTable.Known candidate : known) {
            if (candidate.name().equals(flag.name())) {
                entry = candidate;
            }
        }
        if (entry == null) {
            String nearest = Nearest.to(
                    flag.name(), known.stream().map(FlagTable.Known::name).toList());
            fault(
                    dashed(flag),
                    keyword + " has no flag --" + flag.name()
                            + (nearest == null ? "" : "; did you mean --" + nearest + "?"));
            return;
        }
        switch (entry.kind()) {
            case BOOLEAN -> {
                String value =
                        flag.value() == null ? "true" : flag.value().text().toLowerCase(Locale.ROOT);
                if (!value.equals("true") && !value.equals("false")) {
                    fault(flag.span(), "--" + flag.name() + " takes true or false, or no value at all");
                }
            }
            case ONCE, REPEATED -> {
                if (flag.value() == null) {
                    fault(flag.span(), "--" + flag.name() + " needs a value: --" + flag.name() + "=…");
                }
            }
        }
        if (entry.kind() != FlagTable.Kind.REPEATED) {
            for (int i = 0; i < index; i++) {
                if (flags.get(i).name().equals(flag.name())) {
                    fault(flag.span(), "--" + flag.name() + " stands twice; keep one");
                }
            }
        }
        checkValue(keyword, flag);
    }

    private void checkValue(String keyword, Flag flag) {
        Word value = flag.value();
        if (value == null || !keyword.equals("RUN")) {
            return;
        }
        switch (flag.name()) {
            case "network" -> oneOf(value, NETWORKS, "network");
            case "security" -> oneOf(value, SECURITY, "security mode");
            default -> {}
        }
    }

    private void oneOf(Word value, List<String> allowed, String what) {
        if (value.isPlain() && !allowed.contains(value.text().toLowerCase(Locale.ROOT))) {
            fault(
                    value.span(),
                    "no " + what + " " + value.text() + "; use one of " + String.join(", ", allowed)
                            + Nearest.hint(value.text(), allowed));
        }
    }

    private static Span dashed(Flag flag) {
        return new Span(
                flag.span().start(),
                Math.max(flag.span().start(), flag.nameSpan().end()));
    }

    /// The mounts among a RUN's flags.
    List<Mount> mounts(List<Flag> flags) {
        List<Mount> mounts = null;
        for (Flag flag : flags) {
            if (!flag.name().equals("mount") || flag.value() == null) {
                continue;
            }
            if (mounts == null) {
                mounts = new ArrayList<>();
            }
            mounts.add(mount(flag, flag.value().raw()));
        }
        return mounts == null ? List.of() : mounts;
    }

    private Mount mount(Flag flag, MappedText value) {
        var options = new ArrayList<Mount.Option>();
        String text = value.text();
        int at = 0;
        while (at <= text.length()) {
            int comma = text.indexOf(',', at);
            int end = comma < 0 ? text.length() : comma;
            if (at < end) {
                options.add(option(value, at, end));
            }
            at = end + 1;
        }
        var mount = new Mount(flag, options);
        checkMount(mount);
        return mount;
    }

    private Mount.Option option(MappedText value, int start, int end) {
        String text = value.text();
        int equals = text.indexOf('=', start);
        int keyEnd = equals < 0 || equals > end ? end : equals;
        return new Mount.Option(
                text.substring(start, keyEnd).toLowerCase(Locale.ROOT),
                value.span(start, keyEnd),
                keyEnd == end ? null : words.read(value.slice(keyEnd + 1, end)),
                value.span(start, end));
    }

    private void checkMount(Mount mount) {
        for (Mount.Option option : mount.options()) {
            checkOption(option);
        }
        String type = mount.type();
        Mount.Option sharing = mount.option("sharing");
        if (sharing != null && !type.equals("cache") && MOUNT_TYPES.contains(type)) {
            fault(sharing.span(), "sharing is for cache mounts; this one is a " + type + " mount");
        }
        if (type.equals("cache") && mount.target() == null) {
            fault(mount.flag().span(), "a cache mount needs a target: target=/path");
        }
    }

    private void checkOption(Mount.Option option) {
        if (!MOUNT_KEYS.contains(option.key())) {
            fault(option.keySpan(), "a mount has no key " + option.key() + Nearest.hint(option.key(), MOUNT_KEYS));
            return;
        }
        Word value = option.value();
        if (value == null) {
            if (!BARE_KEYS.contains(option.key())) {
                fault(option.span(), option.key() + " needs a value: " + option.key() + "=…");
            }
            return;
        }
        if (!value.isPlain()) {
            if (option.key().equals("from")) {
                fault(value.span(), "from does not expand variables; name a stage that is built FROM it");
            }
            return;
        }
        checkPlain(option, value);
    }

    private void checkPlain(Mount.Option option, Word value) {
        switch (option.key()) {
            case "type" -> oneOf(value, MOUNT_TYPES, "mount type");
            case "sharing" -> oneOf(value, SHARING, "sharing mode");
            case "mode" -> digits(value, '7', "an octal file mode such as 0755");
            case "uid", "gid" -> digits(value, '9', "a number");
            default -> {}
        }
    }

    private void digits(Word value, char highest, String what) {
        String text = value.text();
        boolean fine = !text.isEmpty();
        for (int i = 0; i < text.length(); i++) {
            fine &= text.charAt(i) >= '0' && text.charAt(i) <= highest;
        }
        if (!fine) {
            fault(value.span(), value.text() + " is not " + what);
        }
    }

    private void fault(Span span, String message) {
        problems.add(new Problem(Problem.Kind.UNKNOWN_FLAG, span, message));
    }

    /// A Go duration such as `1m30s`: its length in nanoseconds, or null where it is none.
    static @Nullable Double duration(String text) {
        String rest = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        if (rest.equals("0")) {
            return 0.0;
        }
        if (rest.isEmpty()) {
            return null;
        }
        double total = 0;
        int at = 0;
        while (at < rest.length()) {
            int start = at;
            int dots = 0;
            while (at < rest.length() && (Character.isDigit(rest.charAt(at)) || rest.charAt(at) == '.')) {
                dots += rest.charAt(at) == '.' ? 1 : 0;
                at++;
            }
            if (at == start || dots > 1 || at - start == dots) {
                return null;
            }
            double number = Double.parseDouble(rest.substring(start, at));
            int unitStart = at;
            while (at < rest.length() && !Character.isDigit(rest.charAt(at)) && rest.charAt(at) != '.') {
                at++;
            }
            double unit = switch (rest.substring(unitStart, at)) {
                case "ns" -> 1;
                case "us", "\u00B5s", "\u03BCs" -> 1e3;
                case "ms" -> 1e6;
                case "s" -> 1e9;
                case "m" -> 60e9;
                case "h" -> 3600e9;
                default -> -1;
            };
            if (unit < 0) {
                return null;
            }
            total += number * unit;
        }
        return text.startsWith("-") ? -total : total;
    }
}
