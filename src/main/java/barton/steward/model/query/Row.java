package barton.steward.model.query;

import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import java.util.List;

/// A row of a table as it was read: its values in the order of [Table#fields()] (null for NULL, else the type that
/// [FieldType] names) and its version (`xmin`), by which an edit finds out whether somebody else changed it meanwhile.
public record Row(Table table, List<Object> values, long version) {
    /// The primary key: a `Long` for intake, else a `String`.
    public Object key() {
        return values.getFirst();
    }

    /// The value, or null for NULL.
    public Object get(Field field) {
        int index = table.fields().indexOf(field);
        if (index < 0) {
            throw new IllegalArgumentException(table + " has no field " + field);
        }
        return values.get(index);
    }

    /// The value as text, or null for NULL.
    public String text(Field field) {
        Object value = get(field);
        return value == null ? null : value.toString();
    }
}
