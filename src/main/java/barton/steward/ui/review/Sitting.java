package barton.steward.ui.review;

import barton.steward.model.review.ReviewVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one steward decided since she sat down, and how fast. A record counts once, by what she said of it last.
final class Sitting {
    private static final Duration PACE_OVER = Duration.ofMinutes(5);

    private final Map<Object, Verdict> last = new LinkedHashMap<>();
    private final Deque<Instant> times = new ArrayDeque<>();

    void add(Verdict verdict, Instant at) {
        last.remove(verdict.item().row().key());
        last.put(verdict.item().row().key(), verdict);
        times.add(at);
    }

    /// It was taken back, or could not be written.
    void remove(Verdict verdict) {
        last.remove(verdict.item().row().key(), verdict);
    }

    boolean holds(Verdict verdict) {
        return last.get(verdict.item().row().key()) == verdict;
    }

    /// The latest decision that stands; passing over is none.
    Optional<Verdict> latest() {
        return reversed().stream().filter(v -> v.verdict() != ReviewVerdict.SKIPPED).findFirst();
    }

    private List<Verdict> reversed() {
        return new ArrayList<>(last.values()).reversed();
    }

    int records() {
        return last.size();
    }

    long count(ReviewVerdict verdict) {
        return last.values().stream().filter(v -> v.verdict() == verdict).count();
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
