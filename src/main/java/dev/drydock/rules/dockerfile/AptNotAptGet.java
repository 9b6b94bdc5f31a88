package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Argument;
import dev.drydock.model.command.Command;
import dev.drydock.rule.Fix;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.source.Edit;
import dev.drydock.source.Span;
import org.jspecify.annotations.Nullable;

/// `apt`, which is for people, in a script.
public final class AptNotAptGet implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Step step : file.runs()) {
            for (Command command : step.commands()) {
                if (command.name().equals("apt")) {
                    tell(file, command, report);
                }
            }
        }
    }

    private static void tell(BuildFile file, Command command, Report report) {
        Span name = command.executable().span();
        String other = other(command);
        var draft = report.at(
                file.source(),
                name,
                "apt is made for terminals, and may change what it prints and does; use "
                        + (other == null ? "apt-get or apt-cache" : other));
        if (other != null && file.source().text().startsWith("apt", name.end() - 3)) {
            draft.fix(Fix.safe("use " + other, file.source(), new Edit(new Span(name.end() - 3, name.end()), other)));
        }
    }

    /// The tool that has the same verb with the same meaning; null where none has.
    private static @Nullable String other(Command command) {
        for (Argument argument : command.arguments()) {
            switch (argument.value()) {
                case "install",
                        "remove",
                        "purge",
                        "update",
                        "autoremove",
                        "autopurge",
                        "clean",
                        "autoclean",
                        "build-dep",
                        "source",
                        "download",
                        "reinstall",
                        "changelog" -> {
                    return "apt-get";
                }
                case "show", "search", "policy", "depends", "rdepends", "showsrc", "madison" -> {
                    return "apt-cache";
                }
                case String _ -> {
                    // An option, its value, or a verb that only apt has.
                }
            }
        }
        return null;
    }
}
