package barton.steward.db.backup;

import java.util.List;

/// What a backup holds, written last into its file.
/// @param format 1; another one is of a newer program
/// @param database as it was called
/// @param writtenAt when, in ISO 8601
/// @param versions of the migrations that the database had had
record BackupManifest(int format, String database, String writtenAt, List<String> versions, List<Part> tables, List<Numbers> sequences) {
    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";

    /// The rows of a table, as COPY writes them.
    /// @param sha256 over these bytes
    record Part(String table, List<String> columns, long rows, String sha256) {
        String entry() {
            return "rows/" + table;
        }

        /// The statement by which they are read, always in the order in which they stand.
        String out() {
            return "COPY (SELECT " + String.join(", ", columns) + " FROM " + table + ") TO STDOUT";
        }
    }

    /// How far a sequence has come.
    record Numbers(String name, long lastValue, boolean isCalled) {
    }

    long rows() {
        return tables.stream().mapToLong(Part::rows).sum();
    }
}
