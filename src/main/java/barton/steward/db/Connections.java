package barton.steward.db;

import barton.steward.config.ConnectionSettings;
import barton.steward.model.Work;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/// Gives connections to one database: pooled ones for short questions, new ones for long work. A server that is
/// waking up or restarting is waited for, and one that is ours to start is started again; one that refuses us is not waited for.
final class Connections implements AutoCloseable {
    private static final Duration PROBE = Duration.ofSeconds(5);

    private final Pooled shortWork = new Pooled();
    private final Patient longWork = new Patient();
    private final Meant listening = new Meant();
    private final Meant probing = new Meant();
    private final Limits limits;
    private final Consumer<SQLException> trouble;
    private final Runnable waiting;
    private final Optional<Supplier<ConnectionSettings>> revive;
    private HikariDataSource pool;

    /// @param trouble told, on the working thread, why there is no connection yet, before it is tried for again
    /// @param waiting told there each time that a server is waited for
    Connections(ConnectionSettings settings, Limits limits, Consumer<SQLException> trouble, Runnable waiting,
                Optional<Supplier<ConnectionSettings>> revive) {
        this.trouble = trouble;
        this.limits = limits;
        this.waiting = waiting;
        this.revive = revive;
        leadTo(settings);
    }

    private synchronized void leadTo(ConnectionSettings settings) {
        shortWork.leadTo(settings, limits.socket());
        longWork.leadTo(settings, limits.longSocket());
        listening.leadTo(settings, limits.socket());
        probing.leadTo(settings, PROBE);
    }

    /// A pooled connection. Where the pool is empty its first one is opened here: the pool itself would answer a wrong
    /// password only after its whole time-out.
    Connection forShortWork() throws SQLException {
        HikariDataSource running = pool();
        if (running.getHikariPoolMXBean().getTotalConnections() == 0) {
            shortWork.ready.add(patiently(shortWork::connect));
        }
        return running.getConnection();
    }

    /// Opens a connection of its own at each call.
    DataSource forLongWork() {
        return longWork;
    }

    /// Opens a connection of its own at each call, and waits for no server.
    DataSource forListening() {
        return listening;
    }

    /// A connection of its own, on which nothing is waited for longer than seconds.
    Connection forProbe() throws SQLException {
        return reviving(probing::getConnection);
    }

    private Connection patiently(ConnectionFactory opener) throws SQLException {
        long deadline = System.nanoTime() + limits.patience().toNanos();
        var random = new Random();
        for (long pause = 100;; pause = Math.min(pause * 2, 1000)) {
            try {
                return opener.openConnection();
            } catch (SQLException e) {
                if (!Failures.mayComeBack(e) || System.nanoTime() > deadline) {
                    throw e;
                }
                trouble.accept(e);
            }
            Work.checkCancelled();
            waiting.run();
            Pause.of(pause / 2 + random.nextLong(pause));
        }
    }

    /// Where nobody answers, or one that does not know us, our server is looked for first and started again where it died.
    private Connection reviving(ConnectionFactory opener) throws SQLException {
        try {
            return opener.openConnection();
        } catch (SQLException e) {
            if (revive.isEmpty() || !Failures.mayBeAnother(e)) {
                throw e;
            }
            trouble.accept(e);
            leadTo(revive.get().get());
            return opener.openConnection();
        }
    }

    private synchronized HikariDataSource pool() {
        if (pool == null) {
            pool = pool("steward", shortWork, Duration.ofSeconds(15));
        }
        return pool;
    }

    /// A pool that connects when somebody wants a connection, and lets nobody wait for one longer than `wait`.
    static HikariDataSource pool(String name, DataSource source, Duration wait) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source);
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(0);
        config.setIdleTimeout(60_000);
        config.setMaxLifetime(600_000);
        config.setConnectionTimeout(wait.toMillis());
        config.setValidationTimeout(Math.min(3_000, wait.toMillis()));
        config.setKeepaliveTime(0);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    @Override
    public synchronized void close() {
        if (pool != null) {
            pool.close();
        }
        shortWork.ready.forEach(Connections::drop);
    }

    private static void drop(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Opens connections to the server that is meant, and takes another one at its port for nobody.
    private static class Meant extends PGSimpleDataSource {
        private transient volatile Optional<String> name = Optional.empty();

        void leadTo(ConnectionSettings settings, Duration socketTimeout) {
            Driver.prepare(this, settings, socketTimeout);
            name = settings.server();
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            if (name.isPresent()) {
                check(connection, name.get());
            }
            return connection;
        }

        private static void check(Connection connection, String meant) throws SQLException {
            try (var statement = connection.createStatement(); var answer = statement.executeQuery("SHOW cluster_name")) {
                answer.next();
                if (!meant.equals(answer.getString(1))) {
                    throw new PSQLException("Another server answers at the port of " + meant, PSQLState.CONNECTION_UNABLE_TO_CONNECT);
                }
            } catch (SQLException e) {
                drop(connection);
                throw e;
            }
        }
    }

    /// Opens the pool's connections, those first that were opened for it already.
    private final class Pooled extends Meant {
        private final transient ConcurrentLinkedQueue<Connection> ready = new ConcurrentLinkedQueue<>();

        private Connection connect() throws SQLException {
            return reviving(super::getConnection);
        }

        @Override
        public Connection getConnection() throws SQLException {
            for (Connection opened = ready.poll(); opened != null; opened = ready.poll()) {
                if (opened.isValid(3)) {
                    return opened;
                }
                drop(opened);
            }
            return connect();
        }
    }

    /// Opens connections, and waits for a server that may come back.
    private final class Patient extends Meant {
        @Override
        public Connection getConnection() throws SQLException {
            return patiently(() -> reviving(super::getConnection));
        }
    }
}
