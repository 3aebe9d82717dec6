package barton.steward.model.query;

import barton.steward.catalog.Field;

/// An order by one field, ties broken by the key in the same direction; NULLs come last in both directions.
public record Sort(Field field, boolean ascending) {
    public static Sort ascending(Field field) {
        return new Sort(field, true);
    }

    public static Sort descending(Field field) {
        return new Sort(field, false);
    }
}
