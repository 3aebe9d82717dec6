package barton.steward.dao.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What clients of the database may rely on when they call `shq.take_back_promotion`.
abstract class TakeBackContract {
    private static final String FIRST = "(SELECT company_unique_id FROM marketing.company_master WHERE source_record_id = '1')";
    private static final String FIRST_SLOT = "(SELECT company_slot_unique_id FROM marketing.company_slots WHERE company_unique_id = "
            + FIRST + ")";

    private final DataSource database;

    TakeBackContract(TestPostgres server) {
        database = TestDatabases.pooled(TestDatabases.migrated(server));
    }

    @BeforeEach
    void promote() {
        run("""
                INSERT INTO intake.company_raw_intake (company, website, import_batch_id, validated)
                SELECT 'Company ' || n, 'https://c' || n || '.example', 'B', true FROM generate_series(1, 5) n""");
        promote("B");
    }

    @Test
    void companiesAndTheirSlotsGoAndTheirRowsCanBePromotedAgain() {
        assertThat(takeBack("B")).isEqualTo(5);

        assertThat(counts()).isEqualTo("0 0 5");
        assertThat(promote("B")).isEqualTo(5);
        assertThat(counts()).isEqualTo("5 5 5");
        assertThat(list("SELECT validation_run_id FROM shq.run_detail WHERE kind = 'promotion' ORDER BY run_no"))
                .containsExactly("B", "B#2");
    }

    @Test
    void itIsARunOfItsOwn() {
        takeBack("B");

        assertThat(ask("""
                SELECT concat_ws('|', l.source_table, l.target_table, l.total_records, l.passed_records, l.failed_records, l.executed_by,
                                 l.notes, d.kind, d.batch, d.of_run, d.session_user_name)
                FROM public.shq_validation_log l JOIN shq.run_detail d USING (validation_run_id)
                WHERE validation_run_id ~ '^TBK-[0-9]{8}-[0-9]{6}-[0-9a-f]{8}$'""")).isEqualTo(
                "marketing.company_master|intake.company_raw_intake|5|5|0|ann|5 companies of run B taken back.|take-back|B|B|postgres");
    }

    @Test
    void whatWentIsKeptWholeWithTheColumnsOfAnAdoptedDatabase() {
        run("ALTER TABLE marketing.company_master ADD region JSON DEFAULT '{\"a\":  1}'");
        List<String> companies = list("SELECT m::text FROM marketing.company_master m ORDER BY company_unique_id");
        List<String> slots = list("SELECT s::text FROM marketing.company_slots s ORDER BY company_slot_unique_id");

        takeBack("B");

        assertThat(list("""
                SELECT jsonb_populate_record(NULL::marketing.company_master, row_data)::text FROM shq.taken_back
                WHERE table_name = 'marketing.company_master' ORDER BY key""").stream().map(c -> c.replace(" ", "")).toList())
                .isEqualTo(companies.stream().map(c -> c.replace(" ", "")).toList());
        assertThat(list("""
                SELECT jsonb_populate_record(NULL::marketing.company_slots, row_data)::text FROM shq.taken_back
                WHERE table_name = 'marketing.company_slots' ORDER BY key""")).isEqualTo(slots);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "has 1 person | INSERT INTO marketing.people_master (unique_id, company_unique_id, company_slot_unique_id, first_name, last_name,"
                + " source_system) SELECT '04.04.02.00.00000.001', $company, $slot, 'A', 'B', 'x'",
        "has a sidecar | INSERT INTO marketing.company_sidecar (company_unique_id) SELECT $company",
        "has an additional slot | INSERT INTO marketing.company_slots (company_slot_unique_id, company_unique_id, slot_type)"
                + " SELECT '04.04.05.00.00000.001', $company, 'division'",
        "has a slot that was changed | UPDATE marketing.company_slots SET slot_label = 'Headquarters' WHERE company_unique_id = $company",
        "was changed later | UPDATE marketing.company_master SET industry = 'Mining' WHERE company_unique_id = $company",
        "its row is not in intake any more | DELETE FROM intake.company_raw_intake WHERE id = 1",
        "is referred to by public.contract | CREATE TABLE public.contract (company TEXT REFERENCES marketing.company_master);"
                + " INSERT INTO public.contract SELECT $company",
        "is referred to by public.visit | CREATE TABLE public.visit (slot TEXT REFERENCES marketing.company_slots ON DELETE CASCADE);"
                + " INSERT INTO public.visit SELECT $slot"})
    void aCompanyOnWhichSomethingDependsIsNamedAndStays(String reason, String dependent) {
        run(dependent.replace("$company", FIRST).replace("$slot", FIRST_SLOT));
        String id = ask("SELECT " + FIRST);

        assertThat(outlook()).containsExactly("Company 1: " + reason);
        assertThat(takeBack("B")).isEqualTo(4);

        assertThat(list("SELECT company_name FROM marketing.company_master")).containsExactly("Company 1");
        assertThat(outlook()).containsExactly("Company 1: " + reason);
        assertThat(ask("SELECT total_records || ' ' || passed_records || ' ' || failed_records || ' ' || notes"
                + " FROM public.shq_validation_log WHERE validation_run_id LIKE 'TBK-%'"))
                .isEqualTo("5 4 0 4 companies of run B taken back. 1 stays (at most 20 are named): " + id + " Company 1 " + reason + ".");
    }

    @Test
    void aRowThatWasClearedMeanwhileIsRestoredFirst() {
        run("SELECT shq.clear_promoted_intake('B', 'ann')");
        String clearing = ask("SELECT validation_run_id FROM shq.run_detail WHERE kind = 'clearing'");

        assertThat(takeBack("B")).isZero();
        assertThat(outlook()).hasSize(5).allMatch(line -> line.endsWith(
                ": its row was cleared from intake in run " + clearing + ", which can be restored"));
        assertThat(ask("SELECT count(*) FROM public.shq_validation_log")).isEqualTo("2");

        run("SELECT shq.restore_cleared_intake('%s', 'ann')".formatted(clearing));
        assertThat(takeBack("B")).isEqualTo(5);
    }

    @Test
    void severalReasonsStandTogether() {
        run("INSERT INTO marketing.company_sidecar (company_unique_id) SELECT " + FIRST + "; UPDATE marketing.company_master"
                + " SET industry = 'Mining' WHERE company_unique_id = " + FIRST);

        assertThat(outlook()).containsExactly("Company 1: has a sidecar; was changed later");
    }

    @Test
    void aScoreIsNoChangeOfTheCompanyAndAnythingElseIs() {
        run("UPDATE marketing.company_master SET data_quality_score = 12 WHERE source_record_id IN ('1', '2')");
        run("UPDATE marketing.company_master SET data_quality_score = 13, industry = 'Mining' WHERE source_record_id = '2'");
        run("ALTER TABLE marketing.company_master ADD note JSON");
        run("UPDATE marketing.company_master SET data_quality_score = 14, note = '{}' WHERE source_record_id = '3'");

        assertThat(outlook()).containsExactly("Company 2: was changed later", "Company 3: was changed later");
    }

    @Test
    void aChangeInTheTransactionOfThePromotionCountsToo() throws SQLException {
        takeBack("B");
        try (var c = database.getConnection(); var s = c.createStatement()) {
            c.setAutoCommit(false);
            s.execute("SELECT shq.promote_company_records('B', 'ann')");
            s.execute("UPDATE marketing.company_master SET industry = 'Mining' WHERE source_record_id = '4'");
            c.commit();
        }
        assertThat(outlook("B#2")).containsExactly("Company 4: was changed later");
    }

    @Test
    void changesAreFoundWhateverTheTimeZoneWhereUpdatedAtHasNone() throws SQLException {
        run("ALTER TABLE marketing.company_master ALTER updated_at TYPE timestamp, ALTER created_at TYPE timestamp");
        takeBack("B");
        try (var c = database.getConnection(); var s = c.createStatement()) {
            s.execute("SET TIME ZONE 'Asia/Tokyo'; SELECT shq.promote_company_records('B', 'ann'); SET TIME ZONE 'America/New_York';"
                    + " UPDATE marketing.company_master SET industry = 'Mining' WHERE source_record_id = '4'");
        }
        assertThat(outlook("B#2")).containsExactly("Company 4: was changed later");
    }

    @Test
    void aSecondTimeTakesWhatIsFreeByThen() {
        run("INSERT INTO marketing.company_sidecar (company_unique_id) SELECT " + FIRST);
        takeBack("B");
        run("DELETE FROM marketing.company_sidecar");

        assertThat(takeBack("B")).isEqualTo(1);
        assertThat(counts()).isEqualTo("0 0 5");
    }

    @Test
    void aRunWhoseCompaniesSomebodyRemovedIsRefusedInAWholeSentence() {
        run("DELETE FROM marketing.company_slots");
        run("DELETE FROM marketing.company_master");

        assertThatThrownBy(() -> takeBack("B")).rootCause()
                .hasMessageContaining("Master has no companies of run B any more. Nothing was written.");
    }

    @Test
    void aRunThatWasTakenBackIsRefusedByTheNameOfTheRunThatDidIt() {
        takeBack("B");
        String run = ask("SELECT validation_run_id FROM shq.run_detail WHERE kind = 'take-back'");

        assertThatThrownBy(() -> takeBack("B")).rootCause()
                .hasMessageContaining("Master has no companies of run B any more: they were taken back in run " + run);
        assertThat(ask("SELECT count(*) FROM public.shq_validation_log")).isEqualTo("2");
    }

    @Test
    void onlyPromotionsThatAreKnownCanBeTakenBack() {
        run("SELECT shq.clear_promoted_intake('B', 'ann'); INSERT INTO public.shq_validation_log (validation_run_id) VALUES ('OLD')");
        String clearing = ask("SELECT validation_run_id FROM shq.run_detail WHERE kind = 'clearing'");

        assertThatThrownBy(() -> takeBack("nothing")).rootCause().hasMessageContaining("The validation log has no run nothing");
        assertThatThrownBy(() -> takeBack("OLD")).rootCause().hasMessageContaining("it is not kept which records it made");
        assertThatThrownBy(() -> takeBack(clearing)).rootCause().hasMessageContaining("is no promotion (clearing)");
        assertThatThrownBy(() -> takeBack(" ")).rootCause().hasMessageContaining("none may be blank");
        assertThat(counts()).isEqualTo("5 5 0");
    }

    @ParameterizedTest
    @ValueSource(ints = {Connection.TRANSACTION_REPEATABLE_READ, Connection.TRANSACTION_SERIALIZABLE})
    void itIsRefusedWhereDependentsCouldBeOverlooked(int isolation) throws SQLException {
        try (var c = database.getConnection(); var s = c.createStatement()) {
            c.setTransactionIsolation(isolation);
            assertThatThrownBy(() -> s.execute("SELECT shq.take_back_promotion('B', 'ann')"))
                    .hasMessageContaining("READ COMMITTED only").extracting("SQLState").isEqualTo("55000");
        }
    }

    @Test
    void aPersonWhoIsAddedAtTheSameTimeIsSeenAndHerCompanyStays() throws Exception {
        try (var c = database.getConnection(); var s = c.createStatement(); var threads = Executors.newSingleThreadExecutor()) {
            c.setAutoCommit(false);
            s.execute("INSERT INTO marketing.company_sidecar (company_unique_id) SELECT " + FIRST);
            Future<Integer> taken = threads.submit(() -> takeBack("B"));
            while (ask("SELECT min(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()") == null) {
                Thread.onSpinWait();
            }
            c.commit();
            assertThat(taken.get()).isEqualTo(4);
        }
        assertThat(outlook()).containsExactly("Company 1: has a sidecar");
    }

    @Test
    void togetherWithPromotionsOfTheSameBatchNothingIsLostOrDoubled() throws Exception {
        for (int round = 0; round < 5; round++) {
            String run = ask("SELECT validation_run_id FROM shq.run_detail WHERE kind = 'promotion' AND run_no IN"
                    + " (SELECT promotion_audit_log_id FROM marketing.company_master)");
            Future<Integer> taken;
            Future<Integer> promoted;
            try (var threads = Executors.newFixedThreadPool(2)) {
                taken = threads.submit(() -> takeBack(run));
                promoted = threads.submit(() -> promote("B"));
            }
            assertThat(taken.get()).isEqualTo(5);
            assertThat(counts()).isEqualTo(promoted.get() == 5 ? "5 5 5" : "0 0 5");
            if (promoted.get() == 0) {
                promote("B");
            }
        }
    }

    int promote(String batch) {
        return Integer.parseInt(ask("SELECT shq.promote_company_records('%s', 'ann')".formatted(batch)));
    }

    int takeBack(String run) {
        return Integer.parseInt(ask("SELECT shq.take_back_promotion('%s', 'ann')".formatted(run)));
    }

    private List<String> outlook() {
        return outlook("B");
    }

    private List<String> outlook(String run) {
        return list("SELECT name || ': ' || kept_because FROM shq.records_of_run('%s') WHERE kept_because IS NOT NULL ORDER BY 1"
                .formatted(run));
    }

    /// Companies, slots, rows of intake.
    private String counts() {
        return ask("""
                SELECT concat_ws(' ', (SELECT count(*) FROM marketing.company_master), (SELECT count(*) FROM marketing.company_slots),
                                 (SELECT count(*) FROM intake.company_raw_intake))""");
    }

    void run(String sql) {
        TestDatabases.run(database, sql);
    }

    String ask(String sql) {
        return TestDatabases.ask(database, sql);
    }

    private List<String> list(String sql) {
        return TestDatabases.list(database, sql);
    }
}
