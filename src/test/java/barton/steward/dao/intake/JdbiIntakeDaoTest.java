package barton.steward.dao.intake;

import static barton.steward.model.query.Condition.is;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.IntakeStatus;
import barton.steward.catalog.Table;
import barton.steward.dao.Daos;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.model.history.BulkResult;
import barton.steward.model.intake.BatchCounts;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import barton.steward.support.TestDatabases;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbiIntakeDaoTest {
    private static final Selection ALL = Selection.all(Query.all(Table.INTAKE));

    private DataSource source;
    private Daos daos;
    private IntakeDao intake;

    @BeforeEach
    void make() {
        source = TestDatabases.migrated();
        daos = JdbiDaos.over(Database.over(TestDatabases.pooled(source)));
        intake = daos.intake();
        TestDatabases.run(source, """
                INSERT INTO intake.company_raw_intake (id, company, company_state, state_abbrev, import_batch_id, validated,
                                                       validation_notes, validated_at, validated_by)
                VALUES (1, 'new', 'West Virginia', NULL, 'B1', false, NULL, NULL, NULL),
                       (2, 'failed', 'ohio', 'WV', 'B1', false, E'note: imported\\nwebsite: is missing\\nwarning: odd\\nphone: short',
                           NULL, NULL),
                       (3, 'valid', 'Ohio', 'OH', 'B2', true, 'note: fine', '2025-01-01Z', 'ann'),
                       (4, 'promoted', 'Ohio', NULL, 'B2', true, NULL, '2025-01-01Z', 'ann'),
                       (5, 'unknown', 'Atlantis', NULL, NULL, NULL, '', NULL, NULL);
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system, source_record_id)
                VALUES ('04.04.01.00.00001.001', 'promoted', 'https://example.com', 'intake_promotion', '4'),
                       ('04.04.01.00.00001.002', 'of no intake row', 'https://example.com', 'legacy', NULL)""");
    }

    @Test
    void validatingMarksWhoAndWhenAndDropsTheErrorsButNotTheNotes() {
        assertThat(intake.countToMark(ALL, true)).isEqualTo(3);
        assertThat(intake.mark(ALL, true, Optional.empty(), "beth", 3)).isInstanceOf(BulkResult.Done.class);
        Row row = row(2);
        assertThat(row.get(IntakeFields.VALIDATED)).isEqualTo(true);
        assertThat(row.get(IntakeFields.VALIDATED_BY)).isEqualTo("beth");
        assertThat(row.get(IntakeFields.VALIDATED_AT)).isNotNull();
        assertThat(row.get(IntakeFields.VALIDATION_NOTES)).isEqualTo("note: imported\nwarning: odd");
        assertThat(row(1).get(IntakeFields.VALIDATION_NOTES)).isNull();
    }

    @Test
    void validatingLeavesValidatedAndPromotedRowsAsTheyAre() {
        List<Row> before = List.of(row(3), row(4));
        intake.mark(ALL, true, Optional.of("looked at"), "beth", 3);
        assertThat(List.of(row(3), row(4))).isEqualTo(before);
    }

    @Test
    void aNoteIsAddedAsOneLine() {
        intake.mark(keys(1, 2), true, Optional.of("  checked by phone,\n  twice "), "beth", 2);
        assertThat(row(1).get(IntakeFields.VALIDATION_NOTES)).isEqualTo("note: checked by phone, twice");
        assertThat(row(2).get(IntakeFields.VALIDATION_NOTES)).isEqualTo("note: imported\nwarning: odd\nnote: checked by phone, twice");
    }

    @Test
    void rejectingTakesTheValidationBackAndSaysWhy() {
        assertThat(intake.countToMark(keys(3, 5), false)).isEqualTo(2);
        intake.mark(keys(3, 5), false, Optional.of("not a company"), "beth", 2);
        Row row = row(3);
        assertThat(row.get(IntakeFields.VALIDATED)).isEqualTo(false);
        assertThat(row.get(IntakeFields.VALIDATED_AT)).isNull();
        assertThat(row.get(IntakeFields.VALIDATED_BY)).isNull();
        assertThat(row.get(IntakeFields.VALIDATION_NOTES)).isEqualTo("note: fine\nrejected: not a company");
        assertThat(row.get(IntakeFields.STATUS)).isEqualTo(IntakeStatus.FAILED.word());
        assertThat(row(5).get(IntakeFields.VALIDATION_NOTES)).isEqualTo("rejected: not a company");
    }

    @Test
    void aRejectedRowCanBeValidatedAgain() {
        intake.mark(keys(3), false, Optional.of("not a company"), "beth", 1);
        intake.mark(keys(3), true, Optional.empty(), "beth", 1);
        assertThat(row(3).get(IntakeFields.STATUS)).isEqualTo(IntakeStatus.VALIDATED.word());
        assertThat(row(3).get(IntakeFields.VALIDATION_NOTES)).isEqualTo("note: fine");
    }

    @Test
    void promotedRowsAreNeverRejected() {
        assertThat(intake.countToMark(keys(4), false)).isZero();
        assertThat(intake.mark(keys(4), false, Optional.of("x"), "beth", 0)).isEqualTo(new BulkResult.Done(0, 0));
        assertThat(row(4).get(IntakeFields.STATUS)).isEqualTo(IntakeStatus.PROMOTED.word());
    }

    @Test
    void aBatchIsAssignedToTheRowsThatHaveAnother() {
        assertThat(intake.countToAssign(ALL, "B2")).isEqualTo(3);
        assertThat(intake.assignBatch(ALL, " B2 ", "beth", 3)).isInstanceOf(BulkResult.Done.class);
        assertThat(List.of(1, 2, 3, 4, 5)).allSatisfy(id -> assertThat(row(id).get(IntakeFields.IMPORT_BATCH_ID)).isEqualTo("B2"));
    }

    @Test
    void aRowThatAnotherSourceHasInMasterIsHeldBackAndNotLocked() {
        TestDatabases.run(source, """
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system, source_record_id)
                VALUES ('04.04.01.00.00001.003', 'of a CRM', 'https://example.com', 'crm', '3'),
                       ('04.04.01.00.00001.004', 'of a CRM', 'https://example.com', 'crm', '4')""");
        assertThat(row(3).get(IntakeFields.STATUS)).isEqualTo(IntakeStatus.HELD.word());
        assertThat(row(4).get(IntakeFields.STATUS)).isEqualTo(IntakeStatus.PROMOTED.word());
        assertThat(intake.batches().stream().filter(b -> "B2".equals(b.batch())).findFirst().orElseThrow())
                .isEqualTo(new BatchCounts("B2", 2, 2, 0, 1));
        assertThat(intake.mark(keys(3), false, Optional.of("x"), "beth", 1)).isInstanceOf(BulkResult.Done.class);
        assertThat(row(3).get(IntakeFields.STATUS)).isEqualTo(IntakeStatus.FAILED.word());
    }

    @Test
    void promotedRowsKeepTheirBatch() {
        assertThat(intake.countToAssign(ALL, "B3")).isEqualTo(4);
        intake.assignBatch(ALL, "B3", "beth", 4);
        assertThat(row(4).get(IntakeFields.IMPORT_BATCH_ID)).isEqualTo("B2");
    }

    @Test
    void aBatchWithoutANameIsRefused() {
        assertThatThrownBy(() -> intake.assignBatch(ALL, "  ", "beth", 5)).isInstanceOf(StewardException.class);
    }

    @Test
    void statesAreFilledWhereTheyAreKnownAndMissingOrAnother() {
        assertThat(intake.countToFillStates(ALL)).isEqualTo(2);
        assertThat(intake.fillStates(ALL, "beth", 2)).isInstanceOf(BulkResult.Done.class);
        assertThat(LongStream.rangeClosed(1, 5).mapToObj(id -> String.valueOf(row(id).get(IntakeFields.STATE_ABBREV))))
                .containsExactly("WV", "OH", "OH", "null", "null");
    }

    @Test
    void nothingIsChangedWhereTheCountDiffersFromTheAnnouncedOne() {
        long announced = intake.countToMark(ALL, true);
        TestDatabases.run(source, "INSERT INTO intake.company_raw_intake (id, import_batch_id) VALUES (6, 'B1')");
        assertThat(intake.mark(ALL, true, Optional.empty(), "beth", announced)).isEqualTo(new BulkResult.CountDiffers(3, 4));
        assertThat(intake.mark(ALL, false, Optional.empty(), "beth", 4)).isEqualTo(new BulkResult.CountDiffers(4, 5));
        assertThat(intake.assignBatch(ALL, "B9", "beth", 1)).isEqualTo(new BulkResult.CountDiffers(1, 5));
        assertThat(intake.fillStates(ALL, "beth", 1)).isEqualTo(new BulkResult.CountDiffers(1, 2));
        assertThat(daos.tables().count(Selection.all(Query.all(Table.INTAKE).where(is(IntakeFields.STATUS, IntakeStatus.VALIDATED)))))
                .isEqualTo(1);
        assertThat(daos.history().latest(10)).isEmpty();
    }

    @Test
    void rowsThatChangeTogetherShareAPageOfTheHistory() {
        TestDatabases.run(source, "INSERT INTO intake.company_raw_intake (id) SELECT generate_series(100, 1099)");
        Selection many = Selection.all(Query.all(Table.INTAKE).where(is(IntakeFields.STATUS, IntakeStatus.NEW)));
        long count = intake.countToMark(many, true);
        var done = (BulkResult.Done) intake.mark(many, true, Optional.empty(), "beth", count);
        assertThat(done.changed()).isEqualTo(1002);
        assertThat(TestDatabases.ask(source, "SELECT count(*) FROM shq.change")).isEqualTo("4");
        assertThat(TestDatabases.ask(source, "SELECT sum(cardinality(keys)) FROM shq.change")).isEqualTo("1002");
        assertThat(daos.history().latest(1)).singleElement().satisfies(action -> {
            assertThat(action.rows()).isEqualTo(1002);
            assertThat(action.summary()).isEqualTo("Marked validated");
            assertThat(action.executor()).isEqualTo("beth");
        });
    }

    @Test
    void aSelectionOfAnotherTableIsRefused() {
        assertThatThrownBy(() -> intake.countToMark(Selection.all(Query.all(Table.MASTER)), true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsBeingPromotedIsNotRejectedMeanwhile() throws Exception {
        try (var promotion = source.getConnection(); var others = Executors.newVirtualThreadPerTaskExecutor()) {
            promotion.setAutoCommit(false);
            try (var statement = promotion.createStatement()) {
                statement.execute("SELECT shq.promote_company_records('B2', 'ann')");
            }
            var rejected = others.submit(() -> intake.mark(keys(3), false, Optional.of("late"), "beth", 1));
            while (!"1".equals(TestDatabases.ask(source, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"))) {
                assertThat(rejected.isDone()).isFalse();
            }
            promotion.commit();
            assertThat(rejected.get()).isEqualTo(new BulkResult.CountDiffers(1, 0));
        }
        assertThat(row(3).get(IntakeFields.STATUS)).isEqualTo(IntakeStatus.PROMOTED.word());
    }

    @Test
    void batchesAreCountedNewestFirstAndRowsWithoutOneLast() {
        assertThat(intake.batches()).containsExactly(new BatchCounts("B2", 2, 2, 0, 1), new BatchCounts("B1", 2, 0, 1, 0),
                new BatchCounts(null, 1, 0, 0, 0));
    }

    @Test
    void rowsClearedFromIntakeStillCountAsImported() {
        TestDatabases.run(source, "SELECT shq.promote_company_records('B2', 'ann'); SELECT shq.clear_promoted_intake('B2', 'ann')");
        assertThat(TestDatabases.ask(source, "SELECT count(*) FROM intake.company_raw_intake WHERE import_batch_id = 'B2'")).isEqualTo("0");
        assertThat(intake.batches()).contains(new BatchCounts("B2", 2, 2, 0, 2));
    }

    @Test
    void anEmptyIntakeHasNoBatches() {
        assertThat(JdbiDaos.over(TestDatabases.database()).intake().batches()).isEmpty();
    }

    private static Selection keys(long... ids) {
        return new Selection.Keys(Table.INTAKE, Set.copyOf(LongStream.of(ids).boxed().toList()));
    }

    private Row row(long id) {
        return daos.tables().row(Table.INTAKE, id).orElseThrow();
    }
}
