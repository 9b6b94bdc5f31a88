package dev.drydock.model.build;

import dev.drydock.model.command.Command;
import dev.drydock.model.command.PackageManager;
import dev.drydock.model.command.Removal;
import dev.drydock.source.Span;
import dev.drydock.syntax.dockerfile.Instruction;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// What the steps of a stage, and of those it starts from, tell package managers once for all, by files that these
/// read.
public final class PackageSettings {

    private static final String APT = "/etc/apt/apt.conf";
    private static final String DOCKER_CLEAN = "/etc/apt/apt.conf.d/docker-clean";

    private enum Setting {
        /// Something that nobody reads here: a file of apt's that is copied may say anything.
        ANY_OF_APT,
        OMITS_RECOMMENDS,
        APT_YES,
        RPM_YES,
        CONDA_YES,
        /// The file is gone by which the images of Debian and Ubuntu remove what apt downloads.
        KEEPS_DOWNLOADS,
        SPEAKS_OF_DOWNLOADS
    }

    /// The first step at which each holds; -1 where it did so from the start.
    private final Map<Setting, Integer> since = new HashMap<>();

    PackageSettings(Stage stage) {
        Stage parent = stage.parent();
        if (parent != null) {
            for (Setting setting : parent.packageSettings().since.keySet()) {
                since.put(setting, -1);
            }
        }
        for (Step step : stage.steps()) {
            read(step);
        }
    }

    /// Whether apt leaves recommended packages out at a step, or may have been told so.
    public boolean omitsRecommends(Step step) {
        return holds(Setting.OMITS_RECOMMENDS, step) || holds(Setting.ANY_OF_APT, step);
    }

    /// Whether a manager asks nothing at a step, or may have been told so.
    public boolean asksNothing(Step step, PackageManager manager) {
        return switch (manager.family()) {
            case "deb" -> holds(Setting.APT_YES, step) || holds(Setting.ANY_OF_APT, step);
            case "rpm" -> holds(Setting.RPM_YES, step) || (manager.name().equals("microdnf") && isOldMicrodnf(step));
            // Images made for conda often say yes by themselves.
            case "conda" -> holds(Setting.CONDA_YES, step) || step.stage().rootImage() == null;
            case String _ -> false;
        };
    }

    /// Whether microdnf is the one that never asks. In Fedora it is another name of dnf 5, which does.
    private static boolean isOldMicrodnf(Step step) {
        return switch (step.stage().root()) {
            case Base.Image(String image, var _) -> !image.contains("fedora");
            case Base.Unknown _, Base.Scratch _, Base.Parent _ -> step.stage().from() != null;
        };
    }

    /// Whether what apt downloads certainly stays at a step, which the images of Debian and Ubuntu remove at once.
    public boolean keepsDownloads(Step step) {
        return holds(Setting.KEEPS_DOWNLOADS, step);
    }

    /// Whether what apt downloads may stay at a step.
    public boolean mayKeepDownloads(Step step) {
        return keepsDownloads(step) || holds(Setting.SPEAKS_OF_DOWNLOADS, step) || holds(Setting.ANY_OF_APT, step);
    }

    private boolean holds(Setting setting, Step step) {
        Integer first = since.get(setting);
        return first != null && first <= step.index();
    }

    private void set(Setting setting, Step step) {
        since.putIfAbsent(setting, step.index());
    }

    private void read(Step step) {
        switch (step.instruction()) {
            case Instruction.Run _ -> {
                text(step);
                for (Command command : step.commands()) {
                    Removal removal = Removal.of(command);
                    if (removal != null && removal.removes(DOCKER_CLEAN)) {
                        set(Setting.KEEPS_DOWNLOADS, step);
                    }
                }
            }
            case Instruction.Transfer transfer -> {
                if (!transfer.heredocs().isEmpty()) {
                    text(step);
                } else if (step.value(transfer.destination()).or("").startsWith(APT)) {
                    set(Setting.ANY_OF_APT, step);
                }
            }
            default -> {
                // Writes no files.
            }
        }
    }

    /// Looks for the settings' names where a file of the manager is named too.
    private void text(Step step) {
        String text = step.stage().file().source().text();
        Span span = step.instruction().span();
        if (text.indexOf("/etc/", span.start(), span.end()) < 0
                && text.indexOf("conda", span.start(), span.end()) < 0) {
            return;
        }
        String lower = text.substring(span.start(), span.end()).toLowerCase(Locale.ROOT);
        if (lower.contains("/etc/apt")) {
            if (lower.contains("install-recommends")) {
                set(Setting.OMITS_RECOMMENDS, step);
            }
            if (lower.contains("assume-yes")) {
                set(Setting.APT_YES, step);
            }
            if (lower.contains("docker-clean") || lower.contains("keep-downloaded-packages")) {
                set(Setting.SPEAKS_OF_DOWNLOADS, step);
            }
        }
        if (lower.contains("assumeyes")) {
            set(Setting.RPM_YES, step);
        }
        if (lower.contains("always_yes")) {
            set(Setting.CONDA_YES, step);
        }
    }
}
