package barton.steward.model.query;

import barton.steward.catalog.Field;
import barton.steward.catalog.Table;

/// An order by one field, ties broken by the key in the same direction; NULLs come last in both directions.
public record Sort(Field field, boolean ascending) {
    public static Sort ascending(Field field) {
        return new Sort(field, true);
    }

    /// The order of a table where nobody asked for another.
    public static Sort usual(Table table) {
        return new Sort(table.usualOrder().field(), table.usualOrder().ascending());
    }

    public static Sort descending(Field field) {
        return new Sort(field, false);
    }
}
