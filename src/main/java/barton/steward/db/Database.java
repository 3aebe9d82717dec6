package barton.steward.db;

import barton.steward.config.ConnectionSettings;
import barton.steward.model.StewardException;
import barton.steward.model.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/// A database that stewards work on: the only way to a connection. Every call blocks, so never on the FX thread.
/// Whatever goes wrong comes out as one [barton.steward.model.StewardException]; statements stop where the thread's [Work] is cancelled.
public final class Database implements AutoCloseable {
    private static final int ATTEMPTS = 6;
    private static final String READ_ONLY = "; SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

    /// Does what is left for the end of the transaction, which may take minutes too, so that a commit takes none.
    private static final String NOTHING_LEFT = "SET CONSTRAINTS ALL IMMEDIATE";

    private final Jdbi shortJdbi;
    private final Jdbi longJdbi;
    private final DataSource longWork;
    private final Limits limits;
    private final Failures failures;
    private final DataSource listening;
    private final ConnectionFactory probing;
    private final Answering answering;
    private final boolean pooled;
    private final Runnable closing;
    private final Optional<Standby> standby;
    private final Set<Listening> listeners = ConcurrentHashMap.newKeySet();
    private volatile long lastUse = System.nanoTime();
    private volatile boolean closed;

    private Database(ConnectionFactory shortWork, DataSource longWork, DataSource listening, ConnectionFactory probing, boolean pooled,
                     Optional<ConnectionSettings> standbys, Limits limits, Failures failures, Answering answering, Runnable closing) {
        this.limits = limits;
        this.failures = failures;
        this.answering = answering;
        this.probing = probing;
        this.listening = listening;
        this.pooled = pooled;
        this.closing = closing;
        this.shortJdbi = shortJdbi(shortWork, limits);
        this.longWork = longWork;
        this.longJdbi = jdbi(longWork::getConnection, limits);
        this.standby = standbys.map(s -> new Standby(s, limits, this::glance));
    }

    /// A database that is connected to at its first use, and not before.
    public static Database connect(ConnectionSettings settings) {
        return connect(settings, () -> { });
    }

    /// The same; `waiting` is told, on the working thread, each time that a sleeping or restarting server is waited for.
    public static Database connect(ConnectionSettings settings, Runnable waiting) {
        return connect(settings, Limits.USUAL, waiting);
    }

    /// The same, on a server that is ours to look after: where nobody answers, `revive` starts it again, on any thread, and tells
    /// where it is now.
    public static Database connect(ConnectionSettings settings, Runnable waiting, Supplier<ConnectionSettings> revive) {
        return connect(settings, Limits.USUAL, waiting, Optional.of(revive));
    }

    static Database connect(ConnectionSettings settings, Limits limits, Runnable waiting) {
        return connect(settings, limits, waiting, Optional.empty());
    }

    private static Database connect(ConnectionSettings settings, Limits limits, Runnable waiting,
                                    Optional<Supplier<ConnectionSettings>> revive) {
        Failures failures = Failures.at(settings);
        var answering = new Answering();
        var connections = new Connections(settings, limits,
                failure -> answering.failed(failures.translate(new ConnectionException(failure))), waiting, revive);
        return new Database(connections::forShortWork, connections.forLongWork(), connections.forListening(), connections::forProbe,
                settings.pooled(), settings.standbys(), limits, failures, answering, connections::close);
    }

    /// A database behind any data source, which the caller closes.
    public static Database over(DataSource source) {
        return new Database(source::getConnection, source, source, source::getConnection, false, Optional.empty(), Limits.USUAL,
                Failures.anywhere(), new Answering(), () -> { });
    }

    /// Reads, outside a transaction. Repeated where the connection broke meanwhile.
    public <T> T read(Function<Handle, T> work) {
        lastUse = System.nanoTime();
        return glance(work);
    }

    /// Reads as [#read(Function)] does, from a standby where the settings name one that has all which this program wrote or was told of.
    /// For what a standby can do: nothing is written for it, no lock is taken. What fails there is asked of the primary.
    public <T> T browse(Function<Handle, T> work) {
        if (standby.isEmpty()) {
            return read(work);
        }
        lastUse = System.nanoTime();
        return repeated(() -> standby.get().read(work, () -> glance(work)), e -> false);
    }

    /// What makes a fetch size count: a transaction, outside of which the driver brings every row of an answer at once.
    public static <T> Function<Handle, T> inPortions(Function<Handle, T> work) {
        return handle -> handle.inTransaction(work::apply);
    }

    /// Reads as [#read(Function)] does, without counting as a use: for what looks at the database by itself.
    public <T> T glance(Function<Handle, T> work) {
        return repeated(() -> {
            try (Handle handle = shortJdbi.open()) {
                return work.apply(handle);
            }
        }, Failures::mayReadAgain);
    }

    /// Does one transaction, repeated as a whole where the database says that it may be (serialization failure, deadlock).
    /// Where the reply to its commit is lost, the failure is of kind OUTCOME_UNKNOWN.
    public <T> T write(Function<Handle, T> work) {
        lastUse = System.nanoTime();
        return changing(() -> {
            try (Handle handle = shortJdbi.open()) {
                return transaction(handle, work);
            }
        }, Failures::mayRepeat);
    }

    /// Does one transaction that may take minutes, on a connection of its own; repeated as [#write(Function)] is.
    public <T> T longWrite(Function<Handle, T> work) {
        return changing(() -> onOwnConnection("", handle -> {
            T result = work.apply(handle);
            handle.execute(NOTHING_LEFT);
            return result;
        }), Failures::mayRepeat);
    }

    /// Reads for minutes in one read-only transaction that sees one state of the database, on a connection of its own, so that
    /// a fetch size counts; from a standby as [#browse(Function)] does. Never repeated once the work has begun: where a standby breaks
    /// it off, the failure is of kind BROKEN_OFF, and the next reading is the primary's.
    public <T> T longRead(Function<Handle, T> work) {
        Supplier<T> primary = () -> onOwnConnection(READ_ONLY, work);
        return repeated(standby.isEmpty() ? primary
                : () -> standby.get().longRead(handle -> longTransaction(handle, READ_ONLY, work), primary), e -> false);
    }

    /// Lends connections of their own to a tool that keeps its transactions itself, as migrations do. Never repeated.
    public <T> T lend(Function<DataSource, T> work) {
        return changing(() -> work.apply(longWork), e -> false);
    }

    /// Listens to a channel on a connection of its own for as long as the work lasts. Never repeated, nor is a server waited for.
    public <T> T listen(String channel, Function<Listening, T> work) {
        return repeated(() -> {
            try (var listener = new Listening(listening.getConnection(), channel)) {
                listeners.add(listener);
                try {
                    listener.listen();
                    return work.apply(listener);
                } finally {
                    listeners.remove(listener);
                }
            } catch (SQLException e) {
                throw new UnableToExecuteStatementException(e, null);
            }
        }, e -> false);
    }

    /// What is in the database now is seen by all that is read from now on; for whoever was told of a change that others made.
    public void catchUp() {
        standby.ifPresent(Standby::raise);
    }

    /// Tells, on the thread of whoever asked, when the database could not be asked, and when it answers again after that.
    /// @return what ends it
    public Runnable watch(Consumer<Optional<StewardException>> sink) {
        return answering.watch(sink);
    }

    /// Asks for nothing on a connection opened for that; waits for no server longer than seconds, and does not count as a use.
    public void probe() {
        repeated(() -> {
            try (Connection connection = probing.openConnection(); var statement = connection.createStatement()) {
                return statement.execute("SELECT");
            } catch (SQLException e) {
                throw new ConnectionException(e);
            }
        }, e -> false);
    }

    /// Whether it is known that a transaction pooler stands in front, through which nobody can listen.
    public boolean pooled() {
        return pooled;
    }

    /// How long ago somebody last wanted something of the database.
    public Duration unused() {
        return Duration.ofNanos(System.nanoTime() - lastUse);
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        listeners.forEach(Listening::close);
        closing.run();
        standby.ifPresent(Standby::close);
    }

    private <T> T onOwnConnection(String mode, Function<Handle, T> work) {
        lastUse = System.nanoTime();
        try (Handle handle = longJdbi.open()) {
            return longTransaction(handle, mode, work);
        }
    }

    private <T> T longTransaction(Handle handle, String mode, Function<Handle, T> work) {
        return transaction(handle, h -> {
            h.execute("SET LOCAL statement_timeout = " + limits.longQuery().toMillis() + mode);
            try (var _ = Cancelling.whole(h.getConnection(), limits)) {
                return work.apply(h);
            }
        });
    }

    private <T> T transaction(Handle handle, Function<Handle, T> work) {
        handle.begin();
        T result;
        try {
            result = work.apply(handle);
            Work.checkCancelled();
        } catch (RuntimeException | Error e) {
            rollback(handle, e);
            throw e;
        }
        try (var _ = Cancelling.ending(handle.getConnection(), limits)) {
            answerSoon(handle);
            handle.commit();
        } catch (RuntimeException e) {
            throw Failures.broken(e) ? new LostReply(e) : e;
        }
        return result;
    }

    /// From now on no more is waited for an answer than for short work.
    private void answerSoon(Handle handle) {
        try {
            handle.getConnection().setNetworkTimeout(Runnable::run, (int) limits.socket().toMillis());
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
    }

    private void rollback(Handle handle, Throwable reason) {
        try (var _ = Cancelling.ending(handle.getConnection(), limits)) {
            answerSoon(handle);
            handle.rollback();
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    /// Also where the outcome is not known, what may have been written has to be seen from now on.
    private <T> T changing(Supplier<T> attempt, Predicate<Throwable> again) {
        try {
            return repeated(attempt, again);
        } finally {
            catchUp();
        }
    }

    private <T> T repeated(Supplier<T> attempt, Predicate<Throwable> again) {
        var random = new Random();
        for (int n = 1;; n++) {
            try {
                T result = attempt.get();
                answering.answered();
                return result;
            } catch (LostReply e) {
                throw answering.failed(failures.lostReply(e));
            } catch (RuntimeException e) {
                if (n == ATTEMPTS || Work.isCancelled() || !again.test(e)) {
                    throw answering.failed(failures.translate(e));
                }
            }
            Pause.of(random.nextLong(20L << n));
        }
    }

    static Jdbi shortJdbi(ConnectionFactory opener, Limits limits) {
        Jdbi jdbi = jdbi(opener, limits);
        jdbi.getConfig(SqlStatements.class).setQueryTimeout((int) limits.query().toSeconds());
        return jdbi;
    }

    static Jdbi jdbi(ConnectionFactory opener, Limits limits) {
        Jdbi jdbi = Jdbi.create(opener);
        ColumnTypes.register(jdbi);
        jdbi.getConfig(SqlStatements.class).addCustomizer(new Cancelling(limits));
        return jdbi;
    }
}
