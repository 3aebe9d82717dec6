package barton.steward.ui.table;

import barton.steward.model.Row;
import barton.steward.ui.support.Formats;
import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

/// A cell of a column. It forgets everything when it gets another row, and asks nobody for anything.
public final class RowCell extends TableCell<Row, Row> {
    private final Column column;
    private final Pos alignment;
    private String mark;

    RowCell(Column column) {
        this.column = column;
        this.alignment = column.number() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT;
        setAlignment(alignment);
        setOnMouseEntered(e -> setTooltip(hint()));
    }

    @Override
    protected void updateItem(Row row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        setGraphic(null);
        mark(null);
        if (empty || row == null) {
            return;
        }
        Object value = column.value(row);
        if (value == null) {
            setText(Values.NULL);
            mark("null-value");
        } else {
            column.look().show(this, row, value);
        }
    }

    /// Gives the cell this style class in place of the last one; null for none.
    public void mark(String styleClass) {
        if (mark != null) {
            getStyleClass().remove(mark);
        }
        if (styleClass != null) {
            getStyleClass().add(styleClass);
        }
        mark = styleClass;
    }

    public Column column() {
        return column;
    }

    private Tooltip hint() {
        Row row = getItem();
        Object value = row == null ? null : column.value(row);
        String text = value instanceof Instant at ? Formats.exactTime(at) : value == null ? "" : Values.editable(column.field(), value);
        if (text.isBlank()) {
            return null;
        }
        var tooltip = new Tooltip(text.length() > 2_000 ? text.substring(0, 2_000) + "…" : text);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(480);
        return tooltip;
    }
}
