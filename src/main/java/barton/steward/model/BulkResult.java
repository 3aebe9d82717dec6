package barton.steward.model;

/// How a bulk action ended.
public sealed interface BulkResult {
    /// So many rows were changed (0 or more), in the action by which they can be taken back.
    record Done(long changed, long actionId) implements BulkResult {
    }

    /// The database would have changed another number of rows than was announced, so nothing was changed.
    record CountDiffers(long announced, long actual) implements BulkResult {
    }
}
