package barton.steward.ui.actions;

import barton.steward.service.change.BulkChange;

/// A bulk action of a view: the message key of its texts (`bulk.<name>.…`), and the change of rows that it is.
public record BulkAction(String name, BulkChange change) {
}
