package io.gavel.localstack;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Parts of the stack that start at the same time; each says when it begins and how long it took.
 */
final class Starting {
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);
    private static final double MILLIS_PER_SECOND = 1000.0;

    private final CompletableFuture<ChildProcess> firstDeath;
    private final Consumer<String> progress;

    Starting(CompletableFuture<ChildProcess> firstDeath, Consumer<String> progress) {
        this.firstDeath = firstDeath;
        this.progress = progress;
    }

    <T> CompletableFuture<T> begin(String part, Supplier<T> start) {
        progress.accept("starting " + part);
        long from = System.nanoTime();
        return CompletableFuture.supplyAsync(start, THREADS)
                .thenApply(started -> {
                    progress.accept(part + " is ready after " + since(from));
                    return started;
                });
    }

    /**
     * Waits until all have started.
     *
     * @throws StackFailure as soon as one of them fails, or a process dies
     */
    void awaitAll(CompletableFuture<?>... parts) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        for (CompletableFuture<?> part : parts) {
            var _ =
                    part.whenComplete((_, failure) -> {
                        if (failure != null) {
                            end.completeExceptionally(failure);
                        }
                    });
        }
        var _ =
                firstDeath.thenAccept(process ->
                        end.completeExceptionally(
                                new StackFailure(process.obituary() + "\n" + process.lastWords())));
        var _ = CompletableFuture.allOf(parts).thenRun(() -> end.complete(null));
        try {
            end.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackFailure failure ? failure : e;
        }
    }

    static String since(long nanoTime) {
        long millis = Duration.ofNanos(System.nanoTime() - nanoTime).toMillis();
        return String.format(Locale.ROOT, "%.1f s", millis / MILLIS_PER_SECOND);
    }
}
