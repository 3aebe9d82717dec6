package barton.steward.ui.virtual;

import java.util.concurrent.Callable;

/// An answer and how long it took.
record Timed<T>(T value, long millis) {
    static <T> Callable<Timed<T>> of(Callable<T> question) {
        return () -> {
            long start = System.nanoTime();
            T value = question.call();
            return new Timed<>(value, (System.nanoTime() - start) / 1_000_000);
        };
    }
}
