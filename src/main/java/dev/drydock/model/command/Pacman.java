package dev.drydock.model.command;

import dev.drydock.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Pacman's operations are capital letters with small ones after them: `-Syu`, `-Rns`, `-Scc`.
final class Pacman {

    private Pacman() {}

    static @Nullable PackageOperation read(PackageManager manager, Command command) {
        String letters = "";
        Span span = command.executable().span();
        List<NamedPackage> packages = new ArrayList<>();
        List<PackageOperation.Option> options = new ArrayList<>();
        boolean certain = true;
        List<Argument> arguments = command.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            Argument argument = arguments.get(i);
            String text = argument.prefix();
            if (text.startsWith("--")) {
                if (text.equals("--noconfirm")) {
                    options.add(new PackageOperation.Option(Switch.YES, null, text, argument.span()));
                }
                i += manager.takesValue(text) ? 1 : 0;
            } else if (argument.isOption()) {
                letters += text.substring(1);
                span = argument.span();
                i += manager.takesValue(text) ? 1 : 0;
            } else {
                NamedPackage named = PackageNames.read(manager, argument);
                if (named == null) {
                    certain = false;
                } else {
                    packages.add(named);
                }
            }
        }
        PackageManager.Action action = action(letters, packages, certain);
        return action == null
                ? null
                : new PackageOperation(manager, action, command, "-" + letters, span, packages, options, certain);
    }

    private static PackageManager.@Nullable Action action(
            String letters, List<NamedPackage> packages, boolean certain) {
        if (letters.indexOf('R') >= 0) {
            return PackageManager.Action.REMOVE;
        }
        if (letters.indexOf('U') >= 0) {
            return PackageManager.Action.INSTALL;
        }
        if (letters.indexOf('S') < 0) {
            return null;
        }
        // These only look something up.
        for (int i = 0; i < letters.length(); i++) {
            if ("silgp".indexOf(letters.charAt(i)) >= 0) {
                return null;
            }
        }
        if (letters.indexOf('c') >= 0) {
            return PackageManager.Action.CLEAN;
        }
        if (!packages.isEmpty() || !certain) {
            return PackageManager.Action.INSTALL;
        }
        return letters.indexOf('u') >= 0 ? PackageManager.Action.UPGRADE : PackageManager.Action.UPDATE;
    }
}
