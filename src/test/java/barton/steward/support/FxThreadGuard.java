package barton.steward.support;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javafx.application.Platform;
import javax.sql.DataSource;

/// A database that refuses to be asked on the window's thread.
public final class FxThreadGuard implements DataSource {
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

    private static void refuseWindow() {
        if (Platform.isFxApplicationThread()) {
            throw new AssertionError("a connection was taken on the window's thread");
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
