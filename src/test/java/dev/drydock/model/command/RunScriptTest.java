package dev.drydock.model.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.model.build.BuildFile;
import dev.drydock.model.build.Step;
import dev.drydock.source.Source;
import dev.drydock.source.Span;
import dev.drydock.syntax.dockerfile.DockerfileReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same commands in every form of `RUN` are the same to us.
class RunScriptTest {

    private static final String WANTED = "apt-get update; apt-get install gcc";

    private static Step lastStep(String file) {
        Source source = Source.of("Dockerfile", file);
        return new BuildFile(DockerfileReader.read(source))
                .stages()
                .getLast()
                .steps()
                .getLast();
    }

    private static String dump(Step step) {
        StringBuilder text = new StringBuilder();
        for (Command command : step.commands()) {
            if (command.name().equals("apt-get")) {
                text.append(text.isEmpty() ? "" : "; ").append(command);
            }
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROM a\nRUN apt-get update && apt-get \\\n # x\n install gcc\n",
                "FROM a\nRUN apt-get update; apt-get install gcc",
                "FROM a\nRUN <<EOF\napt-get update\napt-get install gcc\nEOF\n",
                "FROM a\nRUN <<-'EOF'\n\tapt-get update\n\tapt-get install gcc\n\tEOF\n",
                "FROM a\nRUN <<EOF\n#!/usr/bin/env bash\napt-get update\napt-get install gcc\nEOF\n",
                "FROM a\nRUN sh -c 'apt-get update && apt-get install gcc'\n",
                "FROM a\nRUN [\"bash\", \"-c\", \"apt-get update && apt-get install gcc\"]\n",
                "FROM a\nONBUILD RUN apt-get update && apt-get install gcc\n",
                "FROM a\nRUN cat <<A >f && apt-get update && apt-get install gcc\napt-get clean\nA\n",
                "FROM a\nRUN sh <<A\napt-get update\napt-get install gcc\nA\n",
                "FROM a\nARG P=gcc\nRUN apt-get update && apt-get install $P\n",
                "FROM a\nSHELL [\"/bin/bash\", \"-c\"]\nRUN apt-get update && apt-get install gcc\n",
                "FROM a\nRUN f() { apt-get \"$1\" gcc; }; apt-get update; if true; then :; fi; apt-get install gcc\n",
            })
    void commandsOfEveryForm(String file) {
        Step step = lastStep(file);
        assertThat(dump(step)).isEqualTo(WANTED);
        Command install = null;
        for (Command command : step.commands()) {
            install = command.has("gcc") || command.has("$P") ? command : install;
        }
        assertThat(install).isNotNull();
        Span span = install.arguments().getLast().span();
        assertThat(file.substring(span.start(), span.end())).isIn("gcc", "$P");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROM a\nRUN <<EOF\n#!/usr/bin/env python3\nimport os\nEOF\n",
                "FROM mcr.microsoft.com/windows/servercore\nRUN dir\n",
                "FROM a\nSHELL [\"pwsh\", \"-c\"]\nRUN apt-get install gcc\n",
            })
    void scriptsOfOtherLanguagesAreUnknown(String file) {
        assertThat(lastStep(file).commands().isComplete()).isFalse();
        assertThat(lastStep(file).commands().list()).isEmpty();
    }
}
