package barton.steward.service.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.model.audit.InspectionLevel;
import barton.steward.service.audit.AcceptanceSampling.Plan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The plans are those that are published.
class AcceptanceSamplingTest {
    /// Table 2-A of MIL-STD-105E and of textbooks, line by line where there are plans.
    @ParameterizedTest
    @CsvSource({
        "5000, II, 1.0, L, 200, 5", "5000, II, 0.65, L, 200, 3", "5000, II, 2.5, L, 200, 10", "5000, II, 4.0, L, 200, 14",
        "5000, II, 6.5, L, 200, 21", "3000, II, 2.5, K, 125, 7", "2000, II, 0.65, K, 125, 2", "1000, II, 2.5, J, 80, 5",
        "1000, II, 1.0, J, 80, 2", "1000, II, 4.0, J, 80, 7", "446, II, 1.0, H, 50, 1", "446, II, 4.0, H, 50, 5",
        "446, I, 2.5, F, 20, 1", "446, III, 2.5, J, 80, 5", "446, S1, 6.5, A, 2, 0", "446, S4, 1.0, E, 13, 0", "10000, II, 1.5, L, 200, 7",
        "500001, III, 0.65, R, 2000, 21", "500001, II, 0.01, Q, 1250, 0", "500001, III, 0.025, R, 2000, 1", "8, II, 6.5, A, 2, 0"})
    void thePlanIsThePublishedOne(long lot, InspectionLevel level, double aql, char letter, int sample, int accept) {
        assertThat(AcceptanceSampling.of(lot, level, aql)).isEqualTo(new Plan(letter, sample, accept));
    }

    /// Up to the plan that accepts none, down to the one that accepts one, and down to the first that there is.
    @ParameterizedTest
    @CsvSource({"100, II, 0.65, F, 20, 0", "100, II, 1.0, E, 13, 0", "200, II, 1.0, H, 50, 1", "200, II, 0.65, F, 20, 0",
        "30, II, 0.65, F, 20, 0", "500, II, 0.1, K, 125, 0", "8, II, 10, C, 5, 1", "20, II, 4.0, B, 3, 0", "600000, III, 0.015, P, 800, 0",
        "600000, III, 0.01, Q, 1250, 0", "500000, III, 10, K, 125, 21", "40000, II, 10, K, 125, 21", "40000, II, 6.5, L, 200, 21"})
    void arrowsAreFollowed(long lot, InspectionLevel level, double aql, char letter, int sample, int accept) {
        assertThat(AcceptanceSampling.of(lot, level, aql)).isEqualTo(new Plan(letter, sample, accept));
    }

    @ParameterizedTest
    @CsvSource({"2, S1, A", "150, S2, B", "151, S2, C", "10001, S3, F", "35001, S4, J", "280, I, E", "281, I, F", "1200, II, J",
        "1201, II, K", "3200, II, K", "3201, II, L", "150000, III, P", "150001, III, Q", "500000, II, P", "500001, II, Q"})
    void theCodeLetterIsThatOfTheSizeOfTheLot(long lot, InspectionLevel level, char letter) {
        assertThat(AcceptanceSampling.letter(lot, level)).isEqualTo(letter);
    }

    @ParameterizedTest
    @CsvSource({"40, 0.1", "100, 0.065"})
    void whereTheSampleIsAsLargeAsTheLotAllOfItIsJudged(long lot, double aql) {
        assertThat(AcceptanceSampling.of(lot, InspectionLevel.II, aql).sample()).isEqualTo((int) lot);
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, 0, 15, 0.02})
    void anotherLimitThanThoseOfTheTableIsRefused(double aql) {
        assertThatThrownBy(() -> AcceptanceSampling.of(100, InspectionLevel.II, aql)).hasMessageContaining("no AQL of " + aql);
    }
}
