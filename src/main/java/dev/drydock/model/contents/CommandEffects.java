package dev.drydock.model.contents;

import dev.drydock.model.build.Paths;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Argument;
import dev.drydock.model.command.Command;
import dev.drydock.model.command.Commands;
import dev.drydock.model.command.Download;
import dev.drydock.model.command.FileWrite;
import dev.drydock.model.command.InstallDirectory;
import dev.drydock.model.command.PackageOperation;
import dev.drydock.model.command.Removal;
import dev.drydock.model.data.DataTable;
import dev.drydock.source.Place;
import dev.drydock.source.Span;
import dev.drydock.source.Text;
import dev.drydock.syntax.ignore.NamePattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the commands of a `RUN` do to a filesystem. A command that nobody looks into may do anything; a package
/// manager leaves the files of others alone.
///
/// @param goesOn whether the script may go on after a command that failed
record CommandEffects(Step step, Filesystem into, MountedPaths mounts, boolean goesOn) {

    private static final Map<String, String> KINDS = new HashMap<>();

    static {
        for (String[] fields : DataTable.rows("file-commands.tsv")) {
            for (String name : DataTable.split(fields[1], ',')) {
                KINDS.put(name, fields[0]);
            }
        }
    }

    static CommandEffects of(Step step, Filesystem into, MountedPaths mounts) {
        String text = step.text();
        boolean goesOn = text.contains("||") || text.indexOf(';') >= 0 || text.indexOf('\n') >= 0;
        return new CommandEffects(step, into, mounts, goesOn);
    }

    /// Applies them.
    void apply() {
        Commands commands = step.commands();
        boolean certain = true;
        for (Command command : commands) {
            if (commands.runsAnother(command) && !command.name().equals("xargs")) {
                // The one that it runs is judged by itself.
                continue;
            }
            if (certain && !command.isConditional()) {
                apply(command);
            } else {
                maybe(command);
            }
            certain &= !mayEnd(command);
        }
        if (!commands.isComplete()) {
            into.disturb("/", origin("RUN", step.instruction().head().keywordSpan()));
        }
        mounts.leave(into, origin("RUN", step.instruction().head().keywordSpan()));
    }

    /// Whether what follows may not run although the `RUN` succeeds.
    private static boolean mayEnd(Command command) {
        return switch (command.name()) {
            case "exit", "return", "break", "continue", "exec" ->
                !command.name().equals("exit")
                        || command.arguments().isEmpty()
                        || !command.arguments().getFirst().text().isKnown()
                        || command.arguments().getFirst().is("0");
            case String _ -> false;
        };
    }

    private void apply(Command command) {
        Origin origin = origin(command.name().isEmpty() ? "RUN" : command.name(), command.span());
        for (FileWrite write : FileWrite.of(command)) {
            String path = path(command, write.path());
            if (path == null) {
                into.disturb("/", origin);
            } else if (!mounts.holds(path) && !(write.appends() && isFile(path))) {
                put(path, Entry.Kind.FILE, origin);
            }
        }
        Removal removal = Removal.of(command);
        if (removal != null) {
            remove(command, removal, origin);
            return;
        }
        Download download = Download.of(command);
        if (download != null) {
            fetch(command, download);
            return;
        }
        PackageOperation operation = PackageOperation.of(command);
        if (operation != null) {
            into.addUnknown("/", origin);
            String directory = InstallDirectory.of(operation);
            if (directory != null && !directory.equals("/") && directory.indexOf('*') < 0) {
                into.addUnknown(directory, origin);
            }
            return;
        }
        switch (command.name()) {
            case "", "tee", "exit" -> {
                // Redirections alone, or what they do.
            }
            case "mkdir" -> each(command, "mpvZ", origin, path -> put(path, Entry.Kind.DIRECTORY, origin));
            case "touch" ->
                each(command, "acm", origin, path -> {
                    switch (into.at(path)) {
                        case Presence.Absent() -> put(path, Entry.Kind.FILE, origin);
                        case Presence.There(Entry there) when there.isCertain() -> {
                            // It gets a new time.
                        }
                        // A directory would stay one.
                        case Presence.There(Entry there) -> into.put(path, there.kind(), origin, there.doubt());
                        case Presence.Unknown(Origin by) -> into.put(path, Entry.Kind.FILE, origin, by);
                    }
                });
            case "cp" -> copy(command, origin);
            case "mv" -> move(command, origin);
            case "ln" -> link(command, origin);
            case String name -> {
                String kind = KINDS.getOrDefault(name, "");
                if (kind.equals("adds")) {
                    into.addUnknown("/", origin);
                } else if (kind.isEmpty()) {
                    into.disturb("/", origin);
                    output(command, origin);
                }
            }
        }
    }

    /// Where a command that nobody looks into says that its result goes.
    private void output(Command command, Origin origin) {
        List<Argument> arguments = command.arguments();
        for (int i = 0; i + 1 < arguments.size(); i++) {
            if (arguments.get(i).is("-o") || arguments.get(i).is("--output")) {
                String path = path(command, arguments.get(i + 1));
                if (path != null) {
                    into.addUnknown(path, origin);
                }
            }
        }
    }

    /// What a command may do that may not run: the same, or nothing.
    private void maybe(Command command) {
        Origin origin = origin(command.name(), command.span());
        for (FileWrite write : FileWrite.of(command)) {
            String path = path(command, write.path());
            into.disturb(path == null ? "/" : path, origin);
        }
        boolean harmless = command.name().isEmpty()
                || command.name().equals("exit")
                || KINDS.getOrDefault(command.name(), "").equals("none");
        if (!harmless) {
            into.disturb("/", origin);
        }
    }

    private void remove(Command command, Removal removal, Origin origin) {
        boolean plain = switch (command.name()) {
            case "rm", "rmdir", "unlink" -> true;
            case String _ -> false;
        };
        for (Argument argument : removal.paths()) {
            String path = path(command, argument);
            if (path == null || mounts.touches(path)) {
                into.doubt("/", origin);
            } else if (!plain) {
                into.doubt(path, origin);
            } else if (argument.word().isPattern()) {
                removeMatching(path, origin);
            } else if (removal.recursive()) {
                into.remove(path, step);
            } else {
                removeOne(command, path, origin);
            }
        }
    }

    /// Removes a file, or an empty directory: what is something else is not removed, and the command fails.
    private void removeOne(Command command, String path, Origin origin) {
        boolean fits = true;
        boolean certain = false;
        if (into.at(path) instanceof Presence.There(Entry there)) {
            boolean isDirectory = there.kind() == Entry.Kind.DIRECTORY;
            certain = there.isCertain();
            fits = !certain || isDirectory == command.name().equals("rmdir");
        }
        if (fits && (certain || !goesOn)) {
            into.remove(path, step);
        } else if (fits) {
            into.doubt(path, origin);
        }
    }

    /// Removes what a pattern of the shell is for; only `*` alone as the last name is followed.
    private void removeMatching(String pattern, Origin origin) {
        String directory = FilePaths.parent(pattern);
        if (!FilePaths.name(pattern).equals("*") || NamePattern.isPattern(directory)) {
            into.doubt(Copying.certainPart(pattern), origin);
            return;
        }
        for (String name : into.names(directory)) {
            if (!name.startsWith(".")) {
                into.remove(FilePaths.below(directory, name), step);
            }
        }
    }

    private void fetch(Command command, Download download) {
        for (Argument url : download.urls()) {
            var origin = new Origin(
                    Origin.Means.DOWNLOAD,
                    url.prefix(),
                    new Place(step.stage().file().source(), url.span()),
                    step,
                    null);
            Argument output = download.output();
            if (download.toStandardOutput()) {
                continue;
            }
            String path = output != null ? path(command, output) : null;
            if (path != null && download.urls().size() == 1 && !mounts.holds(path)) {
                put(path, Entry.Kind.FILE, origin);
            } else {
                into.addUnknown(command.directory().or("/"), origin);
            }
        }
    }

    private void copy(Command command, Origin origin) {
        Operands operands = Operands.of(command, "rRafpdvLPHTx", "-t");
        if (operands == null || operands.has('T')) {
            everything(command, origin);
            return;
        }
        boolean recursive = operands.has('r') || operands.has('R') || operands.has('a');
        for (Argument source : operands.sources()) {
            String path = path(command, source);
            String to = path(command, operands.destination());
            if (path == null || to == null || source.word().isPattern()) {
                everything(command, origin);
                return;
            }
            if (mounts.holds(to) || into.at(FilePaths.parent(to)) instanceof Presence.Absent) {
                continue;
            }
            boolean content = source.value().endsWith("/.");
            MountedPaths.Mounted mounted = mounts.at(path);
            CopySource from = mounted == null ? into : mounted.from();
            String inside = mounted == null ? path : mounted.inside(path);
            if (from.at(inside) instanceof Presence.There(Entry entry)
                    && entry.kind() == Entry.Kind.DIRECTORY
                    && !recursive) {
                continue;
            }
            boolean isDirectory = operands.sources().size() > 1
                    || operands.destination().value().endsWith("/");
            Origin.Means means = mounted == null ? Origin.Means.COMMAND : mounted.means();
            var copying = new Copying(
                    into,
                    from,
                    (each, before) -> new Origin(means, each, origin.place(), step, before),
                    _ -> false,
                    content);
            if (!copying.copy(inside, to, isDirectory)) {
                into.disturb("/", origin);
            }
        }
    }

    private void move(Command command, Origin origin) {
        Operands operands = Operands.of(command, "fv", "-t");
        if (operands == null) {
            everything(command, origin);
            return;
        }
        for (Argument source : operands.sources()) {
            String path = path(command, source);
            String to = path(command, operands.destination());
            if (path == null || to == null || source.word().isPattern() || mounts.holds(to) || mounts.touches(path)) {
                everything(command, origin);
                return;
            }
            if (into.at(path) instanceof Presence.Absent || into.at(FilePaths.parent(to)) instanceof Presence.Absent) {
                continue;
            }
            boolean isDirectory = operands.sources().size() > 1
                    || operands.destination().value().endsWith("/");
            var copying = new Copying(
                    into,
                    into,
                    (each, before) -> new Origin(Origin.Means.COMMAND, each, origin.place(), step, before),
                    _ -> false,
                    false);
            if (!copying.copy(path, to, isDirectory)) {
                into.disturb("/", origin);
            }
            into.remove(path, step);
        }
    }

    private void link(Command command, Origin origin) {
        Operands operands = Operands.of(command, "sfvrn", "-t");
        if (operands == null || operands.sources().size() != 1) {
            everything(command, origin);
            return;
        }
        String to = path(command, operands.destination());
        if (to == null || mounts.holds(to)) {
            everything(command, origin);
            return;
        }
        String name = FilePaths.name(operands.sources().getFirst().value());
        switch (into.at(to)) {
            case Presence.Absent() -> put(to, operands.has('s') ? Entry.Kind.LINK : Entry.Kind.FILE, origin);
            case Presence.There(Entry there)
            when there.isCertain() && there.kind() == Entry.Kind.DIRECTORY && !name.isEmpty() && !operands.has('n') ->
                put(FilePaths.below(to, name), Entry.Kind.LINK, origin);
            case Presence.There _, Presence.Unknown _ -> into.disturb(to, origin);
        }
    }

    private void everything(Command command, Origin origin) {
        into.disturb("/", origin);
        List<Argument> arguments = command.arguments();
        String last = arguments.isEmpty() ? null : path(command, arguments.getLast());
        if (last != null) {
            into.addUnknown(last, origin);
        }
    }

    private interface OnPath {
        void apply(String path);
    }

    /// Does something for each path that a command names; where that cannot be told, anything may have happened.
    ///
    /// @param flags the letters of options that change nothing of what is done here
    private void each(Command command, String flags, Origin origin, OnPath action) {
        List<String> paths = new ArrayList<>();
        boolean value = false;
        for (Argument argument : command.arguments()) {
            if (value) {
                value = false;
                continue;
            }
            if (argument.isOption()) {
                value = argument.is("-m") || argument.is("--mode");
                if (!value
                        && !Operands.areIn(argument, flags)
                        && !argument.prefix().startsWith("--")) {
                    everything(command, origin);
                    return;
                }
                continue;
            }
            String path = path(command, argument);
            if (path == null || argument.word().isPattern()) {
                everything(command, origin);
                return;
            }
            paths.add(path);
        }
        for (String path : paths) {
            if (!mounts.holds(path)) {
                action.apply(path);
            }
        }
    }

    private void put(String path, Entry.Kind kind, Origin origin) {
        Origin doubt = null;
        if (kind != Entry.Kind.DIRECTORY) {
            Presence parent = into.at(FilePaths.parent(path));
            if (parent instanceof Presence.Absent) {
                // The command fails.
                return;
            }
            // Where nobody knows whether the directory is there, it may fail as well, and the script go on.
            doubt = goesOn && parent instanceof Presence.Unknown(Origin by) ? by : null;
        }
        if (into.at(path) instanceof Presence.There(Entry there)
                && there.isCertain()
                && there.kind() == Entry.Kind.DIRECTORY) {
            return;
        }
        if (!into.put(path, kind, origin, doubt)) {
            into.disturb("/", origin);
        }
    }

    private boolean isFile(String path) {
        return into.at(path) instanceof Presence.There(Entry there)
                && there.isCertain()
                && there.kind() == Entry.Kind.FILE;
    }

    /// An argument as an absolute path, patterns as they are; null where it cannot be told.
    private static @Nullable String path(Command command, Argument argument) {
        if (!(argument.text() instanceof Text.Known(String written)) || written.isEmpty()) {
            return null;
        }
        if (written.startsWith("/")) {
            return Paths.join("/", written);
        }
        boolean home = written.startsWith("~");
        return command.directory() instanceof Text.Known(String directory) && !home
                ? Paths.join(directory, written)
                : null;
    }

    private Origin origin(String what, Span span) {
        return new Origin(
                Origin.Means.COMMAND, what, new Place(step.stage().file().source(), span), step, null);
    }
}
