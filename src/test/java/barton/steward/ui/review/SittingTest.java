package barton.steward.ui.review;

import static barton.steward.model.review.ReviewVerdict.ACCEPTED;
import static barton.steward.model.review.ReviewVerdict.REJECTED;
import static barton.steward.model.review.ReviewVerdict.SKIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Table;
import barton.steward.model.query.PageKey;
import barton.steward.model.query.Row;
import barton.steward.model.review.ReviewItem;
import barton.steward.model.review.ReviewVerdict;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SittingTest {
    private static final Instant NOON = Instant.parse("2025-10-24T12:00:00Z");

    private final Sitting sitting = new Sitting();

    @Test
    void aRecordCountsOnceByWhatWasSaidOfItLast() {
        say(1, ACCEPTED);
        say(2, REJECTED);
        say(1, REJECTED);
        assertThat(sitting.records()).isEqualTo(2);
        assertThat(sitting.count(REJECTED)).isEqualTo(2);
        assertThat(sitting.count(ACCEPTED)).isZero();
    }

    @Test
    void whatWasSaidBeforeStandsAgainWhereTheLatestIsTakenBack() {
        Verdict first = say(1, ACCEPTED);
        Verdict second = say(1, REJECTED);
        assertThat(sitting.latest()).containsSame(second);
        sitting.remove(second);
        assertThat(sitting.latest()).containsSame(first);
        assertThat(sitting.count(ACCEPTED)).isEqualTo(1);
        sitting.remove(first);
        assertThat(sitting.records()).isZero();
    }

    @Test
    void passingOverIsCountedAndIsNoDecision() {
        say(1, SKIPPED);
        assertThat(sitting.records()).isEqualTo(1);
        assertThat(sitting.latest()).isEmpty();
        assertThat(sitting.decided(record(1))).isFalse();
        say(1, ACCEPTED);
        assertThat(sitting.decided(record(1))).isTrue();
        assertThat(sitting.decided(record(2))).isFalse();
    }

    @Test
    void thePaceIsThatOfTheLastFiveMinutes() {
        assertThat(sitting.pace(NOON)).isZero();
        for (int seconds = 0; seconds <= 60; seconds += 6) {
            sitting.add(new Verdict(record(seconds), ACCEPTED, Optional.empty()), NOON.plusSeconds(seconds));
        }
        assertThat(sitting.pace(NOON.plusSeconds(60))).isEqualTo(10);
        assertThat(sitting.pace(NOON.plusSeconds(600))).isZero();
    }

    private Verdict say(long id, ReviewVerdict said) {
        var verdict = new Verdict(record(id), said, Optional.empty());
        sitting.add(verdict, NOON);
        return verdict;
    }

    private static ReviewItem record(long id) {
        var values = new Object[Table.INTAKE.fields().size()];
        values[0] = id;
        return new ReviewItem(new Row(Table.INTAKE, Arrays.asList(values), 1), PageKey.at(0, id), List.of());
    }
}
