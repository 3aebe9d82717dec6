package barton.steward.bench;

import barton.steward.config.ConnectionSettings;
import barton.steward.config.Folders;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.db.Schema;
import barton.steward.db.local.LocalServer;
import barton.steward.model.database.SchemaResult;
import barton.steward.service.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/// A home of its own with the local PostgreSQL exactly as the application starts it (every commit on the disk), the desk on it,
/// and bare connections beside the desk. All of it is gone when it is closed.
final class BenchHome implements AutoCloseable {
    private static final String EXECUTOR = "bench";

    private final Path folder;
    private final LocalServer server;
    private final Database database;
    private final Session session;

    private BenchHome(Path folder) {
        this.folder = folder;
        this.server = LocalServer.join(folders(), step -> { });
        this.database = Database.connect(server.settings());
        if (new Schema(database, false, step -> { }).migrate() instanceof SchemaResult.Refused(var reasons, var advice)) {
            throw new IllegalStateException(reasons + " " + advice);
        }
        this.session = Session.over(JdbiDaos.over(database), "benchmark", EXECUTOR);
    }

    /// A new home; what an earlier run left in the folder is thrown away.
    static BenchHome make(Path folder) throws IOException {
        Path home = folder.toAbsolutePath();
        discard(home);
        return new BenchHome(home);
    }

    /// The home of another process, which is to be left and not to be closed.
    static BenchHome join(Path folder) {
        return new BenchHome(folder);
    }

    Session session() {
        return session;
    }

    /// For files of the benchmark.
    Path file(String name) {
        return folder.resolve(name);
    }

    Path folder() {
        return folder;
    }

    private Folders folders() {
        return Folders.below(folder);
    }

    /// A connection as a program without layers has it; statements are fresh each time, as ours are. By the server's administrator,
    /// who may leave triggers out.
    Connection connect() throws SQLException {
        ConnectionSettings settings = server.settings();
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {settings.hosts().getFirst().name()});
        source.setPortNumbers(new int[] {settings.hosts().getFirst().port()});
        source.setDatabaseName(settings.database());
        source.setUser("postgres");
        source.setPassword(superuserPassword());
        source.setPrepareThreshold(0);
        return source.getConnection();
    }

    private String superuserPassword() {
        try {
            return Files.readString(folders().data().resolve("server/superuser-password"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Does statements of the benchmark's own.
    void execute(String... statements) throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /// Leaves nothing of what was done so far to be cleared up or written out during what is timed next.
    void settle(String... tables) throws SQLException {
        for (String table : tables) {
            execute("VACUUM (ANALYZE) " + table);
        }
        execute("CHECKPOINT");
    }

    void leave() {
        database.close();
        server.close();
    }

    @Override
    public void close() throws IOException {
        leave();
        discard(folder);
    }

    private static void discard(Path folder) throws IOException {
        LocalServer.discard(Folders.below(folder));
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (Path path : all.toList().reversed()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }
}
