package barton.steward.dao.intake;

import static barton.steward.support.TestDatabases.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.catalog.Table;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.intake.BatchUse;
import barton.steward.support.TestDatabases;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Two programs that import into one batch at the same time.
class ImportTogetherTest {
    private final DataSource database = TestDatabases.migrated();

    @ParameterizedTest
    @CsvSource({"a, APPEND, was taken into batch B already", "a, NEW, was taken into batch B already", "b, NEW, exists already"})
    void onlyOneTakesTheFile(String digit, BatchUse use, String why) throws Exception {
        var other = new CompletableFuture<Void>();
        copy("a", use, () -> {
            Thread.startVirtualThread(() -> {
                try {
                    copy(digit, use, () -> { });
                    other.complete(null);
                } catch (RuntimeException e) {
                    other.completeExceptionally(e);
                }
            });
            waitForWaiting(other);
        });
        assertThatThrownBy(other::get).isInstanceOf(ExecutionException.class).hasMessageContaining(why);
        assertThat(rows()).isEqualTo("1");
    }

    @Test
    void anImportIntoAnotherBatchDoesNotWait() {
        copy("a", BatchUse.NEW, () -> copyInto("C", "a", BatchUse.NEW, () -> { }));
        assertThat(rows()).isEqualTo("2");
    }

    /// Until the other import is stopped by the first, or has come to its end.
    private void waitForWaiting(CompletableFuture<Void> other) {
        while (!other.isDone() && ask(database, """
                SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'""").equals("0")) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    private void copy(String digit, BatchUse use, Runnable meanwhile) {
        copyInto("B", digit, use, meanwhile);
    }

    private void copyInto(String batch, String digit, BatchUse use, Runnable meanwhile) {
        var file = new SourceFile("leads.csv", digit.repeat(64));
        JdbiDaos.over(Database.over(database)).imports().copy(batch, use, "ann", UUID.randomUUID(), List.of(
                new ImportDao.Part(Table.INTAKE, List.of("company", "import_batch_id"), file, sink -> {
                    sink.accept(new String[] {"Acme", batch});
                    meanwhile.run();
                }, false, () -> new FileTally(Map.of("company", "Company"), 0, 0))));
    }

    private String rows() {
        return ask(database, "SELECT count(*) FROM intake.company_raw_intake");
    }
}
