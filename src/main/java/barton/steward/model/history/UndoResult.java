package barton.steward.model.history;

import java.util.List;

/// How taking back an action ended.
public sealed interface UndoResult {
    /// So many rows are as they were before; the taking back is itself an action.
    record Undone(long rows, long actionId) implements UndoResult {
    }

    /// Nothing was changed: rows were changed since, or something depends on them. The reasons are sentences.
    record Refused(List<String> reasons) implements UndoResult {
    }
}
