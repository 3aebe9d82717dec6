package barton.steward.cli.support;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongConsumer;

/// Shows the number of rows done so far in one line that it rewrites, a few times a second; nothing where nobody watches.
final class Progress implements LongConsumer {
    private static final long PAUSE_NANOS = 100_000_000;
    private static final String CLEAR_LINE = "\r\033[K";

    private final PrintWriter err;
    private final boolean watched;
    private long shownAt = System.nanoTime() - PAUSE_NANOS;
    private boolean shown;
    private boolean told;

    Progress(PrintWriter err, boolean watched) {
        this.err = err;
        this.watched = watched;
    }

    @Override
    public void accept(long rows) {
        long now = System.nanoTime();
        if (watched && now - shownAt >= PAUSE_NANOS) {
            shownAt = now;
            shown = true;
            err.print(CLEAR_LINE + String.format(Locale.ROOT, "%,d rows", rows));
            err.flush();
        }
    }

    /// Shows for whom the work waits: where somebody watches in that line, else in one of its own at the beginning.
    void waiting(String forWhom) {
        if (forWhom.isEmpty()) {
            clear();
            told = false;
        } else if (watched) {
            shown = true;
            err.print(CLEAR_LINE + forWhom);
            err.flush();
        } else if (!told) {
            told = true;
            err.println("steward: " + forWhom);
            err.flush();
        }
    }

    void clear() {
        if (shown) {
            err.print(CLEAR_LINE);
            err.flush();
        }
    }
}
