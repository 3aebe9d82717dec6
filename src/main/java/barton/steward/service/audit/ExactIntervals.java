package barton.steward.service.audit;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/// Limits of a share of wrong records that hold with at least the confidence that they name, whatever the share is. All from 0 to 1.
final class ExactIntervals {
    private ExactIntervals() {
    }

    /// The lower end of the interval of Clopper and Pearson. Numbers need not be whole, as those of a weighted sample are not.
    static double lower(double wrong, double of, double confidence) {
        return wrong <= 0 ? 0 : BetaDistribution.of(wrong, of - wrong + 1).inverseCumulativeProbability((1 - confidence) / 2);
    }

    /// Its upper end.
    static double upper(double wrong, double of, double confidence) {
        return atMost(wrong, of, 1 - (1 - confidence) / 2);
    }

    /// What is not exceeded, with the confidence, in a lot without end.
    static double atMost(double wrong, double of, double confidence) {
        return wrong >= of ? 1 : BetaDistribution.of(wrong + 1, of - wrong).inverseCumulativeProbability(confidence);
    }

    /// What is not exceeded, with the confidence, in a lot of so many records, from which the sample was drawn without putting back.
    static double atMost(long lot, int drawn, int wrong, double confidence) {
        int least = wrong;
        int most = Math.toIntExact(lot) - (drawn - wrong);
        while (least < most) {
            int middle = least + (most - least + 1) / 2;
            boolean possible = HypergeometricDistribution.of(Math.toIntExact(lot), middle, drawn).cumulativeProbability(wrong)
                    > 1 - confidence;
            if (possible) {
                least = middle;
            } else {
                most = middle - 1;
            }
        }
        return (double) least / lot;
    }
}
