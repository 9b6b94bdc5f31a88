package dev.drydock.model.command;

import dev.drydock.source.Text;
import dev.drydock.syntax.shell.Word;
import dev.drydock.syntax.shell.WordPart;
import java.util.ArrayList;
import java.util.List;

/// Makes the arguments of a word: none, one, or several where the shell splits a variable's value or expands
/// braces.
final class Fields {

    /// More words than this from one are no longer worth following.
    private static final int MAX_ALTERNATIVES = 64;

    private final Word word;
    private final Scope scope;
    private final List<Argument> arguments;
    private final StringBuilder text = new StringBuilder();
    private int knownLength = -1;
    private boolean started;

    private Fields(Word word, Scope scope, List<Argument> arguments) {
        this.word = word;
        this.scope = scope;
        this.arguments = arguments;
    }

    /// Adds what `word` becomes to `arguments`.
    static void expand(Word word, Scope scope, List<Argument> arguments) {
        if (word.parts().size() == 1 && word.parts().getFirst() instanceof WordPart.Literal literal) {
            arguments.add(new Argument(Text.of(literal.text()), literal.text(), word));
            return;
        }
        for (WordPart part : word.parts()) {
            if (part instanceof WordPart.Braces) {
                braces(word, arguments);
                return;
            }
        }
        Fields fields = new Fields(word, scope, arguments);
        for (WordPart part : word.parts()) {
            fields.add(part);
        }
        fields.flush();
    }

    private void add(WordPart part) {
        if (part instanceof WordPart.Parameter) {
            if (value(part) instanceof Text.Known(String known)) {
                split(known);
            } else {
                unknown();
            }
            return;
        }
        started = true;
        if (part instanceof WordPart.DoubleQuoted quoted) {
            for (WordPart inner : quoted.parts()) {
                append(value(inner));
            }
        } else {
            append(value(part));
        }
    }

    private Text value(WordPart part) {
        return new Word(List.of(part), part.span()).text(scope);
    }

    private void append(Text piece) {
        if (piece instanceof Text.Known(String known)) {
            text.append(known);
        } else {
            unknown();
        }
    }

    private void unknown() {
        started = true;
        if (knownLength < 0) {
            knownLength = text.length();
        }
    }

    private void split(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
                flush();
            } else {
                started = true;
                text.append(c);
            }
        }
    }

    private void flush() {
        if (started) {
            boolean known = knownLength < 0;
            String prefix = known ? text.toString() : text.substring(0, knownLength);
            arguments.add(new Argument(known ? Text.of(prefix) : Text.unknown(), prefix, word));
        }
        started = false;
        knownLength = -1;
        text.setLength(0);
    }

    private static void braces(Word word, List<Argument> arguments) {
        List<String> all = new ArrayList<>();
        all.add("");
        for (WordPart part : word.parts()) {
            List<String> next = new ArrayList<>();
            for (String alternative : alternatives(part)) {
                for (String start : all) {
                    next.add(start + alternative);
                }
            }
            all = next;
            if (all.isEmpty() || all.size() > MAX_ALTERNATIVES) {
                arguments.add(new Argument(Text.unknown(), "", word));
                return;
            }
        }
        for (String value : all) {
            arguments.add(new Argument(Text.of(value), value, word));
        }
    }

    /// What a part may be; empty where that is not known.
    private static List<String> alternatives(WordPart part) {
        if (part instanceof WordPart.Braces braces) {
            List<String> found = new ArrayList<>();
            String list = braces.written().text();
            int start = 1;
            for (int at = 1; at < list.length(); at++) {
                if (list.charAt(at) == ',' || at == list.length() - 1) {
                    found.add(list.substring(start, at));
                    start = at + 1;
                }
            }
            return found;
        }
        return new Word(List.of(part), part.span()).text() instanceof Text.Known(String known)
                ? List.of(known)
                : List.of();
    }
}
