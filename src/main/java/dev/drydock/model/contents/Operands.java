package dev.drydock.model.contents;

import dev.drydock.model.command.Argument;
import dev.drydock.model.command.Command;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The operands of `cp`, `mv` and `ln`: sources and, behind them, a destination.
///
/// @param letters the options, single letters
record Operands(String letters, List<Argument> sources, Argument destination) {

    Operands {
        sources = List.copyOf(sources);
    }

    /// Those of a command; null where an option is not one of `flags`, or there are too few.
    ///
    /// @param flags the letters that are followed
    /// @param valued an option that would change what is the destination
    static @Nullable Operands of(Command command, String flags, String valued) {
        var letters = new StringBuilder();
        List<Argument> operands = new ArrayList<>();
        for (Argument argument : command.arguments()) {
            if (!argument.isOption()) {
                operands.add(argument);
            } else if (argument.is("--recursive") || argument.is("--archive")) {
                letters.append('r');
            } else if (!argument.is(valued) && areIn(argument, flags)) {
                letters.append(argument.value(), 1, argument.value().length());
            } else if (!argument.prefix().startsWith("--preserve") && !argument.is("--force")) {
                return null;
            }
        }
        if (operands.size() < 2) {
            return null;
        }
        return new Operands(letters.toString(), operands.subList(0, operands.size() - 1), operands.getLast());
    }

    /// Whether an option is a cluster of some letters.
    static boolean areIn(Argument option, String letters) {
        String text = option.value();
        for (int i = 1; i < text.length(); i++) {
            if (letters.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return text.length() > 1;
    }

    boolean has(char letter) {
        return letters.indexOf(letter) >= 0;
    }
}
