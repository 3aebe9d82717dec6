package barton.steward.ui.virtual;

import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.model.query.Row;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ValueFormat;
import java.util.List;

/// A column of a table on the screen, as the catalog describes its field.
public record ViewColumn(Table table, Field field) {
    /// The columns of a table, in their order.
    public static List<ViewColumn> of(Table table) {
        return table.columns().stream().map(field -> new ViewColumn(table, field)).toList();
    }

    public String title() {
        return Messages.field(table, field);
    }

    public CellRenderer renderer() {
        return CellRenderers.of(field);
    }

    /// Whether its values stand at the right.
    public boolean atRight() {
        return field.type().isNumber() && CellRenderers.isPlain(field);
    }

    /// Whether it is shown until the steward hides it.
    public boolean shownAtFirst() {
        return table.showsAtFirst(field);
    }

    /// The row's value, or null.
    public Object value(Row row) {
        return row.get(field);
    }

    /// The row's value in full, for a copy; blank for NULL.
    public String text(Row row) {
        return ValueFormat.editable(field, value(row));
    }
}
