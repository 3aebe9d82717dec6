package barton.steward.service.review;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.catalog.IntakeFields;
import barton.steward.model.query.Condition;
import barton.steward.model.query.PageKey;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.model.review.ReviewItem;
import barton.steward.model.review.ReviewOrder;
import barton.steward.model.review.ReviewQueue;
import barton.steward.model.review.ReviewScope;
import barton.steward.model.review.ReviewVerdict;
import barton.steward.service.Session;
import barton.steward.support.SampleReviews;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// To whom records are handed out for review, and in which order.
@ParameterizedClass
@EnumSource
class HandingOutTest {
    @Parameter
    private Entity entity;

    private DataSource database;
    private final UUID window = UUID.randomUUID();

    @Test
    void nobodyGetsWhatAnotherHasInHand() {
        Session ann = ann(5);
        Session ben = SampleReviews.steward(database, "ben");

        assertThat(ids(handOut(ann, window, 2))).containsExactly(5L, 4L);
        assertThat(ids(handOut(ben, UUID.randomUUID(), 2))).containsExactly(3L, 2L);
        assertThat(ids(handOut(ann, UUID.randomUUID(), 2))).as("a second window of the same steward").containsExactly(1L);
    }

    @Test
    void manyAtOnceGetEveryRecordOnce() throws Exception {
        ann(200);
        List<Callable<List<Long>>> stewards = LongStream.range(0, 8).mapToObj(n -> (Callable<List<Long>>) () -> {
            Session steward = SampleReviews.steward(database, "steward " + n);
            var mine = new ArrayList<Long>();
            List<Long> more;
            do {
                more = ids(handOut(steward, UUID.randomUUID(), 7));
                mine.addAll(more);
            } while (!more.isEmpty());
            return mine;
        }).toList();
        var all = new ArrayList<Long>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<List<Long>> future : threads.invokeAll(stewards)) {
                all.addAll(future.get());
            }
        }
        assertThat(all).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    void whatIsNotRenewedIsHandedOutAgain() {
        Session ann = ann(1);
        handOut(ann, window, 1);
        run(database, "UPDATE shq.review_lease SET until = now() - interval '1 second'");
        ann.reviews().renew(window);

        Session ben = SampleReviews.steward(database, "ben");
        assertThat(ids(handOut(ben, UUID.randomUUID(), 1))).containsExactly(1L);
        assertThat(ask(database, "SELECT steward FROM shq.review_lease")).isEqualTo("ben");
    }

    @Test
    void whatIsRenewedStaysInHandForTenMinutesFromThen() {
        Session ann = ann(1);
        handOut(ann, window, 1);
        run(database, "UPDATE shq.review_lease SET until = now() + interval '1 minute'");

        ann.reviews().renew(window);

        assertThat(ask(database, "SELECT until > now() + interval '9 minutes' FROM shq.review_lease")).isEqualTo("t");
    }

    @Test
    void whatIsGivenBackOrDecidedIsNotInHand() {
        Session ann = ann(3);
        List<ReviewItem> items = handOut(ann, window, 3);
        ann.reviews().giveBack(entity, window, List.of(3L));
        assertThat(leased()).isEqualTo("1 2");
        decide(ann, items.get(1), ReviewVerdict.ACCEPTED);
        assertThat(leased()).isEqualTo("1");
        ann.reviews().giveBack(window);
        assertThat(leased()).isNull();
    }

    @Test
    void thoseOfWhomLeastIsKnownComeFirst() {
        Session ann = ann(6);
        notes(2, "website: is missing");
        notes(3, "website: is missing\\nindustry: is unknown");
        notes(4, "warning: founded_year is unusual");
        missing(5, company() ? "website" : "email");
        notes(6, "note: edited since validation: title from A to B");

        assertThat(ids(handOut(ann, window, 10))).containsExactly(3L, 2L, 5L, 6L, 4L, 1L);
    }

    @Test
    void theSameFaultsComeOneAfterTheOtherAndThenTheRest() {
        Session ann = ann(5);
        notes(1, "website: is missing");
        notes(2, "note: seen\\nindustry: is unknown");
        notes(4, "website: is missing");

        assertThat(ids(handOut(ann, queue(ReviewScope.OPEN, ReviewOrder.RULE), Optional.empty(), false, 10)))
                .containsExactly(2L, 1L, 4L, 3L, 5L);
    }

    @Test
    void namesComeInTheirOrder() {
        Session ann = ann(3);
        run(database, "UPDATE %s SET %s = 'Aardvark' WHERE id = 3".formatted(intake(), company() ? "company" : "last_name"));
        missing(1, company() ? "company" : "last_name");

        assertThat(ids(handOut(ann, queue(ReviewScope.OPEN, ReviewOrder.NAME), Optional.empty(), false, 10))).containsExactly(3L, 2L, 1L);
    }

    @Test
    void aQueueGoesOnAfterThePlaceWhereItWasInEveryOrder() {
        for (ReviewOrder order : ReviewOrder.values()) {
            Session ann = ann(9);
            notes(4, "website: is missing");
            notes(5, "website: is missing");
            var read = new ArrayList<Long>();
            Optional<PageKey> place = Optional.empty();
            List<ReviewItem> items;
            do {
                items = handOut(ann, queue(ReviewScope.OPEN, order), place, false, 2);
                read.addAll(ids(items));
                place = items.isEmpty() ? place : Optional.of(items.getLast().place());
            } while (!items.isEmpty());
            Session other = ann(9, "website: is missing", 4, 5);
            List<Long> atOnce = ids(handOut(other, queue(ReviewScope.OPEN, order), Optional.empty(), false, 20));
            assertThat(read).as(order.name()).hasSize(9).isEqualTo(atOnce);
        }
    }

    @Test
    void scopesHoldTheirRecordsAlone() {
        Session ann = ann(5);
        notes(2, "website: is missing");
        notes(3, "note: edited since validation: title from A to B");
        notes(4, "rejected: spam");
        run(database, "UPDATE %s SET validated = true WHERE id = 5".formatted(intake()));

        assertThat(waiting(ann, ReviewScope.OPEN)).isEqualTo(3);
        assertThat(scoped(ann, ReviewScope.FAILED)).containsExactly(2L);
        assertThat(scoped(ann, ReviewScope.EDITED)).containsExactly(3L);
        assertThat(scoped(ann, ReviewScope.VALIDATED)).containsExactly(5L);
        assertThat(scoped(ann, ReviewScope.ALL)).containsExactlyInAnyOrder(1L, 2L, 3L, 5L);
    }

    @Test
    void aQuestionOfIntakeIsReviewedWithItsConditions() {
        Session ann = ann(3);
        run(database, "UPDATE %s SET import_batch_id = 'OTHER' WHERE id = 2".formatted(intake()));
        Query other = Query.all(entity.intake()).where(Condition.is(IntakeFields.IMPORT_BATCH_ID, "OTHER"));

        assertThat(ids(handOut(ann, new ReviewQueue(other, ReviewScope.OPEN, ReviewOrder.RISK), Optional.empty(), false, 5)))
                .containsExactly(2L);
    }

    @Test
    void whoComesBackGoesOnAndWhatShePassedOverComesWhenAskedFor() {
        Session ann = ann(3);
        List<ReviewItem> items = handOut(ann, window, 2);
        decide(ann, items.getFirst(), ReviewVerdict.SKIPPED);
        decide(ann, items.getLast(), ReviewVerdict.ACCEPTED);
        ann.reviews().giveBack(window);

        assertThat(ids(handOut(ann, window, 5))).containsExactly(1L);
        ann.reviews().giveBack(window);
        assertThat(ids(handOut(ann, queue(ReviewScope.OPEN, ReviewOrder.RISK), Optional.empty(), true, 5))).containsExactly(3L, 1L);
        Session ben = SampleReviews.steward(database, "ben");
        ann.reviews().giveBack(window);
        assertThat(ids(handOut(ben, window, 5))).as("what one passes over another gets").containsExactly(3L, 1L);
    }

    private Session ann(int records) {
        database = SampleReviews.database(entity, records);
        return SampleReviews.steward(database, "ann");
    }

    private Session ann(int records, String notes, long... of) {
        Session ann = ann(records);
        LongStream.of(of).forEach(id -> notes(id, notes));
        return ann;
    }

    private static void decide(Session steward, ReviewItem item, ReviewVerdict verdict) {
        steward.reviews().decision(verdict, Optional.empty()).perform(Selection.Seen.of(item.row()), 1);
    }

    private void notes(long id, String notes) {
        run(database, "UPDATE %s SET validation_notes = E'%s' WHERE id = %d".formatted(intake(), notes, id));
    }

    private void missing(long id, String column) {
        run(database, "UPDATE %s SET %s = NULL WHERE id = %d".formatted(intake(), column, id));
    }

    private boolean company() {
        return entity == Entity.COMPANY;
    }

    private String intake() {
        return entity.intake().qualifiedName();
    }

    private ReviewQueue queue(ReviewScope scope, ReviewOrder order) {
        return SampleReviews.queue(entity, scope, order);
    }

    private List<ReviewItem> handOut(Session steward, UUID holder, int most) {
        return steward.reviews().handOut(queue(ReviewScope.OPEN, ReviewOrder.RISK), Optional.empty(), false, most, holder);
    }

    private List<ReviewItem> handOut(Session steward, ReviewQueue queue, Optional<PageKey> after, boolean skippedToo, int most) {
        return steward.reviews().handOut(queue, after, skippedToo, most, window);
    }

    private List<Long> scoped(Session steward, ReviewScope scope) {
        UUID holder = UUID.randomUUID();
        List<Long> ids = ids(steward.reviews().handOut(queue(scope, ReviewOrder.RISK), Optional.empty(), false, 9, holder));
        steward.reviews().giveBack(holder);
        assertThat(waiting(steward, scope)).isEqualTo(ids.size());
        return ids;
    }

    private long waiting(Session steward, ReviewScope scope) {
        return steward.reviews().waiting(queue(scope, ReviewOrder.NAME), false);
    }

    private String leased() {
        return ask(database, "SELECT string_agg(intake_id::text, ' ' ORDER BY intake_id) FROM shq.review_lease");
    }

    private static List<Long> ids(List<ReviewItem> items) {
        return items.stream().map(i -> (Long) i.row().key()).toList();
    }
}
