package barton.steward.db;

import barton.steward.config.ConnectionSettings;
import barton.steward.model.StewardException;
import barton.steward.model.StewardException.Kind;
import barton.steward.model.Work;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The standbys of a primary, for readings that are to burden it less. Nobody waits for one: where none is connected, has come far enough
/// or answers, the primary is read from, and a connection is looked for in the background.
final class Standby implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Standby.class);
    private static final Duration REST = Duration.ofSeconds(5);
    private static final Duration LEASE = Duration.ofSeconds(2);
    /// Where a log ends that may hold commits which are not on the disk yet.
    private static final String END_OF_LOG = "SELECT pg_current_wal_insert_lsn()::text";
    private static final String PLACE = """
            SELECT pg_is_in_recovery() AS standby, coalesce(pg_last_wal_replay_lsn() >= :wanted::pg_lsn, false) AS shows""";

    private final Watermark watermark = new Watermark();
    private final Supplier<String> endOfLog;
    private final HikariDataSource pool;
    private final Jdbi shortJdbi;
    private final Jdbi longJdbi;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile boolean connected;
    private volatile String noted = "";
    private volatile long restsUntil = System.nanoTime();

    /// @param primary reads from the primary
    Standby(ConnectionSettings settings, Limits limits, Function<Function<Handle, String>, String> primary) {
        this.endOfLog = () -> primary.apply(handle -> handle.createQuery(END_OF_LOG).mapTo(String.class).one());
        var source = new PGSimpleDataSource();
        Driver.prepare(source, settings, limits.socket());
        this.pool = Connections.pool("standby", source, LEASE);
        this.shortJdbi = Database.shortJdbi(pool::getConnection, limits);
        var own = new PGSimpleDataSource();
        Driver.prepare(own, settings, limits.longSocket());
        this.longJdbi = Database.jdbi(own::getConnection, limits);
    }

    /// Whatever is in the primary now is to be seen by all that is read from now on.
    void raise() {
        watermark.raise();
    }

    /// Reads on a pooled connection, else what `primary` reads.
    <T> T read(Function<Handle, T> work, Supplier<T> primary) {
        if (!connected) {
            look();
            return primary.get();
        }
        return read(shortJdbi, work, primary);
    }

    /// Reads on a connection of its own, else what `primary` reads; but where the work had begun it is not done again, because
    /// somebody may have got a part of it.
    /// @throws StewardException of kind BROKEN_OFF then
    <T> T longRead(Function<Handle, T> work, Supplier<T> primary) {
        return resting() ? primary.get() : read(longJdbi, handle -> {
            try {
                return work.apply(handle);
            } catch (RuntimeException e) {
                throw readElsewhere(e) ? new StewardException(Kind.BROKEN_OFF, "The standby broke off what was read from it.",
                        "Try again: it is read from the primary then.", e) : e;
            }
        }, primary);
    }

    private <T> T read(Jdbi jdbi, Function<Handle, T> work, Supplier<T> primary) {
        String wanted = watermark.position(endOfLog);
        try (Handle handle = jdbi.open()) {
            if (shows(handle, wanted)) {
                return work.apply(handle);
            }
        } catch (RuntimeException e) {
            if (!readElsewhere(e)) {
                throw e;
            }
        }
        return primary.get();
    }

    private static boolean shows(Handle handle, String wanted) {
        return handle.createQuery(PLACE).bind("wanted", wanted).map((result, context) -> {
            if (!result.getBoolean("standby")) {
                throw new SQLException("it is a primary itself now");
            }
            return result.getBoolean("shows");
        }).one();
    }

    /// Whether the primary may answer what failed here; then the standby is left alone for a while, and its connections are not used again.
    private boolean readElsewhere(Throwable failure) {
        boolean elsewhere = !Work.isCancelled() && Failures.mayReadElsewhere(failure);
        if (elsewhere) {
            note("Tables are read from the primary, because of the standby: " + Refusals.message(failure));
            connected = false;
            restsUntil = System.nanoTime() + REST.toNanos();
            pool.getHikariPoolMXBean().softEvictConnections();
        }
        return elsewhere;
    }

    private boolean resting() {
        return System.nanoTime() - restsUntil < 0;
    }

    /// Once, and not every few seconds while it stays so.
    private void note(String now) {
        if (!now.equals(noted)) {
            LOG.info(now);
            noted = now;
        }
    }

    private void look() {
        if (!resting() && looking.compareAndSet(false, true)) {
            Thread.startVirtualThread(() -> {
                try (Connection found = pool.getConnection()) {
                    connected = found.isValid((int) LEASE.toSeconds());
                    note("Tables are read from a standby where it shows what they have to");
                } catch (SQLException e) {
                    readElsewhere(e);
                } finally {
                    looking.set(false);
                }
            });
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
