package barton.steward.support;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javafx.application.Platform;
import javax.sql.DataSource;

/// A database that refuses to be asked on the window's thread. A test during which it was asked there fails ([FxThreadGuardCheck]),
/// also where the window made a mere message of the refusal.
public final class FxThreadGuard implements DataSource {
    private static final AtomicReference<AssertionError> ASKED = new AtomicReference<>();

    private final DataSource guarded;

    public FxThreadGuard(DataSource guarded) {
        this.guarded = guarded;
    }

    @Override
    public Connection getConnection() throws SQLException {
        refuseWindow();
        return guarded.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        refuseWindow();
        return guarded.getConnection(user, password);
    }

    /// Where the database was first asked on the window's thread since the last call; null where it was not.
    static AssertionError takeAsked() {
        return ASKED.getAndSet(null);
    }

    private static void refuseWindow() {
        if (Platform.isFxApplicationThread()) {
            var asked = new AssertionError("a connection was taken on the window's thread");
            ASKED.compareAndSet(null, asked);
            throw asked;
        }
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return guarded.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        guarded.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        guarded.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return guarded.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return guarded.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return guarded.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return guarded.isWrapperFor(type);
    }
}
