package barton.steward.model.history;

import barton.steward.catalog.Field;
import barton.steward.model.query.Row;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What some fields of a row become, over the row as it was read. Values are of the field's type, null for NULL.
public record RowChange(Row original, Map<Field, Object> values) {
    public RowChange {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
