package barton.steward.service.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import barton.steward.model.audit.AuditPlan.Stratum;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Each value is drawn from as it deserves.
class StrataTest {
    @Test
    void aSampleIsDividedInProportion() {
        assertThat(Strata.proportional(new TreeMap<>(Map.of("OH", 600L, "PA", 300L, "WV", 100L)), 100))
                .containsExactly(new Stratum("OH", 600, 60), new Stratum("PA", 300, 30), new Stratum("WV", 100, 10));
    }

    @Test
    void aRareValueHasOneRecordAndTheSampleStaysAsLargeAsItIs() {
        List<Stratum> strata = Strata.proportional(new TreeMap<>(Map.of("", 1L, "OH", 4_997L, "PA", 1L, "WV", 1L)), 50);

        assertThat(strata).containsExactly(new Stratum("", 1, 1), new Stratum("OH", 4_997, 47), new Stratum("PA", 1, 1),
                new Stratum("WV", 1, 1));
    }

    @Test
    void whatIsLeftGoesToWhoLacksMost() {
        assertThat(Strata.proportional(new TreeMap<>(Map.of("a", 34L, "b", 33L, "c", 33L)), 10).stream().mapToInt(Stratum::drawn))
                .containsExactly(4, 3, 3);
    }

    @Test
    void recordsThatStandForUnlikeNumbersCountAsFewer() {
        assertThat(Strata.effectiveSize(List.of(new Stratum("a", 500, 50), new Stratum("b", 500, 50)))).isEqualTo(100, within(1e-9));
        assertThat(Strata.effectiveSize(List.of(new Stratum("a", 900, 50), new Stratum("b", 100, 50)))).isBetween(60.0, 61.0);
    }
}
