package barton.steward.ui.actions;

import barton.steward.model.query.Reach;
import barton.steward.model.query.Row;
import barton.steward.service.change.BulkChange;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// A bulk action of a view: the message key of its texts (`bulk.<name>.…`), the change of rows that it is, and what the screen knows of
/// its effect on one record, before the database is asked.
public record BulkAction(String name, BulkChange change, Function<Row, Reach> onOne) {
    private static final Reach NOTHING = new Reach(0, List.of(), 0, 0, 0, false);

    /// An action that overrides nothing.
    public BulkAction(String name, BulkChange change) {
        this(name, change, row -> new Reach(1, List.of(row), 0, 0, 0, false));
    }

    /// An action that overrides nothing.
    /// @param pointless for which record the screen shows that there is nothing to do
    static BulkAction unless(Predicate<Row> pointless, String name, BulkChange change) {
        return new BulkAction(name, change, row -> pointless.test(row) ? NOTHING : new Reach(1, List.of(row), 0, 0, 0, false));
    }
}
