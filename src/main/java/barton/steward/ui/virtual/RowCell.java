package barton.steward.ui.virtual;

import barton.steward.catalog.Display;
import barton.steward.catalog.StoredWords;
import barton.steward.model.query.Row;
import barton.steward.ui.support.Clock;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.ValueFormat;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Skin;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// A cell of a column. It forgets everything when it gets another row, and asks nobody for anything.
public final class RowCell extends TableCell<Row, Row> {
    private final ViewColumn column;
    private final CellRenderer renderer;
    private final Pos alignment;
    /// Kept here, because the clock does not hold who listens to it.
    private final InvalidationListener ageing = o -> age();
    private Row shown;
    private FontIcon icon;
    private String mark;
    private String wanted;

    RowCell(ViewColumn column) {
        this.column = column;
        this.renderer = column.renderer();
        this.alignment = column.atRight() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT;
        setAlignment(alignment);
        setOnMouseEntered(e -> setTooltip(hint()));
        if (column.field().display() == Display.AGE) {
            Clock.now().addListener(new WeakInvalidationListener(ageing));
        }
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new RowCellSkin(this);
    }

    /// Touches only what differs: styles are computed anew for whatever is touched, and a page that arrives updates each cell in sight.
    @Override
    protected void updateItem(Row row, boolean empty) {
        super.updateItem(row, empty);
        Row now = empty ? null : row;
        if (getTableView() instanceof RowsTable table) {
            table.cursor().show(this);
        }
        if (now == shown) {
            return;
        }
        shown = now;
        wanted = null;
        Object value = now == null ? null : column.value(now);
        Optional<String> unseen = now == null ? Optional.empty() : ValueFormat.unseen(value);
        if (now == null || unseen.isPresent()) {
            setGraphic(null);
            setText(unseen.orElse(null));
            mark(now == null ? null : "null-value");
        } else {
            renderer.show(this, now, value);
        }
        applyMark();
    }

    /// Says anew how long ago it was.
    private void age() {
        Object value = shown == null ? null : column.value(shown);
        if (value != null) {
            renderer.show(this, shown, value);
        }
    }

    /// Shows a text alone, as most looks do.
    public void text(String text) {
        setGraphic(null);
        setText(text);
    }

    /// Shows something else than a text.
    public void graphic(Node graphic) {
        setText(null);
        setGraphic(graphic);
    }

    /// Shows a text behind an icon.
    public void text(Ikon code, String text) {
        if (icon == null) {
            icon = new FontIcon();
        }
        if (icon.getIconCode() != code) {
            icon.setIconCode(code);
        }
        setGraphic(icon);
        setText(text);
    }

    /// Gives the cell this style class in place of the last one.
    public void mark(String styleClass) {
        wanted = styleClass;
    }

    private void applyMark() {
        if (Objects.equals(mark, wanted)) {
            return;
        }
        if (mark != null && wanted != null) {
            // In one step: with each, all styles of the cell are looked up anew.
            getStyleClass().set(getStyleClass().indexOf(mark), wanted);
        } else if (mark != null) {
            getStyleClass().remove(mark);
        } else {
            getStyleClass().add(wanted);
        }
        mark = wanted;
    }

    public ViewColumn column() {
        return column;
    }

    private Tooltip hint() {
        Row row = getItem();
        Object value = row == null ? null : column.value(row);
        String text = switch (value) {
            case null -> "";
            case Instant at -> Formats.exactTime(at);
            case String notes when column.field().display() == Display.NOTES -> StoredWords.of(column.table(), notes);
            default -> ValueFormat.editable(column.field(), value);
        };
        if (text.isBlank()) {
            return null;
        }
        var tooltip = new Tooltip(text.length() > 2_000 ? text.substring(0, 2_000) + "…" : text);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(480);
        return tooltip;
    }
}
