package dev.drydock.model.compose;

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
}
