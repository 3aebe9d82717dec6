package barton.steward.ui.virtual;

import barton.steward.model.query.Row;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.TableColumn;

/// The cell that the steward is at, in the row with the keyboard, while she works cell by cell.
public final class CellCursor {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current-cell");

    private final RowsTable table;
    private ViewColumn column;

    CellCursor(RowsTable table) {
        this.table = table;
        table.getFocusModel().focusedIndexProperty().addListener(o -> {
            if (isOn()) {
                show();
            }
        });
    }

    /// Whether she works cell by cell.
    public boolean isOn() {
        return column != null;
    }

    /// The column she is in; empty where she works row by row.
    public Optional<ViewColumn> column() {
        return Optional.ofNullable(column);
    }

    public void clear() {
        column = null;
        show();
    }

    /// Goes to a column and brings it into sight.
    public void go(ViewColumn to) {
        column = to;
        columns().filter(c -> c.getUserData().equals(to)).findFirst().ifPresent(table::scrollToColumn);
        show();
    }

    /// Goes so many columns to the right, or to the left; from nowhere to the first.
    public void move(int steps) {
        List<ViewColumn> shown = table.shownColumns().toList();
        if (!shown.isEmpty()) {
            int from = column == null ? -1 : shown.indexOf(column);
            go(shown.get(from < 0 ? 0 : Math.clamp(from + steps, 0, shown.size() - 1)));
        }
    }

    /// The cell on the screen; empty where it is out of sight.
    public Optional<RowCell> cell() {
        return cells().filter(this::isAt).findFirst();
    }

    boolean isAt(RowCell cell) {
        return cell.column().equals(column) && cell.getIndex() == table.getFocusModel().getFocusedIndex();
    }

    void show(RowCell cell) {
        cell.pseudoClassStateChanged(CURRENT, isAt(cell));
    }

    private void show() {
        cells().forEach(this::show);
    }

    private Stream<TableColumn<Row, ?>> columns() {
        return table.getVisibleLeafColumns().stream().filter(c -> c.getUserData() instanceof ViewColumn);
    }

    private Stream<RowCell> cells() {
        return table.lookupAll(".table-cell").stream().filter(RowCell.class::isInstance).map(RowCell.class::cast)
                .filter(cell -> !cell.isEmpty() && cell.isVisible());
    }
}
