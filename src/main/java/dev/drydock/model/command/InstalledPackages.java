package dev.drydock.model.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The packages that are there after commands ran: what was installed, less what was removed again.
public final class InstalledPackages {

    /// A package and the operation that brought it.
    public record Installed(NamedPackage named, PackageOperation by) {}

    private final List<Installed> installed = new ArrayList<>();
    /// Packages that apt was told to regard as unneeded once nothing depends on them.
    private final Set<Installed> automatic = new HashSet<>();

    /// Takes the commands of the next `RUN` in.
    public void add(Commands commands) {
        for (Command command : commands) {
            if (command.name().equals("apt-mark")) {
                mark(command);
            }
            PackageOperation operation = PackageOperation.of(command);
            if (operation != null) {
                add(operation);
            }
        }
    }

    /// What is there now, in order. An install that may not have run is not.
    public List<Installed> list() {
        return List.copyOf(installed);
    }

    private void add(PackageOperation operation) {
        switch (operation.action()) {
            case INSTALL -> {
                if (operation.has(Switch.DESTINATION) || operation.command().isConditional()) {
                    return;
                }
                for (NamedPackage named : operation.packages()) {
                    remove(named.name(), operation.manager());
                    installed.add(new Installed(named, operation));
                }
            }
            case REMOVE -> remove(operation);
            case UPDATE, UPGRADE, CLEAN, BUILD -> {}
        }
    }

    private void remove(PackageOperation operation) {
        PackageManager manager = operation.manager();
        if (!operation.certain() || operation.has(Switch.FILES)) {
            installed.removeIf(each -> each.by().manager().family().equals(manager.family()));
            return;
        }
        for (NamedPackage named : operation.packages()) {
            remove(named.name(), manager);
        }
        if (operation.has(Switch.AUTO_REMOVE) || operation.verb().startsWith("auto")) {
            installed.removeAll(automatic);
        }
    }

    private void remove(String name, PackageManager manager) {
        int star = name.indexOf('*');
        installed.removeIf(each -> each.by().manager().family().equals(manager.family())
                && (each.named().name().equals(name)
                        || isInGroup(each.by(), name)
                        || (star >= 0 && each.named().name().startsWith(name.substring(0, star)))));
    }

    private static boolean isInGroup(PackageOperation operation, String name) {
        PackageOperation.@Nullable Option group = operation.option(Switch.GROUP);
        Argument value = group == null ? null : group.value();
        return value != null && value.is(name);
    }

    private void mark(Command command) {
        List<Argument> arguments = command.arguments();
        if (arguments.isEmpty()) {
            return;
        }
        boolean auto = arguments.getFirst().is("auto");
        boolean manual = arguments.getFirst().is("manual");
        for (Installed each : installed) {
            if (!each.by().manager().family().equals("deb")) {
                continue;
            }
            boolean named = command.has(each.named().name());
            if (auto && (named || !isPlain(arguments))) {
                automatic.add(each);
            } else if (manual && named) {
                automatic.remove(each);
            }
        }
    }

    /// Whether all arguments are names: `'.*'` and variables are not.
    private static boolean isPlain(List<Argument> arguments) {
        for (Argument argument : arguments) {
            if (!argument.text().isKnown() || argument.value().indexOf('*') >= 0) {
                return false;
            }
        }
        return true;
    }
}
