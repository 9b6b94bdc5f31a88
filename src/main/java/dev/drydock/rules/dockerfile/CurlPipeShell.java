package dev.drydock.rules.dockerfile;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Step;
import dev.drydock.model.command.Argument;
import dev.drydock.model.command.Command;
import dev.drydock.model.command.Commands;
import dev.drydock.model.command.Download;
import dev.drydock.rule.Report;
import dev.drydock.rule.Rule;
import dev.drydock.syntax.shell.WordPart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A download that an interpreter runs at once, unseen.
public final class CurlPipeShell implements Rule.OnDockerfile {

    @Override
    public void check(BuildFile file, Report report) {
        for (Step step : file.runs()) {
            for (Command command : step.commands()) {
                Command interpreter = isDownloader(command) ? interpreter(command, step.commands()) : null;
                if (interpreter == null) {
                    continue;
                }
                Download download = Download.of(command);
                Argument url = download == null
                        ? command.executable()
                        : download.urls().getFirst();
                report.at(
                                file.source(),
                                url.span(),
                                "runs whatever the server sends that day; save it, check its checksum, then run it")
                        .related(file.source(), interpreter.executable().span(), "run here");
            }
        }
    }

    private static boolean isDownloader(Command command) {
        return command.name().equals("curl") || command.name().equals("wget");
    }

    /// The interpreter that runs what the download prints, or null.
    private static @Nullable Command interpreter(Command download, Commands commands) {
        for (Command command : commands) {
            if (readsScript(command) && comesFrom(command, download)) {
                return command;
            }
            if (download.isCaptured() && runsText(command, download)) {
                return command;
            }
        }
        return null;
    }

    private static boolean comesFrom(Command reader, Command download) {
        Command writer = reader.pipedFrom();
        while (writer != null && writer != download && isFilter(writer)) {
            writer = writer.pipedFrom();
        }
        return writer == download;
    }

    private static boolean isFilter(Command command) {
        return switch (command.name()) {
            case "sed", "tr", "grep", "awk", "cat", "tee", "head", "tail", "gunzip", "zcat", "gzip", "base64" -> true;
            default -> false;
        };
    }

    /// Whether a command runs the script that it reads from its input.
    private static boolean readsScript(Command command) {
        return switch (command.name()) {
            case "sh", "bash", "dash", "ash", "zsh", "ksh" -> command.readsScript();
            case "python", "python2", "python3", "perl", "ruby", "node", "php" ->
                command.arguments().isEmpty()
                        || command.arguments().getFirst().is("-")
                        || command.arguments().getFirst().is("--");
            default -> false;
        };
    }

    /// Whether a command runs text that was captured from others: `sh -c "$(curl …)"`, `bash <(curl …)`.
    private static boolean runsText(Command command, Command download) {
        return switch (command.name()) {
            case "sh", "bash", "dash", "ash", "zsh", "ksh", "eval", "source", "." -> {
                for (Argument argument : command.arguments()) {
                    if (begins(argument.word().parts(), download)) {
                        yield true;
                    }
                }
                yield false;
            }
            default -> false;
        };
    }

    /// Whether a word begins with what the download prints, so that it names what is run.
    private static boolean begins(List<WordPart> parts, Command download) {
        if (parts.isEmpty()) {
            return false;
        }
        return switch (parts.getFirst()) {
            case WordPart.DoubleQuoted quoted -> begins(quoted.parts(), download);
            case WordPart.CommandSubstitution captured -> captured.span().contains(download.span());
            case WordPart.ProcessSubstitution captured -> captured.span().contains(download.span());
            default -> false;
        };
    }
}
