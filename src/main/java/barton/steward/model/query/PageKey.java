package barton.steward.model.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A place in a sorted table: the values of the fields it is sorted by (null for NULL) and the key of a row.
public record PageKey(List<Object> sortValues, Object key) {
    public PageKey {
        sortValues = Collections.unmodifiableList(new ArrayList<>(sortValues));
    }

    public static PageKey of(Row row, Sort sort) {
        return new PageKey(sort.orders().stream().map(order -> row.get(order.field())).toList(), row.key());
    }

    /// A place in an order by one field.
    public static PageKey at(Object sortValue, Object key) {
        return new PageKey(Collections.singletonList(sortValue), key);
    }
}
