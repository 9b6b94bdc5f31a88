package dev.drydock.model.contents;

import dev.drydock.model.build.Dependency;
import dev.drydock.model.build.Stage;
import dev.drydock.model.command.UserCreation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What the image of one stage has: what shows in it, what only its lower layers have, and what stays behind in the
/// stages that it is built from. What cannot be told is said to be unknown.
///
/// A command is taken to have done what it is for. Files of a base image are not known, and links in it not
/// followed. What only adds files may have replaced the content of one that is known.
public final class ImageContents {

    private final BuildContents all;
    private final Stage stage;
    private final Filesystem filesystem;
    private final List<InstalledPackage> packages;

    ImageContents(BuildContents all, Stage stage, Filesystem filesystem, List<InstalledPackage> packages) {
        this.all = all;
        this.stage = stage;
        this.filesystem = filesystem;
        this.packages = List.copyOf(packages);
    }

    /// The stage whose image it is.
    public Stage stage() {
        return stage;
    }

    Filesystem filesystem() {
        return filesystem;
    }

    List<InstalledPackage> allPackages() {
        return packages;
    }

    /// Whether something is at a path.
    ///
    /// @param path absolute and clean
    public Presence at(String path) {
        return filesystem.at(path);
    }

    /// The files and directories that are known, in order of their paths.
    public List<Entry> files() {
        return filesystem.entries();
    }

    /// What brought more than can be told, in order: the base image first.
    public List<Region> unknown() {
        return filesystem.unknown();
    }

    /// The files and directories that only lower layers have.
    public List<Hidden> hidden() {
        return filesystem.hidden();
    }

    /// The packages that are there.
    public List<InstalledPackage> packages() {
        var there = new ArrayList<InstalledPackage>();
        for (InstalledPackage each : packages) {
            if (each.removedBy() == null) {
                there.add(each);
            }
        }
        return there;
    }

    /// The packages that only lower layers have.
    public List<InstalledPackage> removedPackages() {
        var gone = new ArrayList<InstalledPackage>();
        for (InstalledPackage each : packages) {
            if (each.removedBy() != null) {
                gone.add(each);
            }
        }
        return gone;
    }

    /// The users and groups that its steps make.
    public List<UserCreation> users() {
        return stage.users().creations();
    }

    /// What the stages that it takes files from have, and it has not: packages of theirs that do not ship.
    public List<InstalledPackage> leftBehind() {
        var seen = new HashSet<Origin>();
        for (InstalledPackage each : packages) {
            seen.add(each.origin().hops().getFirst());
        }
        var left = new ArrayList<InstalledPackage>();
        for (Stage each : needs(stage)) {
            for (InstalledPackage one : all.at(each).packages()) {
                if (seen.add(one.origin().hops().getFirst())) {
                    left.add(one);
                }
            }
        }
        return left;
    }

    /// The stages that a stage is built from, in order of the file, without itself.
    public static Set<Stage> needs(Stage stage) {
        var needed = new TreeSet<Stage>((one, other) -> Integer.compare(one.index(), other.index()));
        var left = new ArrayDeque<Stage>();
        left.add(stage);
        while (!left.isEmpty()) {
            for (Dependency dependency : left.remove().dependencies()) {
                if (dependency.to() != stage && needed.add(dependency.to())) {
                    left.add(dependency.to());
                }
            }
        }
        return needed;
    }
}
