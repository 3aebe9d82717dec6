package barton.steward.ui.record;

import barton.steward.model.Row;
import barton.steward.model.Table;

/// Which record it is: a company and its sidecar have the same key.
record RecordId(Table table, Object key) {
    static RecordId of(Row row) {
        return new RecordId(row.table(), row.key());
    }
}
