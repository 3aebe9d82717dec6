package barton.steward.service.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How many records it takes.
class SampleSizesTest {
    @ParameterizedTest
    @CsvSource({"1000000000, 0.02, 149", "1000000000, 0.01, 299", "1000000000, 0.05, 59"})
    void ofAVeryLargeBatchItIsTheUsualNumber(long lot, double bound, int drawn) {
        assertThat(SampleSizes.showing(lot, bound, 0.95, 0)).isEqualTo(new SampleSizes.Size(drawn, 0));
    }

    @Test
    void ofASmallerBatchFewerDoAndOneLessDoesNot() {
        int drawn = SampleSizes.showing(446, 0.02, 0.95, 0).drawn();

        assertThat(noneWrong(446, 9, drawn)).isLessThanOrEqualTo(0.05);
        assertThat(noneWrong(446, 9, drawn - 1)).isGreaterThan(0.05);
    }

    /// How likely it is that none of the sample is wrong where so many of the lot are: the first past the bound.
    private static double noneWrong(int lot, int wrong, int drawn) {
        double likely = 1;
        for (int n = 0; n < drawn; n++) {
            likely *= (double) (lot - wrong - n) / (lot - n);
        }
        return likely;
    }

    @Test
    void whereSomeAreExpectedToBeWrongMoreAreDrawnAndAsManyMayBe() {
        SampleSizes.Size size = SampleSizes.showing(5000, 0.02, 0.95, 0.005);

        assertThat(size.accept()).isGreaterThanOrEqualTo((int) Math.ceil(0.005 * size.drawn()));
        assertThat(ExactIntervals.atMost(5000, size.drawn(), size.accept(), 0.95)).isLessThanOrEqualTo(0.02);
        assertThat(size.drawn()).isGreaterThan(149);
    }

    @Test
    void whereNoSampleShowsItTheWholeBatchIsDrawn() {
        assertThat(SampleSizes.showing(10, 0.05, 0.95, 0)).isEqualTo(new SampleSizes.Size(10, 0));
    }

    @Test
    void aSampleThatIsTooSmallAcceptsNothing() {
        assertThat(SampleSizes.accept(5000, 50, 0.02, 0.95)).isEmpty();
        int accept = SampleSizes.accept(5000, 500, 0.02, 0.95).orElseThrow();
        assertThat(ExactIntervals.atMost(5000, 500, accept, 0.95)).isLessThanOrEqualTo(0.02);
        assertThat(ExactIntervals.atMost(5000, 500, accept + 1, 0.95)).isGreaterThan(0.02);
    }
}
