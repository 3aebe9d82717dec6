package barton.steward.model.history;

/// How a bulk action ended.
public sealed interface BulkResult {
    /// So many rows were changed, in the action by which they can be taken back; both 0 where there was nothing to change.
    record Done(long changed, long actionId) implements BulkResult {
    }

    /// The database would have changed another number of rows than was announced, or as many, but not the same or not as they were, so
    /// nothing was changed.
    record CountDiffers(long announced, long actual) implements BulkResult {
    }
}
