package barton.steward.ui.table;

import barton.steward.model.Field;
import barton.steward.model.FieldType;
import barton.steward.model.Row;
import barton.steward.model.Table;
import barton.steward.ui.support.Messages;

/// A column of a table as its view declares it: what it shows, how, how wide (in pixels), and whether at first.
public record Column(Table table, Field field, double width, Look look, boolean shownAtFirst) {
    public static Column of(Table table, Field field, double width) {
        return new Column(table, field, width, Looks.of(field), true);
    }

    /// The same with a look of its own.
    public Column as(Look own) {
        return new Column(table, field, width, own, shownAtFirst);
    }

    /// The same, but only shown where the steward asks for it.
    public Column atFirstHidden() {
        return new Column(table, field, width, look, false);
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
        return Values.editable(field, value(row));
    }

    public boolean sortable() {
        return field.type() != FieldType.JSON && field.type() != FieldType.TEXT_ARRAY;
    }

    public boolean number() {
        return field.type() == FieldType.INTEGER || field.type() == FieldType.BIGINT || field.type() == FieldType.NUMERIC;
    }
}
