package barton.steward.ui.actions;

import barton.steward.model.query.Reach;
import barton.steward.model.query.Row;
import barton.steward.service.change.BulkChange;
import java.util.List;
import java.util.function.Function;

/// A bulk action of a view: the message key of its texts (`bulk.<name>.…`), the change of rows that it is, and what the screen knows of
/// its effect on one record, before the database is asked.
public record BulkAction(String name, BulkChange change, Function<Row, Reach> onOne) {
    /// An action that overrides nothing.
    public BulkAction(String name, BulkChange change) {
        this(name, change, row -> new Reach(1, List.of(row), 0, 0, 0, false));
    }
}
