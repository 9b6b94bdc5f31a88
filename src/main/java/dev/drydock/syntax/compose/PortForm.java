package dev.drydock.syntax.compose;

import dev.drydock.syntax.compose.Template.Literal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A port in its short form, `[[ip:][host]:]container[/protocol]`, taken apart; ranges are not.
///
/// @param target null where a variable alone may be all of it
public record PortForm(
        @Nullable Template hostIp,
        @Nullable Template published,
        @Nullable Template target,
        @Nullable Template protocol) {

    /// Takes a port apart. Whether its parts are ports and addresses is not judged.
    public static PortForm of(Template whole) {
        Template text = whole;
        Template protocol = null;
        List<Integer> slashes = text.places('/');
        if (!slashes.isEmpty()) {
            protocol = text.slice(slashes.getLast() + 1, text.end());
            text = text.slice(text.start(), slashes.getLast());
        }
        List<Integer> colons = text.places(':');
        if (colons.isEmpty()) {
            boolean certain = !text.hasVariables() || startsLiterally(text);
            return new PortForm(null, null, certain ? text : null, protocol);
        }
        Template target = text.slice(colons.getLast() + 1, text.end());
        text = text.slice(text.start(), colons.getLast());
        int host = text.written().endsWith("]") || colons.size() < 2 ? -1 : colons.get(colons.size() - 2);
        if (host < 0) {
            return new PortForm(null, text.start() == text.end() ? null : text, target, protocol);
        }
        Template ip = text.slice(text.start(), host);
        if (ip.written().startsWith("[") && ip.written().endsWith("]")) {
            ip = ip.slice(ip.start() + 1, ip.end() - 1);
        }
        Template published = text.slice(host + 1, text.end());
        return new PortForm(ip, published.start() == published.end() ? null : published, target, protocol);
    }

    private static boolean startsLiterally(Template text) {
        return !text.parts().isEmpty() && text.parts().getFirst() instanceof Literal;
    }
}
