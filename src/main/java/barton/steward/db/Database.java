package barton.steward.db;

import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// A database that stewards work on: the only way to a connection. Every call blocks, so never on the FX thread.
/// Whatever goes wrong comes out as one [barton.steward.model.StewardException]; statements stop where the thread's
/// [barton.steward.model.Work] is cancelled.
public final class Database implements AutoCloseable {
    private final Jdbi jdbi;

    private Database(DataSource source) {
        this.jdbi = Jdbi.create(source);
    }

    /// A database behind any data source, which the caller closes.
    public static Database over(DataSource source) {
        return new Database(source);
    }

    /// Reads, outside a transaction.
    public <T> T read(Function<Handle, T> work) {
        return jdbi.withHandle(work::apply);
    }

    /// Does one transaction, repeated as a whole where the database says that it may be (serialization failure, deadlock).
    public <T> T write(Function<Handle, T> work) {
        return jdbi.inTransaction(work::apply);
    }

    /// Does one transaction that may take minutes, on a connection of its own.
    public <T> T longWrite(Function<Handle, T> work) {
        return jdbi.inTransaction(work::apply);
    }

    /// Reads for minutes in one read-only transaction, on a connection of its own, so that a fetch size counts.
    public <T> T longRead(Function<Handle, T> work) {
        return jdbi.inTransaction(work::apply);
    }

    @Override
    public void close() {
    }
}
