package barton.steward.ui.virtual;

import barton.steward.model.query.Row;

/// How a column's values look in their cells. It gets a cell that was reset, a row that was read, and a value that is not null.
@FunctionalInterface
public interface CellRenderer {
    void show(RowCell cell, Row row, Object value);
}
