package dev.drydock.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Does the same to many inputs on several threads, results in the order of the inputs.
final class Parallel {

    /// Fewer inputs than this are done faster than a thread is started.
    private static final int WORTH_IT = 4;

    private Parallel() {}

    static <T, R> List<R> map(List<T> inputs, int jobs, Function<T, R> work) {
        var results = new ArrayList<R>(inputs.size());
        if (jobs <= 1 || inputs.size() < WORTH_IT) {
            for (T input : inputs) {
                results.add(work.apply(input));
            }
            return results;
        }
        try (var pool = Executors.newFixedThreadPool(Math.min(jobs, inputs.size()))) {
            var futures = new ArrayList<Future<R>>(inputs.size());
            for (T input : inputs) {
                futures.add(pool.submit(() -> work.apply(input)));
            }
            for (Future<R> future : futures) {
                results.add(future.get());
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
