package barton.steward.ui.table;

import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.ui.virtual.ViewColumn;
import java.util.List;

/// What a table view shows: its columns, and the fields that have a menu of their values.
public record TableSpec(Table table, List<ViewColumn> columns, List<Field> facets) {
}
