package barton.steward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.cli.Launcher.Result;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands on a database that the steward names.
class ConfiguredDatabaseIT {
    private static final String CANARY = "canary-in-a-coal-mine";

    private static final String WAITS = """
            SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock')""";

    /// Once, before anything else is said.
    private static final String WARNED = "steward: --db holds a password, which anybody on this machine can see in the list of"
            + " processes. Give the address as STEWARD_DB, or leave the password to ~/.pgpass or PGPASSWORD.\n";

    @TempDir
    private Path home;

    @Test
    void isRefusedUntilItIsMigrated() throws Exception {
        String uri = uri(TestPostgres.newest().createDatabase());

        Result refused = steward().run("--db", uri, "status");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).isEqualTo(WARNED + "steward: The database is empty: Barton Steward has no tables in it yet."
                + " `steward migrate` makes them.\n");
        assertThat(steward().run("--db", uri, "migrate").exitCode()).isZero();
        assertThat(steward().run("--db", uri, "status", "--json").out()).isEqualTo("{\"batches\":[]}\n");
        assertNoCanary();
    }

    @Test
    void isLeftAloneWhereItIsForeign() throws Exception {
        DataSource foreign = TestPostgres.newest().createDatabase();
        execute(foreign, "CREATE TABLE accounts (id INT)");

        Result refused = steward().run("migrate", "--db", uri(foreign), "--json");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.json().propertyNames()).containsExactly("reasons", "advice");
        assertThat(refused.err()).contains("accounts");
    }

    @Test
    void isAdoptedWhereItWasMadeByHand() throws Exception {
        String uri = uri(TestDatabases.byHand(TestPostgres.newest()));

        assertThat(steward().run("migrate", "--db", uri).exitCode()).isEqualTo(1);
        assertThat(steward().run("migrate", "--adopt", "--db", uri, "--json").json().get("adopted").asBoolean()).isTrue();
        assertThat(steward().with("STEWARD_DB", uri).run("status").exitCode()).isZero();
    }

    @Test
    void isLookedAtByTheDoctorWhateverItIs() throws Exception {
        Result empty = steward().run("doctor", "--json", "--db", uri(TestPostgres.newest().createDatabase()));
        Result byHand = steward().run("doctor", "--json", "--db", uri(TestDatabases.byHand(TestPostgres.newest())));

        assertThat(List.of(empty, byHand)).allSatisfy(result -> {
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.json().get("checks").values()).extracting(c -> c.get("name").asString() + " " + c.get("ok").asBoolean())
                    .containsExactly("connection true", "schema false");
        });
        assertThat(empty.out()).contains("The database is empty.");
        assertThat(byHand.out()).contains("migrate --adopt");
    }

    @Test
    void needsOneConnectionAtATime() throws Exception {
        DataSource migrated = TestDatabases.migrated(TestPostgres.newest());
        execute(migrated, "CREATE ROLE loner LOGIN CONNECTION LIMIT 1; GRANT pg_read_all_data TO loner");

        assertThat(steward().run("status", "--json", "--db", uri(migrated).replace("postgres:", "loner:")).out())
                .isEqualTo("{\"batches\":[]}\n");
        assertThat(steward().run("status", "--db", uri(TestPostgres.newest().createDatabase()).replace("postgres:", "loner:")).err())
                .contains("The database is empty");
    }

    @Test
    void endsWith3WhereNothingAnswers() throws Exception {
        Result result = steward().run("status", "--json", "--db", "postgresql://ann:" + CANARY + "@127.0.0.1:1/d?sslmode=disable");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.json().get("error").asString()).isEqualTo("No database answers at 127.0.0.1:1.");
        assertNoCanary();
    }

    @Test
    void endsWith3WhereTheAddressIsWrong() throws Exception {
        Result result = steward().run("status", "--db", "postgresql://ann:" + CANARY + "@127.0.0.1:1/d?sslmode=" + CANARY);

        assertThat(result.exitCode()).isEqualTo(3);
        assertNoCanary();
    }

    @Test
    void lateWorkIsCancelledInTheDatabaseToo() throws Exception {
        DataSource database = TestDatabases.migrated(TestPostgres.newest());
        execute(database, "INSERT INTO intake.company_raw_intake (company, import_batch_id) VALUES ('A', 'B')");
        try (Connection holder = database.getConnection()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("SELECT id FROM intake.company_raw_intake FOR UPDATE");
            Launcher steward = steward();
            Process marking = steward.start("mark", "--batch", "B", "--db", uri(database));
            while (!one(database, WAITS)) {
                assertThat(marking.isAlive()).as("the marking waits for the row").isTrue();
                Thread.onSpinWait();
            }

            marking.destroy();

            assertThat(steward.result(marking).err()).isEqualTo(WARNED + "steward: Cancelled; nothing was changed.\n");
        }
        assertThat(one(database, "SELECT NOT EXISTS (SELECT 1 FROM intake.company_raw_intake WHERE validated)")).isTrue();
    }

    /// Looked at while the webhook waits for its answer, after mail was sent: then everything that knows a secret is running.
    @Test
    void noSecretStandsInTheListOfProcesses() throws Exception {
        DataSource database = TestDatabases.migrated(TestPostgres.newest());
        execute(database, """
                INSERT INTO public.shq_validation_log (validation_run_id, source_table, target_table, total_records, passed_records,
                    failed_records) VALUES ('BAD', 'a', 'b', 2, 1, 1)""");
        var seen = new ArrayList<String>();
        var checking = new CompletableFuture<Process>();
        HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", exchange -> {
            ProcessHandle launched = checking.join().toHandle();
            Stream.concat(Stream.of(launched), launched.descendants()).forEach(p -> seen.add(p.info().commandLine().orElse("")));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.setUser("steward@here.example", "steward", CANARY);
        mail.start();
        web.start();
        try {
            Launcher steward = steward().with("STEWARD_DB", uri(database)).with("STEWARD_SMTP_PASSWORD", CANARY)
                    .with("STEWARD_SMTP", "smtp://steward@127.0.0.1:" + mail.getSmtp().getPort())
                    .with("STEWARD_MAIL_FROM", "steward@here.example")
                    .with("STEWARD_WEBHOOK", "http://127.0.0.1:" + web.getAddress().getPort() + "/" + CANARY);
            checking.complete(steward.start("check", "--mail", "ann@here.example", "--webhook"));

            assertThat(steward.result(checking.join()).err()).isEmpty();
        } finally {
            web.stop(0);
            mail.stop();
        }
        assertThat(seen).isNotEmpty().anyMatch(line -> line.contains("check")).noneMatch(line -> line.contains(CANARY));
        assertNoCanary();
    }

    private Launcher steward() {
        return new Launcher(home);
    }

    /// The servers of tests let everybody in, whatever the password.
    private static String uri(DataSource database) {
        return TestPostgres.newest().uri(database).replace("postgres@", "postgres:" + CANARY + "@");
    }

    private void assertNoCanary() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            assertThat(files.filter(Files::isRegularFile).toList()).isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain(CANARY));
        }
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection c = database.getConnection(); var statement = c.createStatement()) {
            statement.execute(sql);
        }
    }

    private static boolean one(DataSource database, String question) throws SQLException {
        try (Connection c = database.getConnection(); var statement = c.createStatement(); var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getBoolean(1);
        }
    }
}
