package dev.drydock.rules.project;

import dev.drydock.model.ContainerImage;
import dev.drydock.model.Workspace;
import dev.drydock.model.build.Step;
import dev.drydock.model.compose.CommandLine;
import dev.drydock.model.compose.Service;
import dev.drydock.model.compose.Variant;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.syntax.dockerfile.CommandLine.Shell;
import dev.drydock.syntax.dockerfile.Instruction;
import java.util.List;

/// A command that nobody runs: the service's, or the image's.
public final class CommandIgnored implements Rule.OnProject {

    @Override
    public void check(Workspace workspace, Report report) {
        for (Variant.Run run : workspace.compose().runs()) {
            Service service = run.service();
            ContainerImage image = (service.command() == null) == (service.entrypoint() == null)
                    ? null
                    : ContainerImage.of(workspace, run);
            if (image != null && service.command() != null) {
                checkCommand(service.command(), image, report);
            } else if (image != null && service.entrypoint() != null) {
                checkEntrypoint(service.entrypoint(), image, report);
            }
        }
    }

    private static void checkCommand(CommandLine command, ContainerImage image, Report report) {
        Step step = image.last(Instruction.Entrypoint.class);
        if (step != null
                && !command.words().isEmpty()
                && step.instruction() instanceof Instruction.Entrypoint(var _, Shell(var text))
                && !text.isEmpty()
                && !takesArguments(text.text())) {
            report.at(
                            command.place(),
                            "the image's ENTRYPOINT is in the shell form, which takes no command, so this is not run;"
                                    + " write the ENTRYPOINT as a JSON array, or set entrypoint here")
                    .related(step.stage().file().source(), text.span(), "what is run instead");
        }
    }

    /// Whether a script looks at what comes after it.
    private static boolean takesArguments(String script) {
        for (String own : List.of("$@", "$*", "${@", "${*", "$0", "$1", "${0", "${1")) {
            if (script.contains(own)) {
                return true;
            }
        }
        return false;
    }

    private static void checkEntrypoint(CommandLine entrypoint, ContainerImage image, Report report) {
        List<Value> words = entrypoint.words();
        Step cmd = image.last(Instruction.Cmd.class);
        if (cmd == null || words.isEmpty() || !lacksCommand(words, image)) {
            return;
        }
        report.at(
                        entrypoint.place(),
                        "an entrypoint here drops the CMD of the image, so this has nothing to start; write it again"
                                + " as command")
                .related(
                        cmd.stage().file().source(),
                        cmd.instruction().head().text().span(),
                        "what is not started any more");
    }

    /// Whether an entrypoint is only there to start what comes after it, and nothing does.
    private static boolean lacksCommand(List<Value> words, ContainerImage image) {
        if (words.getLast().is("--")) {
            return true;
        }
        if (words.size() > 1) {
            return false;
        }
        String path = words.getFirst().or("");
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "tini", "dumb-init", "catatonit" -> true;
            case "" -> false;
            case String name -> image.hasEntrypoint(name);
        };
    }
}
