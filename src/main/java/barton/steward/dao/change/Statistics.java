package barton.steward.dao.change;

import java.util.List;
import org.jdbi.v3.core.Handle;

/// What the planner knows of a table. After a table grew a lot at once it would plan for the old one until autovacuum comes along,
/// a minute later or more.
public final class Statistics {
    private static final int MANY = 10_000;

    private Statistics() {
    }

    /// Brings them up to date where so many rows more make a difference, within the transaction that adds them. Does nothing where
    /// the role may not, or where somebody else is at it.
    public static void refresh(Handle handle, long added, List<String> tables) {
        for (String table : tables) {
            boolean grown = added >= MANY && handle.createQuery("""
                    SELECT :added > reltuples / 5 FROM pg_class WHERE oid = :table::regclass""").bind("added", added).bind("table", table)
                   .mapTo(Boolean.class).one();
            if (grown) {
                handle.execute("ANALYZE (SKIP_LOCKED) " + table);
            }
        }
    }
}
