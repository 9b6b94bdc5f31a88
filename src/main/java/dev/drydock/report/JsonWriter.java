package dev.drydock.report;

import java.io.IOException;

/// Writes JSON, indented by two spaces, as it is told: it keeps no document.
///
/// By hand, because this costs nothing at start-up; see `docs/decisions/0001-sarif-by-streaming.md`.
public final class JsonWriter {

    private static final String HEX = "0123456789abcdef";

    private final Appendable out;
    private int depth;
    private boolean first = true;
    private boolean named;

    /// A writer onto `out`, which it neither flushes nor closes.
    public JsonWriter(Appendable out) {
        this.out = out;
    }

    public JsonWriter object() throws IOException {
        return open('{');
    }

    public JsonWriter endObject() throws IOException {
        return close('}');
    }

    public JsonWriter array() throws IOException {
        return open('[');
    }

    public JsonWriter endArray() throws IOException {
        return close(']');
    }

    /// The name of the next value.
    public JsonWriter name(String name) throws IOException {
        separate();
        quote(name);
        out.append(": ");
        named = true;
        return this;
    }

    public JsonWriter value(String value) throws IOException {
        separate();
        quote(value);
        return this;
    }

    public JsonWriter value(long value) throws IOException {
        separate();
        out.append(Long.toString(value));
        return this;
    }

    public JsonWriter value(boolean value) throws IOException {
        separate();
        out.append(value ? "true" : "false");
        return this;
    }

    /// A number that is written as JSON writes it.
    public JsonWriter number(String digits) throws IOException {
        separate();
        out.append(digits);
        return this;
    }

    /// A `null`.
    public JsonWriter nothing() throws IOException {
        return number("null");
    }

    public JsonWriter field(String name, String value) throws IOException {
        return name(name).value(value);
    }

    public JsonWriter field(String name, long value) throws IOException {
        return name(name).value(value);
    }

    public JsonWriter field(String name, boolean value) throws IOException {
        return name(name).value(value);
    }

    /// An array of texts under `name`.
    public JsonWriter field(String name, Iterable<String> values) throws IOException {
        name(name).array();
        for (String value : values) {
            value(value);
        }
        return endArray();
    }

    /// Ends the document with a newline.
    public void end() throws IOException {
        out.append('\n');
    }

    private JsonWriter open(char bracket) throws IOException {
        separate();
        out.append(bracket);
        depth++;
        first = true;
        return this;
    }

    private JsonWriter close(char bracket) throws IOException {
        depth--;
        if (!first) {
            newLine();
        }
        out.append(bracket);
        first = false;
        return this;
    }

    private void separate() throws IOException {
        if (named) {
            named = false;
            return;
        }
        if (!first) {
            out.append(',');
        }
        if (depth > 0) {
            newLine();
        }
        first = false;
    }

    private void newLine() throws IOException {
        out.append('\n');
        for (int i = 0; i < depth; i++) {
            out.append("  ");
        }
    }

    private void quote(String text) throws IOException {
        out.append('"');
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c != '"' && c != '\\' && c < 0x7f) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            if (c > 0x9f && !Character.isSurrogate(c) && c != '\u2028' && c != '\u2029') {
                continue;
            }
            out.append(text, plain, i);
            escape(c);
            plain = i + 1;
        }
        out.append(text, plain, text.length()).append('"');
    }

    private void escape(char c) throws IOException {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            // Half of a surrogate pair has no UTF-8 form; the escape keeps it.
            default -> {
                out.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.append(HEX.charAt((c >> shift) & 15));
                }
            }
        }
    }
}
