package dev.drydock.model.compose;

import dev.drydock.model.command.Commands;
import dev.drydock.model.compose.tree.Value;
import dev.drydock.source.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How Docker asks whether a service is healthy.
///
/// @param test the words; the first is `CMD`, `CMD-SHELL` or `NONE` where it is a list
/// @param shell whether the test is one string for a shell
public record Healthcheck(
        List<Value> test,
        boolean shell,
        boolean disabled,
        @Nullable Value interval,
        @Nullable Value timeout,
        @Nullable Value retries,
        @Nullable Value startPeriod,
        Place place) {

    public Healthcheck {
        test = List.copyOf(test);
    }

    /// Whether a shell reads the test.
    public boolean isForShell() {
        return shell || (!test.isEmpty() && test.getFirst().is("CMD-SHELL"));
    }

    /// The commands of the test; unknown where a variable that nobody knows decides, or where it is not a test that
    /// Docker takes.
    public Commands commands() {
        boolean list = test.size() > 1;
        if (isForShell()) {
            return test.size() > 2 || (!shell && !list)
                    ? Commands.unknown()
                    : ContainerCommands.ofShell(test.getLast());
        }
        return list && test.getFirst().is("CMD")
                ? ContainerCommands.ofWords(test.subList(1, test.size()))
                : Commands.unknown();
    }
}
