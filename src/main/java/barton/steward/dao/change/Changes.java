package barton.steward.dao.change;

import barton.steward.catalog.Table;
import java.util.Set;
import java.util.function.Consumer;

/// Tells which tables look different because somebody, other stewards and ourselves alike, changed something.
/// Told at once where the database lets us listen. Behind a transaction pooler and on a standby it is asked every few seconds
/// instead, less often when it was not used for a minute. After five minutes without use it is left alone, so that a serverless
/// database may fall asleep: the next use wakes the feed again. What may have been missed while a connection was lost is told as all
/// tables.
public interface Changes {
    /// Follows from now on. The sink is called on a thread of the feed, with tables whose rows, or what they show of other tables,
    /// may have changed; it should not take long.
    Following follow(Consumer<Set<Table>> changed);

    /// Somebody who follows, until it is closed.
    interface Following extends AutoCloseable {
        @Override
        void close();
    }
}
