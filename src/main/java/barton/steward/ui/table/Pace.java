package barton.steward.ui.table;

import javafx.util.Duration;

/// How often something may be done whose cost grows with the table: not more than every few seconds, nor for more than a tenth of the time.
final class Pace {
    private static final long LEAST_MILLIS = 3_000;
    private static final long PAUSE_BY_WORK = 9;

    private long free = System.nanoTime();

    /// It was done just now and took so long.
    void took(long millis) {
        free = System.nanoTime() + Math.max(LEAST_MILLIS, PAUSE_BY_WORK * millis) * 1_000_000;
    }

    Duration untilNext() {
        return Duration.millis(Math.max(1, (free - System.nanoTime()) / 1e6));
    }
}
