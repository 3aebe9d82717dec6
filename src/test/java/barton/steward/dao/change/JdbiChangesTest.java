package barton.steward.dao.change;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Table;
import barton.steward.config.ConnectionSettings;
import barton.steward.config.ConnectionSource;
import barton.steward.db.Database;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class JdbiChangesTest {
    private static final ChangeFeed.Pace QUICK = new ChangeFeed.Pace(Duration.ofSeconds(1), Duration.ofMillis(100), Duration.ofMillis(200),
            Duration.ofMinutes(5), Duration.ofMillis(100));
    private static final ChangeFeed.Pace TIRED = new ChangeFeed.Pace(Duration.ofSeconds(1), Duration.ofMillis(100), Duration.ofMillis(200),
            Duration.ofMillis(300), Duration.ofMillis(100));
    private static final Set<Table> ALL = EnumSet.allOf(Table.class);
    private static final String INSERT = "INSERT INTO intake.company_raw_intake (company) VALUES ('New')";
    private static final String LISTENERS = """
            SELECT count(*) FROM pg_stat_activity WHERE datname = current_catalog AND query LIKE 'LISTEN%' AND pid <> pg_backend_pid()""";

    private final TestPostgres server = TestPostgres.newest();
    private final DataSource source = TestDatabases.migrated();
    private final BlockingQueue<Set<Table>> told = new LinkedBlockingQueue<>();
    private Database database = Database.over(source);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatOthersChangeIsToldWithWhatShowsIt() throws InterruptedException {
        try (var _ = follow(QUICK)) {
            listening();
            TestDatabases.run(source, INSERT);
            assertThat(next()).containsExactly(Table.INTAKE);
            TestDatabases.run(source, """
                    INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
                    VALUES ('04.04.01.00.00000.001', 'A', 'https://a.example', 'x')""");
            assertThat(next()).containsExactlyInAnyOrder(Table.INTAKE, Table.MASTER, Table.SLOTS, Table.PEOPLE, Table.COMPANY_SIDECARS);
            TestDatabases.run(source, "TRUNCATE public.shq_validation_log CASCADE");
            assertThat(next()).containsExactly(Table.LOG);
        }
    }

    @Test
    void whatIsRolledBackIsNotTold() throws InterruptedException {
        try (var _ = follow(QUICK)) {
            listening();
            TestDatabases.run(source, "BEGIN; DELETE FROM marketing.people_master; ROLLBACK");
            TestDatabases.run(source, INSERT);
            assertThat(next()).containsExactly(Table.INTAKE);
        }
    }

    @Test
    void allFollowOneConnectionWhichEndsWithTheLast() throws InterruptedException {
        var changes = new JdbiChanges(database, QUICK);
        try (var _ = changes.follow(told::add)) {
            listening();
            changes.follow(told::add).close();
            assertThat(TestDatabases.ask(source, LISTENERS)).isEqualTo("1");
        }
        until(LISTENERS, "0");
        TestDatabases.run(source, INSERT);
        assertThat(told.poll(300, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void theFeedEndsWithItsDatabase() throws InterruptedException {
        follow(QUICK);
        listening();
        database.close();
        until(LISTENERS, "0");
    }

    @Test
    void afterALostConnectionAllTablesMayHaveChanged() throws InterruptedException {
        try (var _ = follow(QUICK)) {
            listening();
            cutListeners();
            assertThat(next()).isEqualTo(ALL);
            TestDatabases.run(source, INSERT);
            assertThat(next()).containsExactly(Table.INTAKE);
        }
    }

    @Test
    void aDatabaseThatNobodyUsesIsNotConnectedToAgainUntilSomebodyDoes() throws InterruptedException {
        try (var _ = follow(TIRED)) {
            listening();
            LockSupport.parkNanos(500_000_000);
            cutListeners();
            until(LISTENERS, "0");
            assertThat(told.poll(1, TimeUnit.SECONDS)).isNull();
            for (int i = 0; i < 600 && told.isEmpty(); i++) {
                database.read(h -> 1);
                LockSupport.parkNanos(1_000_000);
            }
            assertThat(next()).isEqualTo(ALL);
        }
    }

    @Test
    void behindAPoolerTheCountersAreAsked() throws InterruptedException {
        database.close();
        ConnectionSettings settings = ConnectionSource.resolve(Optional.of(server.uri(source) + "&pgbouncer=true"), Map.of()).orElseThrow();
        database = Database.connect(settings);
        assertThat(database.pooled()).isTrue();
        try (var _ = follow(QUICK)) {
            assertThat(changedUntilTold()).containsExactly(Table.INTAKE);
            assertThat(TestDatabases.ask(source, LISTENERS)).isEqualTo("0");
        }
    }

    @Test
    void whereOurOwnWordDoesNotArriveTheCountersAreAsked() throws InterruptedException {
        DataSource elsewhere = server.createDatabase();
        var first = new AtomicBoolean(true);
        database = Database.over(new PGSimpleDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return (first.getAndSet(false) ? elsewhere : source).getConnection();
            }
        });
        try (var _ = follow(QUICK)) {
            assertThat(changedUntilTold()).containsExactly(Table.INTAKE);
        }
    }

    private Changes.Following follow(ChangeFeed.Pace pace) {
        return new JdbiChanges(database, pace).follow(told::add);
    }

    private Set<Table> next() throws InterruptedException {
        return told.poll(20, TimeUnit.SECONDS);
    }

    private Set<Table> changedUntilTold() {
        for (int i = 0; i < 200 && told.isEmpty(); i++) {
            TestDatabases.run(source, INSERT);
            LockSupport.parkNanos(100_000_000);
        }
        return told.poll();
    }

    private void listening() {
        until(LISTENERS, "1");
    }

    private void cutListeners() {
        TestDatabases.run(source, """
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE datname = current_database() AND query LIKE 'LISTEN%' AND pid <> pg_backend_pid()""");
    }

    private void until(String question, String answer) {
        for (int i = 0; i < 400 && !TestDatabases.ask(source, question).equals(answer); i++) {
            LockSupport.parkNanos(25_000_000);
        }
        assertThat(TestDatabases.ask(source, question)).isEqualTo(answer);
    }
}
