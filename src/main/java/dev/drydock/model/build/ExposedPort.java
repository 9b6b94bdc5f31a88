package dev.drydock.model.build;

import dev.drydock.source.Span;
import dev.drydock.source.Text;
import dev.drydock.syntax.dockerfile.Instruction;
import dev.drydock.syntax.dockerfile.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A port that an `EXPOSE` names, as Docker takes it apart: `[[address:]hostPort:]port[-port][/protocol]`.
///
/// @param text the whole, variables replaced
/// @param span of the whole, or of the word that it came out of
/// @param first what stands for the port or the first of a range
/// @param last what stands for the last of a range, the same as `first` where there is none
/// @param protocol as it is written, empty where none is
/// @param exact whether the word is written as it is, so that places in the text are places in the file
public record ExposedPort(String text, Span span, String first, String last, String protocol, boolean exact) {

    private static final List<String> PROTOCOLS = List.of("", "tcp", "udp", "sctp");

    /// The ports that the step names and whose text is known.
    public static List<ExposedPort> of(Step step) {
        var ports = new ArrayList<ExposedPort>();
        if (!(step.instruction() instanceof Instruction.Expose expose)) {
            return ports;
        }
        for (Word word : expose.ports()) {
            if (!(step.value(word) instanceof Text.Known(String text))) {
                continue;
            }
            // What a variable holds is split at blanks, as in `EXPOSE $PORTS`.
            int start = 0;
            for (int end = 0; end <= text.length(); end++) {
                if (end == text.length() || text.charAt(end) == ' ') {
                    if (end > start) {
                        ports.add(port(text.substring(start, end), word));
                    }
                    start = end + 1;
                }
            }
        }
        return ports;
    }

    private static ExposedPort port(String text, Word word) {
        int slash = text.indexOf('/');
        String numbers = text.substring(text.lastIndexOf(':', slash < 0 ? text.length() : slash) + 1);
        numbers = slash < 0 ? numbers : numbers.substring(0, numbers.indexOf('/'));
        int dash = numbers.indexOf('-');
        return new ExposedPort(
                text,
                word.span(),
                dash < 0 ? numbers : numbers.substring(0, dash),
                dash < 0 ? numbers : numbers.substring(dash + 1),
                slash < 0 ? "" : text.substring(slash + 1),
                word.isPlain());
    }

    /// Whether it names an address or a port of the host, which an image cannot choose.
    public boolean hasHost() {
        int colon = text.indexOf(':');
        int slash = text.indexOf('/');
        return colon >= 0 && (slash < 0 || colon < slash);
    }

    /// The port without what belongs to the host.
    public String withoutHost() {
        String range = first.equals(last) ? first : first + "-" + last;
        return protocol.isEmpty() ? range : range + "/" + protocol;
    }

    /// Whether the protocol is one that Docker knows, in whatever letter case.
    public boolean hasKnownProtocol() {
        return PROTOCOLS.contains(protocol.toLowerCase(Locale.ROOT));
    }

    /// The place of the protocol, or of the whole where it is not written as it is.
    public Span protocolSpan() {
        return exact ? new Span(span.end() - protocol.length(), span.end()) : span;
    }

    /// The number that a text is as a port, -1 where it is none.
    public static int number(String text) {
        int number = text.length() <= 6 ? BuildFile.number(text) : -1;
        return number <= 65535 ? number : -1;
    }
}
