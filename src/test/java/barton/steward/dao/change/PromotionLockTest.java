package barton.steward.dao.change;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Table;
import barton.steward.dao.Daos;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.model.Work;
import barton.steward.model.enrichment.IncludeEnrichment;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.support.TestDatabases;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who has to wait says for whom, and can give up.
class PromotionLockTest {
    private final DataSource source = TestDatabases.migrated();
    private final Database database = Database.over(source);
    private final Daos daos = JdbiDaos.over(database);
    private final CountDownLatch ends = new CountDownLatch(1);
    private final List<String> told = new ArrayList<>();
    private final ExecutorService threads = Executors.newSingleThreadExecutor();
    private Future<?> running;

    @BeforeEach
    void annRunsRules() throws Exception {
        run(source, "INSERT INTO intake.company_raw_intake (company, import_batch_id, validated) VALUES ('A', 'B', true)");
        var began = new CountDownLatch(1);
        running = threads.submit(() -> database.longWrite(handle -> {
            PromotionLock.acquire(handle, "run of rules", "ann");
            began.countDown();
            try {
                ends.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return 0;
        }));
        began.await();
    }

    @AfterEach
    void end() throws Exception {
        ends.countDown();
        running.get();
        threads.close();
    }

    @Test
    void aPromotionSaysForWhomItWaitsAndGoesOn() throws Exception {
        assertThat(waiting(this::promote, forWhom -> ends.countDown())).isEqualTo(1);

        assertThat(told.getFirst()).startsWith("waiting for the run of rules of ann since ");
        assertThat(told.getLast()).isEmpty();
    }

    @Test
    void aMarkSaysItToo() throws Exception {
        waiting(() -> daos.intake().mark(Selection.all(Query.all(Table.INTAKE)), false, Optional.empty(), "bea", 1, UUID.randomUUID()),
                forWhom -> ends.countDown());

        assertThat(told.getFirst()).startsWith("waiting for the run of rules of ann since ");
    }

    @Test
    void whoWaitsCanGiveUp() {
        var work = new Work[1];
        work[0] = new Work(rows -> { }, forWhom -> work[0].cancel());

        assertThatThrownBy(() -> work[0].run(this::promote)).isInstanceOfSatisfying(StewardException.class,
                e -> assertThat(e.kind()).isEqualTo(StewardException.Kind.CANCELLED));
        assertThat(ask(source, "SELECT count(*) FROM marketing.company_master")).isEqualTo("0");
    }

    @Test
    void anotherProgramIsNamedAsItCallsItself() throws Exception {
        ends.countDown();
        running.get();
        try (var other = source.getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("SET application_name = 'nightly job'; SELECT shq.promote_company_records('B', 'job')");

            waiting(this::promote, forWhom -> {
                try {
                    other.rollback();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
        assertThat(told.getFirst()).startsWith("waiting for nightly job (role ");
    }

    private long promote() {
        return daos.promotion().promote(Entity.COMPANY, "B", OptionalLong.empty(), IncludeEnrichment.NOTHING, "bea", UUID.randomUUID())
                .promoted();
    }

    private <T> T waiting(Callable<T> work, Consumer<String> then) throws Exception {
        return new Work(rows -> { }, forWhom -> {
            told.add(forWhom);
            if (!forWhom.isEmpty()) {
                then.accept(forWhom);
            }
        }).run(work);
    }
}
