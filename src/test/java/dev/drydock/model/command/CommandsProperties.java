package dev.drydock.model.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.source.Span;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever the script, its commands are found, stand inside it, and mean something or nothing.
class CommandsProperties {

    @Property(tries = 3000)
    void anyScriptHasCommands(@ForAll("scripts") String script) {
        Span whole = new Span(0, script.length());
        Commands commands = CommandsTest.commands(script);
        for (Command command : commands) {
            assertThat(whole.contains(command.span())).isTrue();
            for (Argument argument : command.arguments()) {
                assertThat(whole.contains(argument.span())).isTrue();
            }
            Download.of(command);
            Removal.of(command);
            FileWrite.of(command)
                    .forEach(write -> assertThat(whole.contains(write.span())).isTrue());
        }
        for (PackageOperation operation : commands.packageOperations()) {
            assertThat(whole.contains(operation.verbSpan())).isTrue();
            operation
                    .options()
                    .forEach(option -> assertThat(whole.contains(option.span())).isTrue());
            operation.development();
        }
        InstalledPackages packages = new InstalledPackages();
        packages.add(commands);
        packages.list();
    }

    @Provide
    Arbitrary<String> scripts() {
        return Arbitraries.of(
                        "apt-get ",
                        "install ",
                        "update ",
                        "-y ",
                        "-o ",
                        "-",
                        "--",
                        "=",
                        "x=1 ",
                        "$x ",
                        "$KNOWN ",
                        "${x:-a} ",
                        "sudo ",
                        "sh -c ",
                        "'",
                        "\"",
                        "a ",
                        "b;",
                        "&& ",
                        "|| ",
                        "| ",
                        "\n",
                        "env ",
                        "xargs ",
                        "find . -exec ",
                        "{} ",
                        "+ ",
                        "pip ",
                        "-r",
                        "npm ",
                        "ci ",
                        "yarn ",
                        "mvn ",
                        "a:b ",
                        "pacman -S",
                        "rm -rf ",
                        "/a/* ",
                        "curl -",
                        "O",
                        "o ",
                        "https://a/b ",
                        "> f ",
                        "<<E\n",
                        "\nE\n",
                        "$(",
                        ")",
                        "`",
                        "f() { ",
                        "f ",
                        "}",
                        "if ",
                        "; then ",
                        "; fi ",
                        "for x in ",
                        "; do ",
                        "; done ",
                        "eval ",
                        "bash -exc ",
                        "apt-mark auto '.*' ",
                        "(",
                        "tee ",
                        "unset x ",
                        "\\\n",
                        "{a,b}",
                        "python -m ",
                        "uv ",
                        "go ",
                        "@1 ",
                        "[x] ",
                        "=1 ",
                        "nodejs=$v ",
                        "su - me -c ",
                        "timeout 1 ")
                .list()
                .ofMaxSize(25)
                .map(pieces -> String.join("", pieces));
    }
}
