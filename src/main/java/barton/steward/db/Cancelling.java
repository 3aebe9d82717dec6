package barton.steward.db;

import barton.steward.model.Work;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stops in the database what runs for a cancelled [Work]. Where the server does not heed the cancel in time
/// (a silent network), the connection is cut instead.
final class Cancelling implements StatementCustomizer {
    private static final Logger LOG = LoggerFactory.getLogger(Cancelling.class);

    private final Limits limits;

    Cancelling(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void beforeExecution(PreparedStatement statement, StatementContext context) throws SQLException {
        Work.checkCancelled();
        var running = new Running(statement::cancel, statement.getConnection(), limits.cancelGrace());
        context.addCleanable(running::close);
    }

    /// Stops whatever runs on the connection, COPY included, until closed. Only for a connection that nobody else gets
    /// afterwards: a late cancel could hit the wrong one.
    static Running whole(Connection connection, Limits limits) {
        return new Running(() -> connection.unwrap(PGConnection.class).cancelQuery(), connection, limits.cancelGrace());
    }

    /// For what must not be stopped but may hang: a cancelled work waits for it no longer than the grace, then the connection is cut.
    static Running ending(Connection connection, Limits limits) {
        return new Running(() -> { }, connection, limits.cancelGrace());
    }

    /// Something that runs in the database until it is closed.
    static final class Running implements AutoCloseable {
        private final Stop stop;
        private final Connection connection;
        private final Duration grace;
        private final Work.Registration registration;
        private volatile boolean done;

        Running(Stop stop, Connection connection, Duration grace) {
            this.stop = stop;
            this.connection = connection;
            this.grace = grace;
            this.registration = Work.onCancel(() -> Thread.startVirtualThread(this::cancel));
        }

        /// Asks again until the work has ended, because a cancel that comes before the statement has started is lost.
        private void cancel() {
            long deadline = System.nanoTime() + grace.toNanos();
            try {
                for (long pause = 50; !done && System.nanoTime() < deadline; pause *= 2) {
                    stop.ask();
                    Thread.sleep(Math.min(pause, Math.max(1, (deadline - System.nanoTime()) / 1_000_000)));
                }
            } catch (SQLException | InterruptedException e) {
                LOG.warn("The database could not be asked to cancel", e);
            }
            cut();
        }

        private void cut() {
            try {
                if (!done) {
                    connection.abort(Runnable::run);
                }
            } catch (SQLException e) {
                LOG.warn("A connection could not be cut", e);
            }
        }

        @Override
        public void close() {
            done = true;
            registration.close();
        }
    }

    /// Asks the database to stop.
    interface Stop {
        void ask() throws SQLException;
    }
}
