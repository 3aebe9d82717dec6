package barton.steward.model.query;

/// A place in a sorted table: the sort field's value (null for NULL) and the key of a row.
public record PageKey(Object sortValue, Object key) {
    public static PageKey of(Row row, Sort sort) {
        return new PageKey(row.get(sort.field()), row.key());
    }
}
