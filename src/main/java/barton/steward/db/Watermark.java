package barton.steward.db;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// How far a standby has to have come before it may be read from: at first as far as the primary was when that was first asked, then
/// as far as it was after whatever made [#raise()] necessary. The primary is asked at the next reading and not at the write, whose reply
/// may be lost.
final class Watermark {
    private final AtomicLong raises = new AtomicLong(1);
    private volatile Reached last = new Reached(0, "");

    private record Reached(long raises, String position) {
    }

    /// Something is in the primary that has to be seen from now on.
    void raise() {
        raises.incrementAndGet();
    }

    /// The position in the primary's log that holds all of it.
    /// @param now asks the primary where its log ends
    String position(Supplier<String> now) {
        long wanted = raises.get();
        Reached known = last;
        if (known.raises() < wanted) {
            known = new Reached(wanted, now.get());
            last = known;
        }
        return known.position();
    }
}
