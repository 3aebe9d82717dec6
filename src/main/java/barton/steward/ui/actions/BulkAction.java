package barton.steward.ui.actions;

import barton.steward.model.history.BulkResult;
import barton.steward.model.query.Reach;
import barton.steward.model.query.Selection;
import java.util.UUID;
import java.util.function.Function;

/// A bulk action of a view: the message key of its texts (`bulk.<name>.…`), which rows of a selection it would change now,
/// and the doing, which is told the announced number and the request.
public record BulkAction(String name, Function<Selection, Reach> counting, Doing doing) {
    /// Changes rows; blocks.
    @FunctionalInterface
    public interface Doing {
        /// @param request the same one where the reply was lost, so that nothing is done twice
        BulkResult perform(Selection selection, long announced, UUID request);
    }
}
