package barton.steward.ui.task;

import javafx.util.Duration;

/// How often something may be done whose cost grows with the tables: not more than every few seconds, nor for more than a tenth
/// of the time.
public final class Pace {
    private static final long LEAST_MILLIS = 3_000;
    private static final long PAUSE_BY_WORK = 9;

    private static final long CHEAP_MILLIS = 100;

    private long free = System.nanoTime();
    private boolean cheap = true;

    /// It was done just now and took so long.
    public void took(long millis) {
        cheap = millis < CHEAP_MILLIS;
        free = System.nanoTime() + Math.max(LEAST_MILLIS, PAUSE_BY_WORK * millis) * 1_000_000;
    }

    /// Whether it costs so little that it can be done whenever it is wanted.
    public boolean cheap() {
        return cheap;
    }

    public Duration untilNext() {
        return Duration.millis(Math.max(1, (free - System.nanoTime()) / 1e6));
    }
}
