package barton.steward.service.review;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import barton.steward.catalog.Entity;
import barton.steward.catalog.IntakeFields;
import barton.steward.model.history.BulkResult;
import barton.steward.model.history.UndoResult;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import barton.steward.model.review.ReviewFigures;
import barton.steward.model.review.ReviewReason;
import barton.steward.model.review.ReviewVerdict;
import barton.steward.service.Session;
import barton.steward.support.SampleReviews;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What becomes of a record that a steward decides about by eye.
@ParameterizedClass
@EnumSource
class DecisionsTest {
    @Parameter
    private Entity entity;

    private DataSource database;
    private Session ann;

    @BeforeEach
    void records() {
        database = SampleReviews.database(entity, 6);
        ann = SampleReviews.steward(database, "ann");
    }

    @Test
    void whatIsAcceptedIsValidatedAndReviewedAndAnActionOfTheHistory() {
        long action = accept(ann, 1);

        assertThat(state(1)).isEqualTo("t ann ");
        assertThat(ann.history().actions(1)).satisfiesExactly(a -> {
            assertThat(a.id()).isEqualTo(action);
            assertThat(a.summary()).isEqualTo("Marked validated");
            assertThat(a.rows()).isEqualTo(1);
        });
        assertThat(ann.reviews().latest(entity, 1)).hasValueSatisfying(fact -> {
            assertThat(fact.verdict()).isEqualTo(ReviewVerdict.ACCEPTED);
            assertThat(fact.by()).isEqualTo("ann");
            assertThat(fact.current()).isTrue();
        });
    }

    @Test
    void whatIsRejectedIsARejectionWithItsReason() {
        reject(ann, 1, "out of\nbusiness ");

        assertThat(state(1)).isEqualTo("f  rejected: out of business");
        assertThat(ann.review().rejections(entity, 1)).satisfiesExactly(r -> {
            assertThat(r.why()).isEqualTo("out of business");
            assertThat(r.by()).isEqualTo("ann");
        });
        assertThat(ask(database, "SELECT count(*) FROM shq.rejection")).isEqualTo("1");
    }

    @Test
    void whatRulesValidatedStaysTheirsAndIsReviewedBesides() {
        run(database, "UPDATE %s SET validated = true, validated_by = 'rules', validated_at = '2025-10-25 14:00Z' WHERE id = 1"
                .formatted(intake()));
        accept(ann, 1);

        assertThat(state(1)).isEqualTo("t rules ");
        assertThat(ask(database, "SELECT validated_at = '2025-10-25 14:00Z' FROM " + intake() + " WHERE id = 1")).isEqualTo("t");
        assertThat(ann.reviews().latest(entity, 1).orElseThrow().by()).isEqualTo("ann");
        assertThat(ann.tables().count(Selection.all(Query.all(entity.intake()).where(Condition.is(IntakeFields.REVIEWED_BY, "ann")))))
                .isEqualTo(1);
    }

    @Test
    void takingTheActionBackTakesTheReviewBack() {
        long action = reject(ann, 1, "spam");

        assertThat(ann.history().undo(action)).isInstanceOf(UndoResult.Undone.class);

        assertThat(state(1)).isEqualTo("f  ");
        assertThat(ann.reviews().latest(entity, 1)).isEmpty();
        assertThat(ann.reviews().figures(entity, Optional.empty()).reviewed()).isZero();
    }

    @Test
    void aConfirmationOfWhatRulesValidatedIsTakenBackToo() {
        run(database, "UPDATE %s SET validated = true, validated_by = 'rules' WHERE id = 1".formatted(intake()));
        long action = accept(ann, 1);

        assertThat(ann.history().undo(action)).isInstanceOf(UndoResult.Undone.class);
        assertThat(state(1)).isEqualTo("t rules ");
        assertThat(ann.reviews().latest(entity, 1)).isEmpty();
    }

    @Test
    void aReviewIsOfTheContentThatWasSeen() {
        accept(ann, 1);
        run(database, "UPDATE %s SET linkedin_url = 'x' WHERE id = 1".formatted(intake())
                .replace("linkedin_url", entity == Entity.COMPANY ? "company_linkedin_url" : "linkedin_url"));

        assertThat(ann.reviews().latest(entity, 1).orElseThrow().current()).isFalse();
        assertThat(ann.tables().count(Selection.all(Query.all(entity.intake())
                .where(new Condition(IntakeFields.REVIEWED_BY, Condition.Op.PRESENT, null))))).isZero();
    }

    @Test
    void nothingIsDecidedAboutARecordThatWasChangedSinceItWasSeen() {
        Row changed = row(1);
        Row gone = row(2);
        Row fine = row(3);
        run(database, "UPDATE %1$s SET import_batch_id = 'B' WHERE id = 1; DELETE FROM %1$s WHERE id = 2".formatted(intake()));

        assertThat(decide(ann, Selection.Seen.of(changed), ReviewVerdict.ACCEPTED, "")).isEqualTo(new BulkResult.CountDiffers(1, 0));
        assertThat(decide(ann, Selection.Seen.of(gone), ReviewVerdict.REJECTED, "spam")).isEqualTo(new BulkResult.CountDiffers(1, 0));
        decide(ann, Selection.Seen.of(fine), ReviewVerdict.ACCEPTED, "");

        assertThat(ann.reviews().decision(ReviewVerdict.ACCEPTED, Optional.empty()).reach(Selection.Seen.of(changed)).outdated()).isTrue();
        assertThat(state(1)).isEqualTo("f  ");
        assertThat(state(3)).isEqualTo("t ann ");
        assertThat(ask(database, "SELECT string_agg(intake_id::text, ' ') FROM shq.review")).isEqualTo("3");
    }

    @Test
    void whatIsInMasterIsNotDecidedAbout() {
        Row seen = row(1);
        run(database, (entity == Entity.COMPANY ? """
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system, source_record_id)
                VALUES ('04.04.01.00.00000.001', 'A', 'https://a.example', 'intake_promotion', '1')""" : """
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
                VALUES ('04.04.01.00.00000.001', 'A', 'https://a.example', 'crm');
                INSERT INTO marketing.people_master (unique_id, company_unique_id, company_slot_unique_id, first_name, last_name,
                    source_system, source_record_id)
                SELECT '04.04.02.00.00000.001', company_unique_id, company_slot_unique_id, 'A', 'B', 'intake_promotion', '1'
                FROM marketing.company_slots"""));

        assertThat(decide(ann, Selection.Seen.of(seen), ReviewVerdict.ACCEPTED, "")).isEqualTo(new BulkResult.CountDiffers(1, 0));
    }

    @Test
    void aDecisionIsMadeOnceHoweverOftenItIsAskedFor() {
        var decision = ann.reviews().decision(ReviewVerdict.REJECTED, Optional.of("spam"));
        var seen = Selection.Seen.of(row(1));
        var request = UUID.randomUUID();
        BulkResult first = decision.perform(seen, 1, request);

        assertThat(decision.perform(seen, 1, request)).isEqualTo(first);
        assertThat(ask(database, "SELECT count(*) FROM shq.review")).isEqualTo("1");
        assertThat(state(1)).isEqualTo("f  rejected: spam");
    }

    @Test
    void figuresTellRecordsReasonsAndStewardsOfABatch() {
        Session ben = SampleReviews.steward(database, "ben");
        run(database, "UPDATE %s SET import_batch_id = 'OTHER' WHERE id = 6".formatted(intake()));
        accept(ann, 1);
        reject(ann, 2, "spam");
        decide(ann, Selection.Seen.of(row(3)), ReviewVerdict.SKIPPED, "");
        reject(ben, 4, "spam");
        reject(ben, 5, "closed");
        accept(ben, 3);
        accept(ben, 6);

        ReviewFigures figures = ann.reviews().figures(entity, Optional.of(SampleReviews.BATCH));

        assertThat(figures.accepted()).isEqualTo(2);
        assertThat(figures.rejected()).isEqualTo(3);
        assertThat(figures.skipped()).as("it was decided about later").isZero();
        assertThat(figures.reasons()).containsExactly(new ReviewFigures.ByReason("spam", 2), new ReviewFigures.ByReason("closed", 1));
        assertThat(figures.stewards()).extracting(ReviewFigures.BySteward::steward, ReviewFigures.BySteward::accepted,
                ReviewFigures.BySteward::rejected, ReviewFigures.BySteward::skipped).containsExactly(
                tuple("ann", 1L, 1L, 1L), tuple("ben", 1L, 2L, 0L));
        assertThat(ann.reviews().figures(entity, Optional.empty()).reviewed()).isEqualTo(6);
    }

    @Test
    void thePaceLeavesLongPausesOut() {
        for (int id : List.of(1, 2, 3)) {
            accept(ann, id);
        }
        run(database, """
                ALTER TABLE shq.review DISABLE TRIGGER only_grows;
                UPDATE shq.review SET reviewed_at = '2025-10-25 14:00Z'::timestamptz
                    + CASE intake_id WHEN 1 THEN '0' WHEN 2 THEN '20 seconds' ELSE '1 hour' END::interval""");

        assertThat(ann.reviews().figures(entity, Optional.empty()).stewards().getFirst().pace()).isEqualTo(3.0);
    }

    @Test
    void aReasonThatIsRetiredIsOfferedNoMoreAndKeepsItsHistory() {
        List<String> before = ann.reviews().offered(entity);
        ann.reviews().offer(entity, " duplicate\nin the batch ", true);
        reject(ann, 1, "duplicate in the batch");
        assertThat(ann.reviews().offered(entity)).hasSize(before.size() + 1).endsWith("duplicate in the batch");

        ann.reviews().offer(entity, "duplicate in the batch", false);

        assertThat(ann.reviews().offered(entity)).isEqualTo(before);
        assertThat(ann.reviews().reasons(entity)).extracting(ReviewReason::reason).contains("duplicate in the batch");
        assertThat(ann.reviews().figures(entity, Optional.empty()).reasons()).containsExactly(
                new ReviewFigures.ByReason("duplicate in the batch", 1));
    }

    @Test
    void reasonsComeInTheOrderThatTheTeamGivesThem() {
        List<String> offered = ann.reviews().offered(entity);
        ann.reviews().arrange(entity, offered.reversed());
        assertThat(ann.reviews().offered(entity)).isEqualTo(offered.reversed());
    }

    @Test
    void aReasonWithoutWordsIsRefused() {
        assertThatThrownBy(() -> ann.reviews().offer(entity, " \n", true)).hasMessageContaining("A reason needs words");
    }

    private long accept(Session steward, long id) {
        return kept(decide(steward, Selection.Seen.of(row(id)), ReviewVerdict.ACCEPTED, ""));
    }

    private long reject(Session steward, long id, String reason) {
        return kept(decide(steward, Selection.Seen.of(row(id)), ReviewVerdict.REJECTED, reason));
    }

    private static BulkResult decide(Session steward, Selection seen, ReviewVerdict verdict, String reason) {
        return steward.reviews().decision(verdict, Optional.of(reason).filter(r -> !r.isEmpty())).perform(seen, 1);
    }

    private static long kept(BulkResult outcome) {
        assertThat(outcome).isInstanceOf(BulkResult.Done.class);
        return ((BulkResult.Done) outcome).actionId();
    }

    private Row row(long id) {
        return ann.tables().row(entity.intake(), id).orElseThrow();
    }

    private String intake() {
        return entity.intake().qualifiedName();
    }

    private String state(long id) {
        return ask(database, "SELECT concat(left(validated::text, 1), ' ', validated_by, ' ', validation_notes) FROM " + intake()
                + " WHERE id = " + id);
    }
}
