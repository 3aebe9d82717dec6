package barton.steward.dao;

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
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
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
