package barton.steward.db.backup;

import barton.steward.db.backup.BackupManifest.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/// The rows of a table on their way out of a database and into one, in a form that no setting of either changes.
final class BackupRows {
    private static final List<String> PLAIN = List.of("SET LOCAL search_path = ''", "SET LOCAL TimeZone = 'UTC'",
            "SET LOCAL DateStyle = 'ISO, YMD'", "SET LOCAL IntervalStyle = 'postgres'", "SET LOCAL extra_float_digits = 1",
            "SET LOCAL bytea_output = 'hex'", "SET LOCAL synchronize_seqscans = off");

    private final Handle handle;

    /// @param handle in a transaction, whose settings it changes
    BackupRows(Handle handle) {
        this.handle = handle;
        PLAIN.forEach(handle::execute);
    }

    /// Writes a table out and says how many rows it had, and their digest.
    Part write(String table, List<String> columns, OutputStream out) throws IOException, SQLException {
        MessageDigest digest = digest();
        var unread = new Part(table, columns, 0, "");
        long rows = copies().copyOut(unread.out(), new DigestOutputStream(out, digest));
        return new Part(table, columns, rows, HexFormat.of().formatHex(digest.digest()));
    }

    /// Takes a table in.
    void read(Part part, InputStream in) throws IOException, SQLException {
        copies().copyIn("COPY " + part.table() + " (" + String.join(", ", part.columns()) + ") FROM STDIN", in);
    }

    private CopyManager copies() throws SQLException {
        return handle.getConnection().unwrap(PGConnection.class).getCopyAPI();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
