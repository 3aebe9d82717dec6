package barton.steward.model.history;

import barton.steward.catalog.Field;
import barton.steward.model.query.Row;
import java.util.Map;

/// How an edit of one row ended. Nothing was written but for [Saved].
public sealed interface EditResult {
    /// The row as it is now, and the action by which the edit can be taken back; 0 where it had these values already.
    record Saved(Row row, long actionId) implements EditResult {
    }

    /// Somebody else changed the row since it was read: what was wanted, what the row was, what it is now.
    record Conflict(Map<Field, Object> mine, Row original, Row theirs) implements EditResult {
    }

    /// The database does not take the value; the reason is a sentence for the steward.
    record Refused(String reason) implements EditResult {
    }

    /// The row is not there any more.
    record Gone() implements EditResult {
    }
}
