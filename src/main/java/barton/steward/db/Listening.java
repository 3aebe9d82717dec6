package barton.steward.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/// A connection of its own on which arrives what is told on one channel.
public final class Listening implements AutoCloseable {
    /// What is told at the same time comes a little apart.
    private static final long TOGETHER_MILLIS = 50;

    private final Connection connection;
    private final String channel;

    Listening(Connection connection, String channel) {
        this.connection = connection;
        this.channel = channel;
    }

    /// Begins to listen; again, it fails where the server does not answer any more.
    public void listen() {
        try (var statement = connection.createStatement()) {
            statement.execute("LISTEN " + channel);
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
    }

    /// What was told, waiting for it no longer than this; nothing where nothing was. Fails where the connection broke or was closed.
    public List<String> await(Duration most) {
        try {
            PGConnection listener = connection.unwrap(PGConnection.class);
            var told = new ArrayList<>(texts(listener.getNotifications((int) Math.max(1, most.toMillis()))));
            if (!told.isEmpty()) {
                Pause.of(TOGETHER_MILLIS);
                told.addAll(texts(listener.getNotifications()));
            }
            return told;
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
    }

    private static List<String> texts(PGNotification[] notifications) {
        return notifications == null ? List.of() : Stream.of(notifications).map(PGNotification::getParameter).toList();
    }

    /// Cuts the connection, whoever waits on it.
    @Override
    public void close() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
    }
}
