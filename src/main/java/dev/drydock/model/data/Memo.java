package dev.drydock.model.data;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What tables say of names, kept so that it is worked out once a run: files name the same few images and tools
/// over and over. Safe to share between threads, and bounded: files can name anything.
///
/// @param <V> what is said; immutable
public final class Memo<V> {

    private static final int MOST = 4096;

    private final Map<String, Optional<V>> known = new ConcurrentHashMap<>();
    private final Function<String, @Nullable V> work;

    /// @param work says what there is to say of a name, null for nothing; of the same name always the same
    public Memo(Function<String, @Nullable V> work) {
        this.work = work;
    }

    /// What there is to say of a name; null for nothing.
    public @Nullable V of(String name) {
        Optional<V> answer = known.get(name);
        if (answer == null) {
            answer = Optional.ofNullable(work.apply(name));
            if (known.size() < MOST) {
                known.put(name, answer);
            }
        }
        return answer.orElse(null);
    }
}
