package barton.steward.dao.change;

import java.util.List;
import org.jdbi.v3.core.Handle;

/// What the planner knows of a table. After a table grew a lot at once it would plan for the old one until autovacuum comes along,
/// a minute later or more.
public final class Statistics {
    private static final int MANY = 10_000;
    /// Of the table's size before: so many rows more, and what is known of the columns says little.
    private static final int ANOTHER_TABLE = 2;

    private Statistics() {
    }

    /// Brings them up to date where so many rows more make a difference, within the transaction that adds them. Does nothing where
    /// the role may not, or where somebody else is at it.
    public static void refresh(Handle handle, long added, List<String> tables) {
        tables.stream().filter(table -> grown(handle, added, table, "/ 5")).forEach(table -> analyze(handle, table));
    }

    /// The same for rows of which these columns alone tell where they stand; all other columns are left to autovacuum, which still comes,
    /// unless the table is another than it was. For 100,000 rows among as many it takes a fifth of the time.
    public static void refresh(Handle handle, long added, String table, List<String> columns) {
        if (grown(handle, added, table, "/ 5")) {
            boolean another = grown(handle, added, table, "* " + ANOTHER_TABLE);
            analyze(handle, another ? table : table + " (" + String.join(", ", columns) + ")");
        }
    }

    private static boolean grown(Handle handle, long added, String table, String share) {
        return added >= MANY && handle.createQuery("SELECT :added > reltuples " + share + " FROM pg_class WHERE oid = :table::regclass")
                .bind("added", added).bind("table", table).mapTo(Boolean.class).one();
    }

    private static void analyze(Handle handle, String what) {
        handle.execute("ANALYZE (SKIP_LOCKED) " + what);
    }
}
