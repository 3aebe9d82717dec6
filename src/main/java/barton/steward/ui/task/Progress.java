package barton.steward.ui.task;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/// Tells the window how far a work is, and lets the window go first: who works waits, every few milliseconds, until the window has heard
/// what was said before. As long as it paints or answers a key, it has the processors for itself.
final class Progress implements LongConsumer {
    private static final long PAUSE_NANOS = 5_000_000;

    private final Executor window;
    private final LongConsumer shown;
    private final Duration patience;
    private volatile CountDownLatch hearing = new CountDownLatch(0);
    private volatile long latest;
    private long due = System.nanoTime();

    /// @param shown told the number of rows on the window's thread
    /// @param patience for how long a window that hears nothing is waited for
    Progress(Executor window, LongConsumer shown, Duration patience) {
        this.window = window;
        this.shown = shown;
        this.patience = patience;
    }

    @Override
    public void accept(long rows) {
        latest = rows;
        if (hearing.getCount() == 0) {
            var heard = new CountDownLatch(1);
            hearing = heard;
            window.execute(() -> {
                heard.countDown();
                shown.accept(latest);
            });
        }
        if (System.nanoTime() - due >= 0) {
            letTheWindowGoFirst();
            due = System.nanoTime() + PAUSE_NANOS;
        }
    }

    private void letTheWindowGoFirst() {
        try {
            hearing.await(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
