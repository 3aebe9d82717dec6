package barton.steward.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Times two ways of the same, in turns, so that whatever else the machine does hits both; who goes first changes with each round.
final class Timing {
    private static final int MOST_ROUNDS = 100;

    /// Something to time, or to do before.
    interface Act {
        void run() throws Exception;
    }

    /// Medians in nanoseconds.
    record Medians(double ours, double limit) {
    }

    private Timing() {
    }

    /// Quick acts, which change nothing: after a few rounds to warm up, as many as the time allows, but at least five.
    static Medians quick(Duration enough, Act ours, Act limit) throws Exception {
        long start = System.nanoTime();
        int warm = 0;
        while (warm < 3 || warm < 20 && System.nanoTime() - start < enough.toNanos() / 4) {
            ours.run();
            limit.run();
            warm++;
        }
        int rounds = Math.clamp(enough.toNanos() * warm / Math.max(1, System.nanoTime() - start), 5, MOST_ROUNDS);
        return turns(rounds, () -> { }, ours, limit);
    }

    /// @param before brings back the state that each act begins with; not timed
    static Medians turns(int rounds, Act before, Act ours, Act limit) throws Exception {
        var oursTimes = new ArrayList<Long>();
        var limitTimes = new ArrayList<Long>();
        for (int round = 0; round < rounds; round++) {
            if (round % 2 == 0) {
                oursTimes.add(time(before, ours));
                limitTimes.add(time(before, limit));
            } else {
                limitTimes.add(time(before, limit));
                oursTimes.add(time(before, ours));
            }
        }
        return new Medians(median(oursTimes), median(limitTimes));
    }

    /// The time of one act, in nanoseconds.
    static long time(Act before, Act act) throws Exception {
        before.run();
        long start = System.nanoTime();
        act.run();
        return System.nanoTime() - start;
    }

    static double median(List<Long> times) {
        return percentile(times, 50);
    }

    /// The smallest time that so many percent of the times do not exceed; of an even number of times in two halves, their middle.
    static double percentile(List<Long> times, double percent) {
        if (times.isEmpty()) {
            throw new IllegalStateException("nothing was measured");
        }
        long[] sorted = times.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        if (percent == 50 && sorted.length % 2 == 0) {
            return (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2.0;
        }
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }
}
