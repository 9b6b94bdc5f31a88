package dev.drydock.model.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The packages that are there after commands ran: what was installed, less what was removed again.
public final class InstalledPackages {

    /// A package and the operation that brought it.
    public record Installed(NamedPackage named, PackageOperation by) {}

    private static final class Entry {
        private final Installed installed;
        /// Whether apt was told to regard it as unneeded once nothing depends on it.
        private boolean automatic;

        Entry(Installed installed) {
            this.installed = installed;
        }

        boolean isOf(PackageManager manager) {
            return installed.by().manager().family().equals(manager.family());
        }
    }

    private final List<Entry> entries = new ArrayList<>();

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
        List<Installed> list = new ArrayList<>();
        for (Entry entry : entries) {
            list.add(entry.installed);
        }
        return list;
    }

    private void add(PackageOperation operation) {
        switch (operation.action()) {
            case INSTALL -> {
                if (operation.has(Switch.DESTINATION) || operation.command().isConditional()) {
                    return;
                }
                for (NamedPackage named : operation.packages()) {
                    remove(named.name(), operation.manager());
                    entries.add(new Entry(new Installed(named, operation)));
                }
            }
            case REMOVE -> remove(operation);
            case UPDATE, UPGRADE, CLEAN, BUILD -> {}
        }
    }

    private void remove(PackageOperation operation) {
        PackageManager manager = operation.manager();
        if (!operation.certain() || operation.has(Switch.FILES)) {
            entries.removeIf(entry -> entry.isOf(manager));
            return;
        }
        for (NamedPackage named : operation.packages()) {
            remove(named.name(), manager);
        }
        if (operation.has(Switch.AUTO_REMOVE) || operation.verb().startsWith("auto")) {
            entries.removeIf(entry -> entry.automatic);
        }
    }

    private void remove(String name, PackageManager manager) {
        int star = name.indexOf('*');
        entries.removeIf(entry -> {
            String installed = entry.installed.named().name();
            return entry.isOf(manager)
                    && (installed.equals(name)
                            || isInGroup(entry.installed.by(), name)
                            || (star >= 0 && installed.startsWith(name.substring(0, star))));
        });
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
        for (Entry entry : entries) {
            if (!entry.installed.by().manager().family().equals("deb")) {
                continue;
            }
            boolean named = command.has(entry.installed.named().name());
            if (auto && (named || !isPlain(arguments))) {
                entry.automatic = true;
            } else if (manual && named) {
                entry.automatic = false;
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
