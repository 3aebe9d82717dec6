package barton.steward.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import barton.steward.config.ConnectionSettings;
import barton.steward.config.ConnectionSettings.Host;
import barton.steward.config.Secret;
import barton.steward.config.SslMode;
import barton.steward.model.StewardException;
import barton.steward.model.StewardException.Kind;
import barton.steward.model.Work;
import barton.steward.support.Proxy;
import barton.steward.support.TestPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

class NetworkTest {
    private static final Limits SHORT = new Limits(Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofSeconds(20),
            Duration.ofSeconds(1), Duration.ofSeconds(20), Duration.ofMillis(300));

    private final TestPostgres server = TestPostgres.newest();
    private final String name = ((PGSimpleDataSource) server.createDatabase()).getDatabaseName();
    private final Proxy proxy = Proxy.to(server);
    private final Database direct = connect(server.port(), Limits.USUAL, () -> { });
    private Database database;

    @BeforeEach
    void prepare() {
        direct.write(h -> h.execute("CREATE TABLE t (id INT PRIMARY KEY)"));
        database = connect(proxy.port(), SHORT, () -> { });
    }

    @AfterEach
    void close() throws IOException {
        database.close();
        direct.close();
        proxy.close();
    }

    @Test
    void lostReplyToCommitIsTold() {
        proxy.cutAfter("COMMIT");
        assertThat(failure(() -> database.write(h -> h.execute("INSERT INTO t VALUES (1)"))).kind()).isEqualTo(Kind.OUTCOME_UNKNOWN);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void lostReplyToCommitOfLongWorkIsTold() {
        proxy.cutAfter("COMMIT");
        assertThat(failure(() -> database.longWrite(h -> h.execute("INSERT INTO t VALUES (1)"))).kind()).isEqualTo(Kind.OUTCOME_UNKNOWN);
        assertThat(count()).isEqualTo(1);
    }

    /// The socket of long work waits for minutes, but not for the reply to its commit.
    @Test
    @Timeout(60)
    void aStallAfterCommitOfLongWorkIsGivenUpAsSoonAsOneOfShortWork() {
        var minutes = Duration.ofMinutes(32);
        try (Database patient = connect(proxy.port(), new Limits(Duration.ZERO, Duration.ofSeconds(1), minutes, minutes, minutes,
                Duration.ofMillis(300)), () -> { })) {
            proxy.fallSilentAfter("COMMIT");
            assertThat(failure(() -> patient.longWrite(h -> h.execute("INSERT INTO t VALUES (1)"))).kind()).isEqualTo(Kind.OUTCOME_UNKNOWN);
        }
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void connectionLostBeforeCommitSavesNothing() {
        proxy.cutAfter("INSERT");
        assertThat(failure(() -> database.write(h -> h.execute("INSERT INTO t VALUES (1)"))).kind()).isEqualTo(Kind.NO_DATABASE);
        assertThat(count()).isZero();
    }

    @Test
    void silentNetworkIsGivenUp() {
        StewardException failure = failure(() -> database.write(h -> {
            proxy.fallSilent();
            return h.execute("INSERT INTO t VALUES (1)");
        }));
        assertThat(failure).hasMessageContaining("stopped answering");
        assertThat(failure.kind()).isEqualTo(Kind.NO_DATABASE);
    }

    @Test
    void statementOnASilentNetworkCanBeCancelled() throws InterruptedException {
        assertThat(failureOf((work, h) -> {
            proxy.fallSilent();
            Thread.startVirtualThread(() -> {
                while (!proxy.received().contains("'asked'")) {
                    LockSupport.parkNanos(1_000_000);
                }
                work.cancel();
            });
            return h.createQuery("SELECT 'asked'").mapTo(String.class).one();
        }).kind()).isEqualTo(Kind.CANCELLED);
    }

    @Test
    void cancelDoesNotWaitForASilentNetworkToRollBack() throws InterruptedException {
        assertThat(failureOf((work, h) -> {
            h.execute("INSERT INTO t VALUES (1)");
            proxy.fallSilent();
            work.cancel();
            Work.checkCancelled();
            return "";
        }).kind()).isEqualTo(Kind.CANCELLED);
    }

    @Test
    void cancelDuringCommitLeavesTheOutcomeOpen() throws InterruptedException {
        assertThat(failureOf((work, h) -> {
            h.execute("INSERT INTO t VALUES (1)");
            proxy.fallSilentAfter("COMMIT");
            Thread.startVirtualThread(() -> {
                while (!proxy.received().contains("COMMIT")) {
                    LockSupport.parkNanos(1_000_000);
                }
                work.cancel();
            });
            return "";
        }).kind()).isEqualTo(Kind.OUTCOME_UNKNOWN);
    }

    @Test
    void sleepingServerIsWaitedFor() throws IOException {
        int port = freePort();
        var woken = new ArrayList<Proxy>();
        try (Database sleeping = connect(port, SHORT, () -> woken.add(Proxy.to(server, port)))) {
            assertThat(sleeping.<Integer>read(NetworkTest::one)).isEqualTo(1);
        }
        assertThat(woken).hasSize(1);
        woken.getFirst().close();
    }

    @Test
    void serverThatDoesNotComeIsNamed() throws IOException {
        int port = freePort();
        var hasty = new Limits(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1),
                Duration.ZERO);
        try (Database nowhere = connect(port, hasty, () -> { })) {
            assertThat(failure(() -> nowhere.read(NetworkTest::one))).hasMessage("No database answers at 127.0.0.1:" + port + ".");
        }
    }

    /// The failure of a long write over the proxy whose socket would wait for minutes.
    private StewardException failureOf(BiFunction<Work, Handle, String> task) throws InterruptedException {
        var minutes = Duration.ofMinutes(5);
        var failure = new AtomicReference<StewardException>();
        var work = new Work(n -> { });
        try (Database slow = connect(proxy.port(), new Limits(Duration.ZERO, minutes, minutes, minutes, minutes, Duration.ofMillis(300)),
                () -> { })) {
            Thread worker = Thread.startVirtualThread(
                    () -> failure.set(failure(() -> work.run(() -> slow.longWrite(h -> task.apply(work, h))))));
            worker.join();
        }
        return failure.get();
    }

    private Database connect(int port, Limits limits, Runnable waiting) {
        return Database.connect(new ConnectionSettings(List.of(new Host("127.0.0.1", port)), name, "postgres", Secret.NONE,
                SslMode.DISABLE, Map.of(), false), limits, waiting);
    }

    private int count() {
        return direct.read(h -> h.createQuery("SELECT count(*) FROM t").mapTo(int.class).one());
    }

    private static int one(Handle handle) {
        return handle.createQuery("SELECT 1").mapTo(int.class).one();
    }

    private static StewardException failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(StewardException.class, call);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
