package barton.steward.dao.promotion;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@MethodSource("barton.steward.support.TestPostgres#supported")
class PromotionTogetherTest {
    private final DataSource database;

    PromotionTogetherTest(TestPostgres server) {
        database = TestDatabases.migrated(server);
    }

    @ParameterizedTest
    @CsvSource({"2, 2, 1", "2, 4, 1", "2, 8, 1", "8, 2, 1", "8, 4, 1", "8, 8, 1", "8, 2, 3", "8, 4, 3", "8, 8, 3"})
    void everyRowIsPromotedOnceAndTheCountsAddUp(int callers, int isolation, int batches) throws Exception {
        run(database, """
                INSERT INTO intake.company_raw_intake (company, import_batch_id, validated)
                SELECT 'C', 'B' || n %% %d, true FROM generate_series(1, 1200) n""".formatted(batches));
        var together = new CyclicBarrier(callers);
        var counts = new ArrayList<Future<Integer>>();
        try (var threads = Executors.newFixedThreadPool(callers)) {
            for (int n = 0; n < callers; n++) {
                String batch = "B" + n % batches;
                counts.add(threads.submit(() -> {
                    together.await();
                    return promote(batch, isolation);
                }));
            }
        }
        int sum = 0;
        for (Future<Integer> count : counts) {
            sum += count.get();
        }
        assertThat(sum).isEqualTo(1200);
        assertThat(ask(database, "SELECT count(*) || ' ' || count(DISTINCT source_record_id) FROM marketing.company_master"))
                .isEqualTo("1200 1200");
        assertThat(ask(database, "SELECT count(*) || ' ' || sum(passed_records) FROM public.shq_validation_log"))
                .isEqualTo(callers + " 1200");
    }

    @ParameterizedTest
    @ValueSource(ints = {Connection.TRANSACTION_REPEATABLE_READ, Connection.TRANSACTION_SERIALIZABLE})
    void withoutTheGuardOnlyReadCommittedIsSafe(int isolation) throws SQLException {
        run(database, "DROP INDEX marketing.company_master_promoted_once");
        run(database, "INSERT INTO intake.company_raw_intake (import_batch_id, validated) VALUES ('B', true)");

        assertThatThrownBy(() -> promote("B", isolation)).hasMessageContaining("READ COMMITTED only")
                .extracting("SQLState").isEqualTo("55000");
        assertThat(promote("B", Connection.TRANSACTION_READ_COMMITTED)).isEqualTo(1);
    }

    /// What a promotion with an older snapshot cannot see: a decision, one that is back because a later one was taken back, a threshold,
    /// pairs above it, and an edit.
    static Stream<Arguments> heldMeanwhile() {
        String pair = "INSERT INTO shq.match_run (batch, within_batch, compared, compared_with, candidates, executor)"
                + " VALUES ('B', false, 1, 1, 1, 'ann'); INSERT INTO shq.match_pair (match_run_id, batch, intake_id, master_id, score,"
                + " likeness, name_points, host_points, phone_points, state_points, city_points)"
                + " SELECT match_run_id, 'B', 1, '04.04.01.00.00000.001', 90, 1, 60, 30, 0, 0, 0 FROM shq.match_run;";
        String undo = "INSERT INTO shq.action (kind, summary, table_name, row_count, executor, undoes)"
                + " SELECT 'undo', '', 'intake.company_raw_intake', 0, 'ann', max(action_id) FROM shq.action";
        String held = "UPDATE shq.match_setting SET held = 80;";
        return Stream.of(Connection.TRANSACTION_REPEATABLE_READ, Connection.TRANSACTION_SERIALIZABLE).flatMap(isolation -> Stream.of(
                Arguments.of(isolation, "", decide("same")),
                Arguments.of(isolation, decide("same") + decide("different"), undo),
                Arguments.of(isolation, pair, held),
                Arguments.of(isolation, held, pair),
                Arguments.of(isolation, "", "UPDATE intake.company_raw_intake SET company = 'Other'")));
    }

    @ParameterizedTest
    @MethodSource("heldMeanwhile")
    void whatIsHeldBackMeanwhileIsNotPromotedByAnOlderSnapshot(int isolation, String before, String meanwhile) throws SQLException {
        oneRowThatMasterMayHave();
        run(database, before);
        try (var c = database.getConnection()) {
            c.setAutoCommit(false);
            c.setTransactionIsolation(isolation);
            c.createStatement().executeQuery("SELECT id FROM intake.company_raw_intake");
            run(database, meanwhile);
            assertThatThrownBy(() -> c.createStatement().executeQuery("SELECT shq.promote_company_records('B', 'ann')"))
                    .extracting("SQLState").isEqualTo("40001");
        }
        assertThat(promote("B", isolation)).isZero();
    }

    @Test
    void aPromotionWaitsForADecisionThatIsBeingTaken() throws Exception {
        oneRowThatMasterMayHave();
        try (var c = database.getConnection(); var thread = Executors.newSingleThreadExecutor()) {
            c.setAutoCommit(false);
            c.createStatement().execute(decide("same"));
            Future<Integer> promoted = thread.submit(() -> promote("B", Connection.TRANSACTION_READ_COMMITTED));
            while (ask(database, "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")
                    .equals("0")) {
                assertThat(promoted.isDone()).isFalse();
                TimeUnit.MILLISECONDS.sleep(5);
            }
            c.commit();
            assertThat(promoted.get()).isZero();
        }
    }

    private void oneRowThatMasterMayHave() {
        run(database, """
                INSERT INTO intake.company_raw_intake (id, company, website, import_batch_id, validated)
                VALUES (1, 'Merrick, Inc.', 'merrick.example', 'B', true);
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
                VALUES ('04.04.01.00.00000.001', 'Merrick', 'merrick.example', 'crm')""");
    }

    private static String decide(String decision) {
        return """
                WITH a AS (INSERT INTO shq.action (kind, summary, table_name, row_count, executor)
                           VALUES ('decide', '', 'intake.company_raw_intake', 0, 'ann') RETURNING action_id)
                INSERT INTO shq.match_decision (action_id, intake_id, master_id, decision, seen_name, seen_website, seen_other_name,
                                                seen_other_website, executor)
                SELECT action_id, 1, '04.04.01.00.00000.001', '%s', 'Merrick, Inc.', 'merrick.example', 'Merrick', 'merrick.example', 'ann'
                FROM a;
                """.formatted(decision);
    }

    /// Does it as a careful client does: again, as often as the database says that it may be repeated.
    private int promote(String batch, int isolation) throws SQLException {
        try (var c = database.getConnection()) {
            c.setAutoCommit(false);
            c.setTransactionIsolation(isolation);
            while (true) {
                try (var s = c.prepareStatement("SELECT shq.promote_company_records(?, 'ann')")) {
                    s.setString(1, batch);
                    int promoted;
                    try (var rows = s.executeQuery()) {
                        rows.next();
                        promoted = rows.getInt(1);
                    }
                    c.commit();
                    return promoted;
                } catch (SQLException e) {
                    c.rollback();
                    if (!"40001".equals(e.getSQLState()) && !"40P01".equals(e.getSQLState())) {
                        throw e;
                    }
                }
            }
        }
    }
}
