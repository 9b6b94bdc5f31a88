package dev.drydock.syntax.dockerfile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A `<<NAME` found in the joined text of an instruction.
///
/// BuildKit splits the text into words with its own small shell lexer and takes a word for an opener when it is
/// digits, `<<`, perhaps `-`, and one name. Where that lexer fails (a quote that is not closed) there is no heredoc
/// at all.
///
/// @param start in the joined text
/// @param end in the joined text
record HeredocOpener(String name, boolean expand, boolean chomp, int fileDescriptor, int start, int end) {

    /// The openers in `text`, in order.
    static List<HeredocOpener> find(String text) {
        var found = new ArrayList<HeredocOpener>();
        int at = 0;
        while (at < text.length()) {
            if (isBlank(text.charAt(at))) {
                at++;
                continue;
            }
            int end = wordEnd(text, at);
            if (end < 0) {
                return List.of();
            }
            HeredocOpener opener = opener(text, at, end);
            if (opener != null) {
                found.add(opener);
            }
            at = end;
        }
        return found;
    }

    /// Where the word that starts at `start` ends; -1 where a quote or a brace in it is not closed.
    private static int wordEnd(String text, int start) {
        int at = start;
        while (at < text.length()) {
            char character = text.charAt(at);
            if (isBlank(character)) {
                return at;
            }
            switch (character) {
                case '\'' -> at = text.indexOf('\'', at + 1);
                case '"' -> at = closingQuote(text, at + 1);
                case '\\' -> at++;
                case '$' -> {
                    if (text.startsWith("${", at)) {
                        at = closingBrace(text, at + 2);
                    }
                }
                case '<' -> {
                    if (text.startsWith("<<", at)) {
                        at++;
                        while (at + 1 < text.length() && isBlank(text.charAt(at + 1))) {
                            at++;
                        }
                    }
                }
                default -> {}
            }
            if (at < 0) {
                return -1;
            }
            at++;
        }
        return Math.min(at, text.length());
    }

    private static int closingQuote(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '"' -> {
                    return at;
                }
                case '\\' -> at++;
                default -> {}
            }
        }
        return -1;
    }

    private static int closingBrace(String text, int from) {
        int depth = 1;
        for (int at = from; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '}' -> {
                    if (--depth == 0) {
                        return at;
                    }
                }
                case '\\' -> at++;
                case '$' -> {
                    if (text.startsWith("${", at)) {
                        depth++;
                        at++;
                    }
                }
                default -> {}
            }
        }
        return -1;
    }

    private static @Nullable HeredocOpener opener(String text, int start, int end) {
        int at = start;
        while (at < end && Character.isDigit(text.charAt(at))) {
            at++;
        }
        int digitsEnd = at;
        if (!text.startsWith("<<", at)) {
            return null;
        }
        at += 2;
        boolean chomp = at < end && text.charAt(at) == '-';
        if (chomp) {
            at++;
        }
        while (at < end && isBlank(text.charAt(at))) {
            at++;
        }
        int again = text.indexOf('<', at);
        if (at >= end || (again >= 0 && again < end)) {
            return null;
        }
        var name = new StringBuilder();
        boolean quoted = false;
        while (at < end) {
            char character = text.charAt(at);
            switch (character) {
                case '\'' -> {
                    quoted = true;
                    int close = text.indexOf('\'', at + 1);
                    if (close < 0 || close >= end) {
                        // Only inside ${…} can a quote in the word be open, and such a name is none.
                        return null;
                    }
                    name.append(text, at + 1, close);
                    at = close;
                }
                case '"' -> {
                    quoted = true;
                    int close = closingQuote(text, at + 1);
                    if (close < 0 || close >= end) {
                        return null;
                    }
                    name.append(text, at + 1, close);
                    at = close;
                }
                case '\\' -> {
                    if (at + 1 < end) {
                        name.append(text.charAt(at + 1));
                    }
                    at++;
                }
                default -> name.append(character);
            }
            at++;
        }
        if (name.isEmpty()) {
            return null;
        }
        return new HeredocOpener(name.toString(), !quoted, chomp, number(text, start, digitsEnd), start, end);
    }

    private static int number(String text, int start, int end) {
        int number = 0;
        for (int at = start; at < end && number < 1_000_000; at++) {
            number = number * 10 + Character.digit(text.charAt(at), 10);
        }
        return number;
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t' || character == '\n' || character == '\r';
    }
}
