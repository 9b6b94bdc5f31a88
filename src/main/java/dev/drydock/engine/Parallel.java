package dev.drydock.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// Does the same to many inputs on several threads, results in the order of the inputs.
final class Parallel {

    /// Fewer inputs than this are done faster than a thread is started.
    private static final int WORTH_IT = 4;

    private Parallel() {}

    static <T, R> List<R> map(List<T> inputs, int jobs, Function<T, R> work) {
        int workers = inputs.size() < WORTH_IT ? 1 : Math.min(jobs, inputs.size());
        if (workers <= 1) {
            var results = new ArrayList<R>(inputs.size());
            for (T input : inputs) {
                results.add(work.apply(input));
            }
            return results;
        }
        // Each worker takes the next input until there is none: a task for each input would take as much memory as
        // what small files have to say.
        var next = new AtomicInteger();
        var results = new ArrayList<R>(Collections.nCopies(inputs.size(), null));
        try (var pool = Executors.newFixedThreadPool(workers)) {
            var futures = new ArrayList<Future<?>>();
            for (int i = 0; i < workers; i++) {
                futures.add(pool.submit(() -> {
                    for (int at = next.getAndIncrement(); at < inputs.size(); at = next.getAndIncrement()) {
                        results.set(at, work.apply(inputs.get(at)));
                    }
                }));
            }
            for (Future<?> future : futures) {
                future.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return results;
    }
}
