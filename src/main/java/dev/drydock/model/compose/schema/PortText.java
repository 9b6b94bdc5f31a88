package dev.drydock.model.compose.schema;

import dev.drydock.model.compose.schema.Violation.Kind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The short form of ports: `address:host:container/protocol`, with ranges.
final class PortText {

    private static final int MOST = 65535;

    private final String text;

    private PortText(String text) {
        this.text = text;
    }

    /// An entry of `ports`.
    static Formats.@Nullable Fault published(String text) {
        return new PortText(text).published();
    }

    /// A number by itself.
    static Formats.@Nullable Fault number(String text) {
        double value = Numbers.value(text);
        return Double.isNaN(value) || (value >= 0 && value <= MOST)
                ? null
                : Formats.Fault.of(Kind.BAD_PORT, noPort(text));
    }

    /// An entry of `expose`: no address, no port of the host.
    static Formats.@Nullable Fault exposed(String text) {
        // A variable that is not set leaves nothing, and Compose lets that be.
        if (text.isEmpty()) {
            return null;
        }
        int slash = text.indexOf('/');
        var form = new PortText(text);
        Formats.Fault fault = form.range(0, slash < 0 ? text.length() : slash);
        return fault == null && slash >= 0 ? form.protocol(slash + 1) : fault;
    }

    /// `published` of the long form.
    static Formats.@Nullable Fault host(String text) {
        return text.isEmpty() ? null : new PortText(text).range(0, text.length());
    }

    private static String noPort(String text) {
        return "\"" + text + "\" is no port; ports go from 1 to " + MOST;
    }

    private Formats.@Nullable Fault published() {
        int slash = text.lastIndexOf('/');
        int end = slash < 0 ? text.length() : slash;
        int container = text.lastIndexOf(':', end - 1) + 1;
        int host = container == 0 ? 0 : text.lastIndexOf(':', container - 2) + 1;
        if (container == end) {
            return Formats.Fault.of(
                    Kind.BAD_PORT, "\"" + text + "\" names no port of the container; write host:container");
        }
        Formats.Fault fault = range(container, end);
        if (fault == null && host < container - 1) {
            fault = range(host, container - 1);
        }
        if (fault == null && host > 0) {
            fault = address(host - 1);
        }
        if (fault == null && slash >= 0) {
            fault = protocol(slash + 1);
        }
        return fault == null && host < container - 1 ? lengths(host, container, end) : fault;
    }

    /// `80` or `8000-8010` at `[from, to)`.
    private Formats.@Nullable Fault range(int from, int to) {
        int dash = text.indexOf('-', from);
        int middle = dash < 0 || dash >= to ? to : dash;
        Formats.Fault fault = port(from, middle);
        if (fault != null || middle == to) {
            return fault;
        }
        fault = port(middle + 1, to);
        if (fault == null && value(from, middle) > value(middle + 1, to)) {
            fault = at(from, to, "range \"" + text.substring(from, to) + "\" runs backwards; swap its ends");
        }
        return fault;
    }

    private Formats.@Nullable Fault port(int from, int to) {
        boolean number = to > from && Numbers.digits(text, from) >= to;
        return number && value(from, to) <= MOST ? null : at(from, to, noPort(text.substring(from, to)));
    }

    private int value(int from, int to) {
        int value = 0;
        for (int i = from; i < to && value <= MOST; i++) {
            value = value * 10 + (text.charAt(i) - '0');
        }
        return value;
    }

    private static Formats.Fault at(int from, int to, String message) {
        return Formats.Fault.at(Kind.BAD_PORT, from, to, message);
    }

    /// A range of the container needs one of the same length on the host.
    private Formats.@Nullable Fault lengths(int host, int container, int end) {
        int onHost = length(host, container - 1);
        int inContainer = length(container, end);
        return onHost == inContainer || inContainer == 1
                ? null
                : at(
                        host,
                        end,
                        onHost + " port" + (onHost == 1 ? "" : "s") + " of the host for " + inContainer
                                + " of the container; make the ranges equally long");
    }

    private int length(int from, int to) {
        int dash = text.indexOf('-', from);
        return dash < 0 || dash >= to ? 1 : value(dash + 1, to) - value(from, dash) + 1;
    }

    private Formats.@Nullable Fault protocol(int from) {
        return switch (text.substring(from).toLowerCase(Locale.ROOT)) {
            case "tcp", "udp", "sctp", "" -> null;
            default ->
                at(from, text.length(), "\"" + text.substring(from) + "\" is no protocol; write tcp, udp or sctp");
        };
    }

    /// Digits and dots, or hexadecimal digits and colons: names are not looked up.
    private Formats.@Nullable Fault address(int to) {
        boolean brackets = text.startsWith("[") && to > 1 && text.charAt(to - 1) == ']';
        int from = brackets ? 1 : 0;
        int end = brackets ? to - 1 : to;
        boolean six = text.indexOf(':') < end && text.indexOf(':') >= 0;
        boolean right = six || dots(end) == 3 || end == from;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            // A zone may be behind a percent sign.
            if (six && c == '%') {
                break;
            }
            right &= c == '.' || (six ? c == ':' || Character.digit(c, 16) >= 0 : c >= '0' && c <= '9');
        }
        return right
                ? null
                : at(0, to, "\"" + text.substring(0, to) + "\" is no IP address; write one such as 127.0.0.1");
    }

    private int dots(int to) {
        int dots = 0;
        for (int i = 0; i < to; i++) {
            if (text.charAt(i) == '.') {
                dots++;
            }
        }
        return dots;
    }
}
