package barton.steward.service.profile;

import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/// Tells whether a share of a batch is unlike those of the batches before. Shares are compared on the arcsine scale, on which their
/// variance does not depend on their size and differences are Cohen's h. Batches differ among each other by more than chance: by how
/// much is estimated from them (DerSimonian and Laird 1986) and held together with what is usual (as Smyth 2004 moderates variances),
/// because few batches tell little of it. What is left is compared with Student's t.
final class ShareTest {
    /// As much batches of one source usually differ, in h: between 10 % and 12 %; and how many batches' word that is worth.
    private static final double USUAL_SPREAD = 0.05;
    private static final double USUAL_WEIGHT = 8;
    /// What is sure but smaller than this is not worth a word: between 50 % and 62 %, or 2 % and 7 %.
    private static final double LEAST_EFFECT = 0.25;
    private static final double LEAST_DIFFERENCE = 0.05;

    private ShareTest() {
    }

    /// So many of so many rows.
    record Share(long part, long of) {
        double value() {
            return of == 0 ? 0 : (double) part / of;
        }

        /// Anscombe's form of the arcsine, which holds for small numbers too.
        private double angle() {
            return 2 * Math.asin(Math.sqrt((part + 0.375) / (of + 0.75)));
        }

        private double variance() {
            return 1 / (of + 0.5);
        }
    }

    /// How unlike the share is, as Cohen's h without its sign; 0 where ordinary variation accounts for it.
    /// @param before at least one
    /// @param risk   how likely an alarm may be where there is nothing, for this one comparison
    static double unlike(Share now, List<Share> before, double risk) {
        double spread = spread(before);
        double weights = before.stream().mapToDouble(s -> 1 / (s.variance() + spread)).sum();
        double mean = before.stream().mapToDouble(s -> s.angle() / (s.variance() + spread)).sum() / weights;
        double effect = Math.abs(now.angle() - mean);
        double pooled = (double) before.stream().mapToLong(Share::part).sum() / before.stream().mapToLong(Share::of).sum();
        if (effect < LEAST_EFFECT || Math.abs(now.value() - pooled) < LEAST_DIFFERENCE) {
            return 0;
        }
        double t = effect / Math.sqrt(now.variance() + spread + 1 / weights);
        double critical = TDistribution.of(USUAL_WEIGHT + before.size() - 1).inverseSurvivalProbability(risk / 2);
        return t > critical ? effect : 0;
    }

    /// The variance between batches.
    private static double spread(List<Share> batches) {
        double usual = USUAL_SPREAD * USUAL_SPREAD;
        int others = batches.size() - 1;
        if (others == 0) {
            return usual;
        }
        double weights = batches.stream().mapToDouble(s -> 1 / s.variance()).sum();
        double squares = batches.stream().mapToDouble(s -> 1 / (s.variance() * s.variance())).sum();
        double mean = batches.stream().mapToDouble(s -> s.angle() / s.variance()).sum() / weights;
        double distance = batches.stream().mapToDouble(s -> (s.angle() - mean) * (s.angle() - mean) / s.variance()).sum();
        double estimated = Math.max(0, (distance - others) / (weights - squares / weights));
        return Math.max(estimated, (USUAL_WEIGHT * usual + others * estimated) / (USUAL_WEIGHT + others));
    }
}
