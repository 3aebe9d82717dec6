package barton.steward.ui.support;

import barton.steward.model.BulkResult;
import barton.steward.model.Selection;
import java.util.function.ToLongFunction;

/// A bulk action of a view: the message key of its texts (`bulk.<name>.…`), how many rows of a selection it would change now,
/// and the doing, which is told the announced number.
public record BulkAction(String name, ToLongFunction<Selection> counting, Doing doing) {
    /// Changes rows; blocks.
    @FunctionalInterface
    public interface Doing {
        BulkResult perform(Selection selection, long announced);
    }
}
