package barton.steward.support;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Logger;
import javax.sql.DataSource;

/// A database that lets everybody wait before each thing that is asked of it.
public final class SlowDatabase implements DataSource {
    private final DataSource database;
    private volatile Duration delay;

    public SlowDatabase(DataSource database, Duration delay) {
        this.database = database;
        this.delay = delay;
    }

    /// From now on it answers as quickly as it can.
    public void hurry() {
        delay = Duration.ZERO;
    }

    @Override
    public Connection getConnection() throws SQLException {
        LockSupport.parkNanos(delay.toNanos());
        return database.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        LockSupport.parkNanos(delay.toNanos());
        return database.getConnection(user, password);
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return database.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        database.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        database.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return database.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return database.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return database.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return database.isWrapperFor(type);
    }
}
