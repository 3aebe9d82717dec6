package barton.steward.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import barton.steward.model.StewardException;
import barton.steward.model.StewardException.Kind;
import barton.steward.model.Work;
import barton.steward.support.TestPostgres;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class DatabaseTest {
    private Database database;

    @BeforeEach
    void connect() {
        TestPostgres server = TestPostgres.newest();
        String name = ((PGSimpleDataSource) server.createDatabase()).getDatabaseName();
        database = Database.connect(TestPostgres.settings(server.port(), name));
        database.write(h -> h.execute("CREATE TABLE t (id INT PRIMARY KEY, n INT NOT NULL CHECK (n >= 0))"));
        database.write(h -> h.execute("INSERT INTO t VALUES (1, 1), (2, 2)"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void failedTransactionLeavesNothing() {
        assertThatThrownBy(() -> database.write(h -> {
            h.execute("INSERT INTO t VALUES (3, 3)");
            throw new IllegalStateException();
        })).isInstanceOf(StewardException.class);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void failureOfOursComesThroughUnchanged() {
        var ours = StewardException.refused("No.", "");
        assertThatThrownBy(() -> database.write(h -> {
            throw ours;
        })).isSameAs(ours);
    }

    @Test
    void serializationFailureRepeatsTheTransaction() throws Exception {
        var attempts = new AtomicInteger();
        var both = new CyclicBarrier(2);
        inParallel(() -> database.write(h -> {
            h.execute("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE");
            int sum = h.createQuery("SELECT sum(n) FROM t").mapTo(int.class).one();
            await(both, attempts);
            return h.execute("UPDATE t SET n = ? WHERE id = 1", sum);
        }));
        assertThat(attempts).hasValue(3);
        assertThat(database.<Integer>read(h -> h.createQuery("SELECT n FROM t WHERE id = 1").mapTo(int.class).one())).isEqualTo(5);
    }

    @Test
    void deadlockRepeatsTheTransaction() throws Exception {
        var attempts = new AtomicInteger();
        var order = new AtomicInteger();
        var both = new CyclicBarrier(2);
        inParallel(() -> {
            int first = order.incrementAndGet();
            return database.write(h -> {
                h.execute("UPDATE t SET n = n + 1 WHERE id = ?", first);
                await(both, attempts);
                return h.execute("UPDATE t SET n = n + 1 WHERE id = ?", 3 - first);
            });
        });
        // On a busy machine the repeated one may meet the other once more.
        assertThat(attempts).hasValueGreaterThanOrEqualTo(3);
        assertThat(database.<Integer>read(h -> h.createQuery("SELECT sum(n) FROM t").mapTo(int.class).one())).isEqualTo(7);
    }

    @Test
    void otherFailuresAreNotRepeated() {
        var attempts = new AtomicInteger();
        assertThatThrownBy(() -> database.write(h -> {
            attempts.incrementAndGet();
            return h.execute("INSERT INTO t VALUES (1, 1)");
        })).hasMessage("There is a row with this id already: 1. Nothing was changed.");
        assertThat(attempts).hasValue(1);
    }

    @Test
    void brokenConnectionIsReplaced() {
        database.read(this::killOthers);
        var killed = failure(() -> database.write(this::killOneself));
        assertThat(killed.kind()).isEqualTo(Kind.NO_DATABASE);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void questionThatWentDownWithItsConnectionIsAskedAgain() {
        var attempts = new AtomicInteger();
        assertThat(database.<Integer>read(h -> attempts.incrementAndGet() == 1 ? killOneself(h) : 42)).isEqualTo(42);
    }

    @Test
    void cancelStopsTheStatementInTheDatabase() throws Exception {
        assertThat(cancelled(() -> database.read(DatabaseTest::sleep)).kind()).isEqualTo(Kind.CANCELLED);
        assertThat(sleepers()).isZero();
    }

    @Test
    void cancelStopsLongWorkInTheDatabase() throws Exception {
        assertThat(cancelled(() -> database.longWrite(DatabaseTest::sleep)).kind()).isEqualTo(Kind.CANCELLED);
        assertThat(sleepers()).isZero();
    }

    @Test
    void cancelledTransactionLeavesNothing() throws Exception {
        cancelled(() -> database.longWrite(h -> {
            h.execute("INSERT INTO t VALUES (3, 3)");
            return sleep(h);
        }));
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void longReadCannotWrite() {
        assertThat(failure(() -> database.longRead(h -> h.execute("INSERT INTO t VALUES (3, 3)"))).kind()).isEqualTo(Kind.REFUSED);
    }

    @Test
    void longWorkHasAServerSideLimitThatEndsWithIt() {
        assertThat(database.<String>longRead(h -> h.createQuery("SHOW statement_timeout").mapTo(String.class).one())).isEqualTo("30min");
        assertThat(database.<String>read(h -> h.createQuery("SHOW statement_timeout").mapTo(String.class).one())).isEqualTo("0");
    }

    private StewardException cancelled(java.util.concurrent.Callable<?> task) throws InterruptedException {
        var work = new Work(n -> { });
        var result = new java.util.concurrent.atomic.AtomicReference<StewardException>();
        Thread worker = Thread.startVirtualThread(() -> result.set(failure(() -> work.run(task))));
        while (sleepers() == 0) {
            Thread.onSpinWait();
        }
        work.cancel();
        worker.join();
        return result.get();
    }

    private int sleepers() {
        return database.read(h -> h.createQuery("""
                SELECT count(*) FROM pg_stat_activity
                WHERE datname = current_database() AND state = 'active' AND query LIKE '%pg_sleep(60)%' AND pid <> pg_backend_pid()
                """).mapTo(int.class).one());
    }

    private int count() {
        return database.read(h -> h.createQuery("SELECT count(*) FROM t").mapTo(int.class).one());
    }

    private static int sleep(Handle handle) {
        return handle.createQuery("SELECT 1 FROM (SELECT pg_sleep(60)) s").mapTo(int.class).one();
    }

    private int killOneself(Handle handle) {
        return handle.createQuery("SELECT pg_terminate_backend(pg_backend_pid())::int").mapTo(int.class).one();
    }

    private int killOthers(Handle handle) {
        return handle.createQuery("""
                SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
                """).mapTo(int.class).one();
    }

    private static void await(CyclicBarrier both, AtomicInteger attempts) {
        if (attempts.incrementAndGet() <= 2) {
            try {
                both.await();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void inParallel(java.util.concurrent.Callable<?> task) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = threads.submit(task);
            var two = threads.submit(task);
            one.get();
            two.get();
        }
    }

    private static StewardException failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(StewardException.class, call);
    }
}
