package barton.steward.support;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.config.ConnectionSettings;
import barton.steward.config.ConnectionSource;
import barton.steward.db.Database;
import barton.steward.db.Schema;
import barton.steward.db.local.ServerRights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// A primary with a migrated database, and a standby that streams from it. Whatever is waited for here is waited for half a minute at most.
public final class TestReplication implements AutoCloseable {
    private static final Duration MOST = Duration.ofSeconds(30);
    /// The limits are those of initdb on both: a standby does not follow a data folder that was ever allowed more than itself.
    private static final String OPTIONS = "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
            + " -c wal_level=replica -c hot_standby=on -c max_standby_streaming_delay=200ms -c wal_retrieve_retry_interval=200ms"
            + " -c timezone=UTC";

    private final TestPostgres programs;
    private final Path folder;
    private final int primaryPort = TestPostgres.freePort();
    private final int standbyPort = TestPostgres.freePort();

    private TestReplication(TestPostgres programs) throws IOException {
        this.programs = programs;
        this.folder = Files.createTempDirectory("steward-test-replication");
    }

    /// Two servers of the same version as the one given.
    public static TestReplication of(TestPostgres programs) throws IOException, InterruptedException {
        var made = new TestReplication(programs);
        try {
            made.start();
        } catch (IOException | RuntimeException | AssertionError e) {
            made.close();
            throw e;
        }
        return made;
    }

    private void start() throws IOException, InterruptedException {
        Path data = folder.resolve("primary");
        ServerRights.give(folder);
        programs.run("initdb", "-D", data.toString(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C",
                "--locale-provider=icu", "--icu-locale=und", "--no-sync");
        Files.writeString(data.resolve("pg_hba.conf"), "host replication postgres 127.0.0.1/32 trust\n", StandardOpenOption.APPEND);
        copy(data, folder.resolve("standby"));
        Files.createFile(folder.resolve("standby/standby.signal"));
        Files.writeString(folder.resolve("standby/postgresql.auto.conf"), "primary_conninfo = 'host=127.0.0.1 port=" + primaryPort
                + " user=postgres application_name=standby'\n", StandardOpenOption.APPEND);
        ServerRights.give(folder);
        start("primary", primaryPort);
        startStandby();
        TestDatabases.run(source(primaryPort, "postgres"), "CREATE DATABASE steward");
        try (Database database = Database.over(primary())) {
            new Schema(database, false, step -> { }).migrate();
        }
        awaitReplay();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    public DataSource primary() {
        return source(primaryPort, "steward");
    }

    public DataSource standby() {
        return source(standbyPort, "steward");
    }

    /// The way to both, the standby first, so that the order of the hosts says nothing.
    public ConnectionSettings settings(String parameters) {
        return ConnectionSource.resolve(Optional.of("postgresql://postgres@127.0.0.1:" + standbyPort + ",127.0.0.1:" + primaryPort
                + "/steward?sslmode=disable&" + parameters), Map.of()).orElseThrow();
    }

    public void startStandby() throws IOException, InterruptedException {
        start("standby", standbyPort);
    }

    /// Ends a server at once, without a farewell to anybody.
    public void kill(String server) {
        try {
            programs.run("pg_ctl", "-D", folder.resolve(server).toString(), "-w", "-m", "immediate", "stop");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public void promote() {
        assertThat(TestDatabases.ask(standby(), "SELECT pg_promote(true, 30)")).as("the standby was promoted").isEqualTo("t");
    }

    /// From now on the standby receives what the primary does, but does not show it.
    public void pauseReplay() {
        TestDatabases.ask(standby(), "SELECT pg_wal_replay_pause()::text");
        await("paused", () -> TestDatabases.ask(standby(), "SELECT pg_get_wal_replay_pause_state()"));
    }

    public void resumeReplay() {
        TestDatabases.ask(standby(), "SELECT pg_wal_replay_resume()::text");
        awaitReplay();
    }

    /// Waits until the standby shows what the primary shows now.
    public void awaitReplay() {
        String end = TestDatabases.ask(primary(), "SELECT pg_current_wal_lsn()");
        await("true", () -> TestDatabases.ask(source(standbyPort, "postgres"), "SELECT (pg_last_wal_replay_lsn() >= '" + end + "')::text"));
    }

    /// Waits for an answer; the failure tells what was answered last and what the standby's log says.
    public void await(String wanted, Supplier<String> question) {
        long deadline = System.nanoTime() + MOST.toNanos();
        String answer = "";
        try {
            while (System.nanoTime() - deadline < 0) {
                answer = question.get();
                if (wanted.equals(answer)) {
                    return;
                }
                Thread.sleep(20);
            }
            throw new AssertionError("waited for “" + wanted + "” and saw “" + answer + "”; the standby says:\n"
                    + lastWords("standby"));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void start(String server, int port) throws IOException, InterruptedException {
        Path log = folder.resolve(server + ".log");
        try {
            programs.run("pg_ctl", "-D", folder.resolve(server).toString(), "-w", "-t", "50", "-l", log.toString(), "-o",
                    OPTIONS.formatted(port), "start");
        } catch (IOException e) {
            throw new IOException("the " + server + " says:\n" + lastWords(server), e);
        }
    }

    private String lastWords(String server) throws IOException {
        var lines = Files.readAllLines(folder.resolve(server + ".log"));
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }

    private static DataSource source(int port, String name) {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(name);
        source.setUser("postgres");
        source.setApplicationName("test");
        return source;
    }

    @Override
    public void close() throws IOException {
        for (String server : new String[] {"standby", "primary"}) {
            if (Files.exists(folder.resolve(server + "/postmaster.pid"))) {
                kill(server);
            }
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }
}
