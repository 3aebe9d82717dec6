package barton.steward.dao.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.dao.Daos;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.model.Work;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import barton.steward.model.query.Sort;
import barton.steward.service.export.TableExport;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import barton.steward.support.TestReplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Tables read from a standby. What the standby shows is told apart from the primary by pausing its replay.
@Timeout(120)
class StandbyTest {
    private static final String READS = "steward_reads=standby";
    private static final Query INTAKE = Query.all(Table.INTAKE);
    private static final Selection ALL = Selection.all(INTAKE);
    private static TestReplication servers;

    @TempDir
    private Path folder;
    private Database database;
    private Daos daos;

    @BeforeAll
    static void start() throws Exception {
        servers = TestReplication.of(TestPostgres.newest());
    }

    @AfterAll
    static void stop() throws IOException {
        servers.close();
    }

    @BeforeEach
    void connect() {
        TestDatabases.run(servers.primary(), "TRUNCATE intake.company_raw_intake RESTART IDENTITY");
        insert("ours", 3);
        servers.awaitReplay();
        open(READS);
        awaitReadingFrom("standby");
    }

    @AfterEach
    void close() {
        database.close();
        if ("paused".equals(TestDatabases.ask(servers.standby(), "SELECT pg_get_wal_replay_pause_state()"))) {
            servers.resumeReplay();
        }
    }

    @Test
    void everythingThatShowsManyRowsReadsFromTheStandby() {
        servers.pauseReplay();
        insert("theirs", 2);
        assertThat(counts()).allSatisfy((what, rows) -> assertThat(rows).as(what).isEqualTo(3));
    }

    @Test
    void theRowThatIsOpenedComesFromThePrimary() {
        servers.pauseReplay();
        insert("theirs", 1);
        assertThat(daos.tables().row(Table.INTAKE, 4L)).isPresent();
        TestDatabases.run(servers.primary(), "UPDATE intake.company_raw_intake SET company = 'now' WHERE id = 1");
        assertThat(daos.tables().row(Table.INTAKE, 1L).orElseThrow().get(IntakeFields.COMPANY)).isEqualTo("now");
    }

    @Test
    void whatWeWriteIsSeenAtOnceByEverything() {
        servers.pauseReplay();
        insert("theirs", 2);
        Row row = daos.tables().row(Table.INTAKE, 1L).orElseThrow();
        daos.tables().edit(row, Map.of(IntakeFields.COMPANY, "edited"), "ann");
        assertThat(daos.tables().page(INTAKE, Optional.empty(), 10)).extracting(r -> r.get(IntakeFields.COMPANY)).contains("edited");
        assertThat(counts()).allSatisfy((what, rows) -> assertThat(rows).as(what).isEqualTo(5));
        servers.resumeReplay();
        awaitReadingFrom("standby");
        assertThat(counts()).allSatisfy((what, rows) -> assertThat(rows).as(what).isEqualTo(5));
    }

    @Test
    void whatWasThereAtTheStartIsSeen() {
        database.close();
        servers.pauseReplay();
        insert("before", 2);
        open(READS);
        for (int i = 0; i < 5; i++) {
            assertThat(counts()).allSatisfy((what, rows) -> assertThat(rows).as(what).isEqualTo(5));
        }
    }

    @Test
    void whoeverIsToldOfAChangeSeesIt() throws InterruptedException {
        BlockingQueue<Integer> seen = new LinkedBlockingQueue<>();
        try (var _ = daos.changes().follow(tables -> seen.add(daos.tables().page(INTAKE, Optional.empty(), 10).size()))) {
            servers.await("1", () -> TestDatabases.ask(servers.primary(), """
                    SELECT count(*) FROM pg_stat_activity WHERE datname = current_catalog AND query LIKE 'LISTEN%'
                    AND pid <> pg_backend_pid()"""));
            servers.pauseReplay();
            insert("theirs", 2);
            assertThat(seen.poll(30, TimeUnit.SECONDS)).as("rows that the follower saw").isEqualTo(5);
        }
    }

    @Test
    void searchAndOrderWorkOnTheStandby() {
        servers.pauseReplay();
        insert("theirs", 1);
        assertThat(daos.tables().page(INTAKE.searching("our"), Optional.empty(), 10)).hasSize(3);
        for (var field : Table.INTAKE.fields()) {
            assertThat(daos.tables().page(INTAKE.sortedBy(Sort.descending(field)), Optional.empty(), 10)).as(field.name()).hasSize(3);
        }
        assertThat(readFrom()).isEqualTo("standby");
    }

    @Test
    void whatTheStandbyRefusesIsAskedOfThePrimary() {
        var asked = new ArrayList<String>();
        database.browse(handle -> {
            asked.add(place(handle));
            return handle.execute("CREATE TEMP TABLE only_on_a_primary (id INT)");
        });
        assertThat(asked).containsExactly("standby", "primary");
    }

    @Test
    void whatIsInTheWayOfThePrimarysChangesIsAskedOfThePrimary() throws Exception {
        TestDatabases.run(servers.primary(), "DROP TABLE IF EXISTS contested; CREATE TABLE contested (id INT)");
        servers.awaitReplay();
        awaitReadingFrom("standby");
        var asked = new ArrayList<String>();
        Thread reader = Thread.startVirtualThread(() -> database.browse(handle -> {
            asked.add(place(handle));
            return handle.createQuery("SELECT pg_sleep(" + (asked.size() == 1 ? 60 : 0) + ")::text || count(*) FROM contested")
                    .mapTo(String.class).one();
        }));
        servers.await("1", () -> TestDatabases.ask(servers.standby(), """
                SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60)::text%' AND state = 'active'
                AND pid <> pg_backend_pid()"""));
        TestDatabases.run(servers.primary(), "ALTER TABLE contested ADD COLUMN more INT");
        reader.join(30_000);
        assertThat(asked).containsExactly("standby", "primary");
    }

    @Test
    void standbyThatDisappearsDisturbsNobodyAndIsUsedAgain() throws Exception {
        servers.kill("standby");
        try {
            for (int i = 0; i < 20; i++) {
                insert("theirs", 1);
                daos.tables().edit(daos.tables().row(Table.INTAKE, 1L).orElseThrow(), Map.of(IntakeFields.WEBSITE, "w" + i), "ann");
                long there = 4 + i;
                assertThat(counts()).allSatisfy((what, rows) -> assertThat(rows).as(what).isEqualTo(there));
            }
        } finally {
            servers.startStandby();
            servers.awaitReplay();
        }
        awaitReadingFrom("standby");
    }

    @Test
    void readingThatIsBrokenOffSaysSo() throws Exception {
        insert("many", 5_000);
        database.catchUp();
        servers.awaitReplay();
        var rows = new AtomicInteger();
        try {
            var failure = catchThrowableOfType(StewardException.class, () -> daos.tables().stream(ALL, row -> {
                if (rows.incrementAndGet() == 1) {
                    servers.kill("standby");
                }
            }));
            assertThat(failure.kind()).isEqualTo(StewardException.Kind.BROKEN_OFF);
            assertThat(rows).hasValueLessThan(5_003);
            assertThat(counts().get("stream")).isEqualTo(5_003);
        } finally {
            servers.startStandby();
        }
    }

    @Test
    void exportThatIsBrokenOffBeginsAnewOnThePrimary() throws Exception {
        insert("many", 5_000);
        database.catchUp();
        servers.awaitReplay();
        var kills = new AtomicInteger();
        var work = new Work(n -> {
            if (kills.getAndIncrement() == 0) {
                servers.kill("standby");
            }
        });
        try {
            Path file = folder.resolve("out.csv");
            long written = work.run(() -> new TableExport(daos.tables()).toCsv(ALL, List.of(IntakeFields.ID), file, false));
            assertThat(written).isEqualTo(5_003);
            assertThat(Files.readAllLines(file)).hasSize(5_004).doesNotHaveDuplicates();
            assertThat(kills.get()).isGreaterThan(6);
        } finally {
            servers.startStandby();
        }
    }

    @Test
    void withoutTheSettingNobodyGoesToTheStandby() {
        database.close();
        open("target_session_attrs=primary");
        servers.await("0", StandbyTest::ours);
        counts();
        assertThat(readFrom()).isEqualTo("primary");
        assertThat(ours()).isEqualTo("0");
    }

    @Test
    void withTheSettingThePrimaryIsSparedTheReadings() {
        counts();
        servers.await("1", StandbyTest::ours);
        assertThat(TestDatabases.list(servers.standby(), """
                SELECT query FROM pg_stat_activity WHERE application_name = 'Barton Steward'""")).allMatch(q -> q.contains("intake"));
    }

    /// How many rows each way of reading many finds.
    private Map<String, Long> counts() {
        TableDao tables = daos.tables();
        var streamed = new AtomicInteger();
        tables.stream(ALL, row -> streamed.incrementAndGet());
        var valued = new AtomicInteger();
        tables.stream(ALL, List.of(IntakeFields.ID), row -> valued.incrementAndGet());
        Query backwards = INTAKE.sortedBy(Sort.descending(IntakeFields.ID));
        return Map.of("page", (long) tables.page(backwards, Optional.empty(), 1).getFirst().key(),
                "directory", tables.pageIndex(INTAKE, 100, Set.of()).count(),
                "estimate", tables.estimate(INTAKE, 100).count(),
                "count", tables.count(ALL),
                "filtered", tables.count(Selection.all(INTAKE.where(new Condition(IntakeFields.COMPANY, Condition.Op.PRESENT, null)))),
                "facet", tables.facet(INTAKE, IntakeFields.CREATED_AT, 1000).values().stream().mapToLong(v -> v.count()).sum(),
                "stream", streamed.longValue(), "values", valued.longValue());
    }

    private void open(String parameters) {
        database = Database.connect(servers.settings(parameters));
        daos = JdbiDaos.over(database);
    }

    private void awaitReadingFrom(String server) {
        Supplier<String> now = this::readFrom;
        servers.await(server, now);
    }

    private String readFrom() {
        return database.browse(StandbyTest::place);
    }

    private static String place(Handle handle) {
        return handle.createQuery("SELECT CASE WHEN pg_is_in_recovery() THEN 'standby' ELSE 'primary' END").mapTo(String.class).one();
    }

    /// How many of our connections the standby has.
    private static String ours() {
        return TestDatabases.ask(servers.standby(), "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'Barton Steward'");
    }

    private static void insert(String company, int rows) {
        TestDatabases.run(servers.primary(), "INSERT INTO intake.company_raw_intake (company) SELECT '" + company
                + "' FROM generate_series(1, " + rows + ")");
    }
}
