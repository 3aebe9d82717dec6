package barton.steward.ui.virtual;

import barton.steward.catalog.Field;
import barton.steward.catalog.FieldType;
import barton.steward.catalog.Table;
import barton.steward.model.query.Row;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ValueFormat;
import java.util.Set;

/// A column of a table as its view declares it: what it shows, how, how wide (in pixels), whether as numbers
/// at the right, and whether at first.
public record ViewColumn(Table table, Field field, double width, CellRenderer look, boolean number, boolean shownAtFirst) {
    private static final Set<FieldType> NUMBERS = Set.of(FieldType.INTEGER, FieldType.BIGINT, FieldType.NUMERIC);

    public static ViewColumn of(Table table, Field field, double width) {
        return new ViewColumn(table, field, width, CellRenderers.of(field), NUMBERS.contains(field.type()), true);
    }

    /// The same with a look of its own, at the left.
    public ViewColumn as(CellRenderer own) {
        return new ViewColumn(table, field, width, own, false, shownAtFirst);
    }

    /// The same, but only shown where the steward asks for it.
    public ViewColumn atFirstHidden() {
        return new ViewColumn(table, field, width, look, number, false);
    }

    public String title() {
        return Messages.field(table, field);
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
