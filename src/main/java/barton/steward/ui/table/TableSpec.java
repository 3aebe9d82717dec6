package barton.steward.ui.table;

import barton.steward.model.Field;
import barton.steward.model.Table;
import java.util.List;

/// What a table view shows: its columns, and the fields that have a menu of their values.
public record TableSpec(Table table, List<ViewColumn> columns, List<Field> facets) {
}
