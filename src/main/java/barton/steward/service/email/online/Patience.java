package barton.steward.service.email.online;

import barton.steward.model.Work;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Waits as a service wants it: no more calls a minute than it takes, and longer after each failed one. A cancel ends the waiting.
final class Patience {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private final ServiceDescription service;
    private final Deque<Long> calls = new ArrayDeque<>();

    Patience(ServiceDescription service) {
        this.service = service;
    }

    /// Waits until a further call is allowed, and counts it.
    void awaitTurn() {
        if (calls.size() == service.callsPerMinute()) {
            Duration since = Duration.ofNanos(System.nanoTime() - calls.removeFirst());
            pause(MINUTE.minus(since), service.name() + " takes " + service.callsPerMinute() + " calls a minute");
        }
        calls.addLast(System.nanoTime());
    }

    /// How long to wait after so many failed calls in a row.
    Duration after(int failures) {
        Duration pause = Duration.ofSeconds((long) service.pauseSeconds() << Math.min(failures - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    static void pause(Duration time, String why) {
        if (time.isNegative() || time.isZero() || Work.isCancelled()) {
            return;
        }
        var cancelled = new CountDownLatch(1);
        try (var _ = Work.onCancel(cancelled::countDown)) {
            Work.waiting(why + "; it goes on in " + (time.toSeconds() + 1) + " s.");
            if (!cancelled.await(time.toMillis() + 1, TimeUnit.MILLISECONDS)) {
                Work.waiting("");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
