package dev.drydock.model.command;

import dev.drydock.source.Text;
import org.jspecify.annotations.Nullable;

/// Reads the packages that an install or remove command names.
final class PackageNames {

    private PackageNames() {}

    /// The package that an argument names; null where its name is not certain.
    static @Nullable NamedPackage read(PackageManager manager, Argument argument) {
        String text = argument.text().or(argument.prefix());
        boolean known = argument.text().isKnown();
        // What a variable that is not set left.
        if (known && text.isBlank()) {
            return null;
        }
        if (isRepository(manager, text)) {
            return repository(manager, text, known, argument);
        }
        if (text.contains("://")) {
            return new NamedPackage(text, Text.of(""), NamedPackage.Source.URL, argument);
        }
        if (isPath(manager, text)) {
            return new NamedPackage(text, Text.of(""), NamedPackage.Source.PATH, argument);
        }
        int mark = mark(manager, text);
        if (mark < 0 && !known) {
            return null;
        }
        String name = mark < 0 ? text : text.substring(0, mark);
        Text version = mark < 0 ? Text.of("") : known ? Text.of(text.substring(mark)) : Text.unknown();
        return switch (manager.family()) {
            case "python" -> {
                int extras = name.indexOf('[');
                yield new NamedPackage(
                        (extras < 0 ? name : name.substring(0, extras)).strip(),
                        version,
                        NamedPackage.Source.INDEX,
                        argument);
            }
            case "deb" -> debian(name, version, argument);
            case "rpm", "suse" -> rpm(name, version, argument);
            case "conda" ->
                new NamedPackage(
                        name.substring(name.lastIndexOf(':') + 1), version, NamedPackage.Source.INDEX, argument);
            default ->
                new NamedPackage(
                        name,
                        version,
                        name.indexOf('*') >= 0 ? NamedPackage.Source.GROUP : NamedPackage.Source.INDEX,
                        argument);
        };
    }

    /// `name:architecture`; a `-` at the end removes and a `+` installs, and `^` is a task.
    private static @Nullable NamedPackage debian(String name, Text version, Argument argument) {
        if (name.endsWith("-")) {
            return null;
        }
        String plain = name;
        int colon = plain.indexOf(':');
        if (colon > 0) {
            plain = plain.substring(0, colon);
        }
        boolean group = plain.endsWith("^") || plain.indexOf('*') >= 0;
        return new NamedPackage(
                plain, version, group ? NamedPackage.Source.GROUP : NamedPackage.Source.INDEX, argument);
    }

    /// `name-version-release.architecture`; with one number at the end it may as well be the name's own. `name:1`
    /// is a stream of a module.
    private static @Nullable NamedPackage rpm(String name, Text version, Argument argument) {
        // What a variable that is not set left of `name-$VERSION`.
        if (name.endsWith("-")) {
            return null;
        }
        int colon = name.indexOf(':');
        if (colon > 0 && name.indexOf('-') < 0 && version.is("")) {
            return new NamedPackage(
                    name.substring(0, colon), Text.of(name.substring(colon)), NamedPackage.Source.INDEX, argument);
        }
        String plain = name;
        for (String architecture : new String[] {".x86_64", ".noarch", ".i686", ".aarch64"}) {
            if (plain.endsWith(architecture)) {
                plain = plain.substring(0, plain.length() - architecture.length());
            }
        }
        int release = plain.lastIndexOf('-');
        int number = release < 0 ? -1 : plain.lastIndexOf('-', release - 1);
        if (number > 0
                && Character.isDigit(plain.charAt(number + 1))
                && release + 1 < plain.length()
                && Character.isDigit(plain.charAt(release + 1))) {
            return new NamedPackage(
                    plain.substring(0, number), Text.of(plain.substring(number)), NamedPackage.Source.INDEX, argument);
        }
        boolean group = plain.startsWith("@") || plain.indexOf('*') >= 0;
        return new NamedPackage(
                plain, version, group ? NamedPackage.Source.GROUP : NamedPackage.Source.INDEX, argument);
    }

    private static int mark(PackageManager manager, String text) {
        int first = -1;
        for (String mark : manager.versionMarks()) {
            // A scope such as `@babel/core` starts with what else separates the version.
            int at = text.indexOf(mark, 1);
            if (at > 0 && (first < 0 || at < first)) {
                first = at;
            }
        }
        return first;
    }

    private static boolean isRepository(PackageManager manager, String text) {
        for (String start : new String[] {"git+", "hg+", "svn+", "bzr+", "git://", "git@", "github:", "gitlab:"}) {
            if (text.startsWith(start)) {
                return true;
            }
        }
        // `owner/name` is a repository of GitHub to those of Node.
        int slash = text.indexOf('/');
        return manager.family().equals("node")
                && slash > 0
                && "@./~".indexOf(text.charAt(0)) < 0
                && !text.contains("://")
                && text.indexOf('/', slash + 1) < 0
                && !isArchive(text)
                && (text.indexOf('@') < 0 || text.indexOf('@') > slash);
    }

    /// Node names the commit after `#`, Python after the last `@` of the path.
    private static NamedPackage repository(PackageManager manager, String text, boolean known, Argument argument) {
        int fragment = text.indexOf('#');
        int mark = fragment;
        if (manager.family().equals("python")) {
            String path = fragment < 0 ? text : text.substring(0, fragment);
            int at = path.lastIndexOf('@');
            mark = at > path.lastIndexOf('/') ? at : -1;
        }
        Text version = mark >= 0 ? Text.of(text.substring(mark)) : known ? Text.of("") : Text.unknown();
        return new NamedPackage(text, version, NamedPackage.Source.REPOSITORY, argument);
    }

    private static boolean isArchive(String text) {
        return text.endsWith(".tgz") || text.endsWith(".tar.gz") || text.endsWith(".tar");
    }

    private static boolean isPath(PackageManager manager, String text) {
        if (text.startsWith("/") || text.startsWith("./") || text.startsWith("../") || text.startsWith("~/")) {
            return true;
        }
        if (text.equals(".") || text.equals("..") || text.startsWith(".[") || text.startsWith("file:")) {
            return true;
        }
        return switch (manager.family()) {
            case "deb" -> text.endsWith(".deb");
            case "apk" -> text.endsWith(".apk");
            case "rpm", "suse" -> text.endsWith(".rpm");
            case "python" ->
                text.endsWith(".whl") || text.endsWith(".tar.gz") || (text.indexOf('/') > 0 && text.indexOf('@') < 0);
            case "node" -> isArchive(text);
            case "go" -> text.endsWith(".go");
            case "ruby" -> text.endsWith(".gem");
            default -> false;
        };
    }
}
