package barton.steward.service.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever share of a batch is wrong, limits hold as often as they say.
class ExactIntervalsTest {
    /// Published: Clopper and Pearson 1934, Newcombe 1998, and the rule of three.
    @ParameterizedTest
    @CsvSource({"81, 263, 0.95, 0.2527, 0.3676", "15, 148, 0.95, 0.0578, 0.1617", "0, 20, 0.95, 0, 0.1684", "1, 29, 0.95, 0.0009, 0.1776",
        "10, 100, 0.95, 0.0490, 0.1762", "20, 20, 0.95, 0.8316, 1"})
    void theIntervalIsThePublishedOne(int wrong, int of, double confidence, double lower, double upper) {
        assertThat(ExactIntervals.lower(wrong, of, confidence)).isEqualTo(lower, within(0.00005));
        assertThat(ExactIntervals.upper(wrong, of, confidence)).isEqualTo(upper, within(0.00005));
    }

    @ParameterizedTest
    @CsvSource({"20, 0.95", "59, 0.9", "149, 0.95", "200, 0.99"})
    void theIntervalCoversEveryRateAtLeastAsOftenAsItSays(int drawn, double confidence) {
        for (double rate = 0; rate <= 1; rate += 0.005) {
            var outcomes = BinomialDistribution.of(drawn, Math.min(1, rate));
            double covered = 0;
            for (int wrong = 0; wrong <= drawn; wrong++) {
                if (ExactIntervals.lower(wrong, drawn, confidence) <= rate && rate <= ExactIntervals.upper(wrong, drawn, confidence)) {
                    covered += outcomes.probability(wrong);
                }
            }
            assertThat(covered).as("rate %s", rate).isGreaterThanOrEqualTo(confidence - 1e-9);
        }
    }

    @ParameterizedTest
    @CsvSource({"446, 60, 0.95", "5000, 149, 0.95", "40, 13, 0.9"})
    void whatIsNotExceededInALotHoldsForEveryNumberOfWrongRecords(int lot, int drawn, double confidence) {
        var limits = new double[drawn + 1];
        for (int wrong = 0; wrong <= drawn; wrong++) {
            limits[wrong] = ExactIntervals.atMost(lot, drawn, wrong, confidence);
        }
        for (int faulty = 0; faulty <= lot; faulty += Math.max(1, lot / 250)) {
            var outcomes = HypergeometricDistribution.of(lot, faulty, drawn);
            double covered = 0;
            for (int wrong = outcomes.getSupportLowerBound(); wrong <= outcomes.getSupportUpperBound(); wrong++) {
                covered += (double) faulty / lot <= limits[wrong] + 1e-12 ? outcomes.probability(wrong) : 0;
            }
            assertThat(covered).as("%d of %d", faulty, lot).isGreaterThanOrEqualTo(confidence - 1e-9);
        }
    }

    @Test
    void ofSamplesThatAreDrawnTheIntervalMissesNoMoreThanItMay() {
        var random = new Random(1934);
        for (double rate : new double[] {0.003, 0.02, 0.11, 0.5}) {
            int covered = 0;
            for (int n = 0; n < 4000; n++) {
                long wrong = random.doubles(120).filter(d -> d < rate).count();
                covered += ExactIntervals.lower(wrong, 120, 0.95) <= rate && rate <= ExactIntervals.upper(wrong, 120, 0.95) ? 1 : 0;
            }
            assertThat(covered).as("rate %s", rate).isGreaterThanOrEqualTo(3800 - 45);
        }
    }

    @Test
    void wholeLotsAreKnownExactly() {
        assertThat(ExactIntervals.atMost(40, 40, 3, 0.95)).isEqualTo(3 / 40.0);
    }
}
