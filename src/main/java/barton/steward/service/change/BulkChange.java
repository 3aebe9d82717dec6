package barton.steward.service.change;

import barton.steward.dao.change.ExpectedRows;
import barton.steward.model.history.BulkResult;
import barton.steward.model.query.Reach;
import barton.steward.model.query.Selection;
import java.util.UUID;
import java.util.function.Function;

/// Something that is done to many rows at once, in two steps: find out which rows of a selection it would change, then change exactly
/// those, or none where it would be others by now. It stands in the history.
public record BulkChange(Function<Selection, Reach> counting, Doing doing) {
    @FunctionalInterface
    public interface Doing {
        BulkResult perform(Selection selection, long announced, UUID request);
    }

    /// The rows that it would change now.
    public Reach reach(Selection selection) {
        return counting.apply(selection);
    }

    /// Does it to the very rows that were announced.
    public BulkResult perform(Selection selection, Reach announced) {
        return perform(selection, announced, UUID.randomUUID());
    }

    /// The same.
    /// @param request the same one where the reply was lost, so that nothing is done twice
    public BulkResult perform(Selection selection, Reach announced, UUID request) {
        return ExpectedRows.during(announced.digest(), () -> doing.perform(selection, announced.rows(), request));
    }

    public BulkResult perform(Selection selection, long announced) {
        return perform(selection, announced, UUID.randomUUID());
    }

    /// @param request the same one where the reply was lost, so that nothing is done twice
    public BulkResult perform(Selection selection, long announced, UUID request) {
        return doing.perform(selection, announced, request);
    }
}
