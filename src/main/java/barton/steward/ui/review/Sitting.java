package barton.steward.ui.review;

import barton.steward.model.review.ReviewItem;
import barton.steward.model.review.ReviewVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// What one steward decided since she sat down, and how fast. A record counts once, by what she said of it last; what she said before
/// stands again when that is taken back.
final class Sitting {
    private static final Duration PACE_OVER = Duration.ofMinutes(5);

    private final List<Verdict> standing = new ArrayList<>();
    private final Deque<Instant> times = new ArrayDeque<>();

    void add(Verdict verdict, Instant at) {
        standing.add(verdict);
        times.add(at);
    }

    /// It was taken back, or could not be written.
    void remove(Verdict verdict) {
        standing.remove(verdict);
    }

    /// The latest decision that stands; passing over is none.
    Optional<Verdict> latest() {
        return standing.reversed().stream().filter(v -> v.verdict() != ReviewVerdict.SKIPPED).findFirst();
    }

    /// Whether a decision about the record stands; passing over is none.
    boolean decided(ReviewItem item) {
        return standing.stream().anyMatch(v -> v.verdict() != ReviewVerdict.SKIPPED && v.item().isSameRecord(item));
    }

    int records() {
        return last().size();
    }

    long count(ReviewVerdict verdict) {
        return last().stream().filter(v -> v.verdict() == verdict).count();
    }

    private Collection<Verdict> last() {
        var last = new LinkedHashMap<Object, Verdict>();
        standing.forEach(v -> last.put(v.item().row().key(), v));
        return last.values();
    }

    /// Records a minute over the last five minutes, or since she began; 0 where she decided less than twice.
    long pace(Instant now) {
        while (!times.isEmpty() && times.peek().isBefore(now.minus(PACE_OVER))) {
            times.poll();
        }
        if (times.size() < 2) {
            return 0;
        }
        double minutes = Math.max(1, Duration.between(times.peek(), now).toMillis()) / 60_000.0;
        return Math.round((times.size() - 1) / minutes);
    }
}
