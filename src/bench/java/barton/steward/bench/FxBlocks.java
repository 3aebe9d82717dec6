package barton.steward.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;

/// How long the FX thread lets what comes to it wait: every few milliseconds, whatever became of the ones before, a task is put at the
/// end of its queue.
final class FxBlocks implements AutoCloseable {
    private static final long EVERY_NANOS = 4_000_000;

    private final List<Long> waits = new ArrayList<>();
    private final Thread sampler = Thread.ofPlatform().daemon().start(this::sample);
    private volatile boolean done;

    private void sample() {
        for (long next = System.nanoTime(); !done; next += EVERY_NANOS) {
            LockSupport.parkNanos(next - System.nanoTime());
            // From when it was due: a machine that is late here would be late with an input, too.
            long asked = next;
            Platform.runLater(() -> waits.add(System.nanoTime() - asked));
        }
    }

    /// Stops sampling.
    @Override
    public void close() {
        done = true;
        try {
            sampler.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// On the FX thread, after all were answered.
    List<Long> waits() {
        return List.copyOf(waits);
    }
}
