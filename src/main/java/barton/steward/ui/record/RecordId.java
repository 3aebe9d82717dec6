package barton.steward.ui.record;

import barton.steward.catalog.Table;
import barton.steward.model.query.Row;

/// Which record it is: a company and its sidecar have the same key.
public record RecordId(Table table, Object key) {
    public static RecordId of(Row row) {
        return new RecordId(row.table(), row.key());
    }
}
