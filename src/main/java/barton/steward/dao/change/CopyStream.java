package barton.steward.dao.change;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Writes rows into a running COPY in text format, sending whenever enough has come together.
public final class CopyStream implements Consumer<String[]> {
    private static final int SEND_AT = 65_536;

    private final CopyIn copy;
    private final StringBuilder line = new StringBuilder();
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream(SEND_AT * 2);

    private CopyStream(CopyIn copy) {
        this.copy = copy;
    }

    /// Copies rows by the statement; returns their number.
    /// @param rows hands each row to the sink, null for NULL
    public static long copy(Handle handle, String sql, Consumer<Consumer<String[]>> rows) {
        try {
            CopyIn copy = handle.getConnection().unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
            try {
                var stream = new CopyStream(copy);
                rows.accept(stream);
                stream.send();
                return copy.endCopy();
            } catch (RuntimeException | SQLException e) {
                abandon(copy, e);
                throw e;
            }
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
    }

    private static void abandon(CopyIn copy, Exception reason) {
        try {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    @Override
    public void accept(String[] row) {
        line.setLength(0);
        for (int i = 0; i < row.length; i++) {
            line.append(i == 0 ? "" : "\t");
            write(row[i]);
        }
        line.append('\n');
        waiting.writeBytes(line.toString().getBytes(StandardCharsets.UTF_8));
        if (waiting.size() >= SEND_AT) {
            send();
        }
    }

    private void write(String value) {
        if (value == null) {
            line.append("\\N");
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> line.append("\\\\");
                case '\t' -> line.append("\\t");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                default -> line.append(c);
            }
        }
    }

    private void send() {
        try {
            copy.writeToCopy(waiting.toByteArray(), 0, waiting.size());
            waiting.reset();
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
    }
}
