package barton.steward.service.audit;

import java.util.OptionalInt;
import java.util.function.IntPredicate;

/// How many records show that no more than a share of a lot is wrong.
final class SampleSizes {
    private SampleSizes() {
    }

    /// A size, and how many of the sample may be wrong while the bound is still shown.
    record Size(int drawn, int accept) {
    }

    /// The smallest sample that shows the bound where the expected share of it is wrong; in the end the whole lot.
    static Size showing(long lot, double bound, double confidence, double expected) {
        for (int accept = 0; accept < lot; accept++) {
            int drawn = smallest(lot, bound, confidence, accept);
            if (drawn >= lot) {
                break;
            }
            if (accept >= expected * drawn) {
                return new Size(drawn, accept);
            }
        }
        int whole = Math.toIntExact(lot);
        return new Size(whole, accept(lot, whole, bound, confidence).orElse(0));
    }

    /// How many of a sample may be wrong for the bound to be shown; none where the sample is too small to show it.
    static OptionalInt accept(long lot, int drawn, double bound, double confidence) {
        int accept = -1;
        while (accept < drawn && ExactIntervals.atMost(lot, drawn, accept + 1, confidence) <= bound) {
            accept++;
        }
        return accept < 0 ? OptionalInt.empty() : OptionalInt.of(accept);
    }

    /// No more than a lot without end takes.
    private static int smallest(long lot, double bound, double confidence, int accept) {
        int most = (int) Math.min(lot, smallest(accept + 1, 1 << 30, n -> ExactIntervals.atMost(accept, n, confidence) <= bound));
        return smallest(accept + 1, most, n -> ExactIntervals.atMost(lot, n, accept, confidence) <= bound);
    }

    /// The smallest number that does, where the largest does and each after one that does.
    private static int smallest(int from, int to, IntPredicate does) {
        int least = from;
        int most = to;
        while (least < most) {
            int middle = least + (most - least) / 2;
            if (does.test(middle)) {
                most = middle;
            } else {
                least = middle + 1;
            }
        }
        return least;
    }
}
