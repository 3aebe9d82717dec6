package barton.steward.ui.virtual;

import barton.steward.model.query.Row;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;

/// A [RowSelection] as the selection model of a table: its ticked rows. It answers for any row and lists none, so that nothing depends on
/// how many are ticked. What a table calls selecting a row alone is moving to it, which ticks nothing.
@SuppressWarnings("rawtypes")
final class QuerySelection extends TableView.TableViewSelectionModel<Row> {
    private static final String ANCHOR = "anchor";

    private final TableView<Row> table;
    private final RowList rows;
    private final RowSelection selection;
    private List<?> range = List.of();
    private Runnable tooLong = () -> { };

    /// @param redraw shows the rows in sight as they are now
    QuerySelection(TableView<Row> table, RowList rows, RowSelection selection, Runnable redraw) {
        super(table);
        this.table = table;
        this.rows = rows;
        this.selection = selection;
        setSelectionMode(SelectionMode.MULTIPLE);
        selection.changesProperty().addListener(o -> redraw.run());
    }

    /// Told where a range is longer than can be ticked row by row.
    void onTooLong(Runnable told) {
        tooLong = told;
    }

    /// The anchor goes where the rows went.
    void follow(RowShift move) {
        if (table.getProperties().get(ANCHOR) instanceof TablePosition<?, ?> at) {
            table.getProperties().put(ANCHOR, new TablePosition<>(table, move.of(at.getRow()), null));
        }
    }

    @Override
    public boolean isSelected(int index) {
        return index >= 0 && index < rows.size() && selection.contains(rows.get(index));
    }

    @Override
    public boolean isSelected(int row, TableColumn<Row, ?> column) {
        return isSelected(row);
    }

    @Override
    public void clearAndSelect(int index) {
        if (move(index)) {
            anchor(index);
        }
    }

    @Override
    public void clearAndSelect(int row, TableColumn<Row, ?> column) {
        clearAndSelect(row);
    }

    @Override
    public void select(int index) {
        if (move(index) && rows.get(index) != null) {
            anchor(index);
            selection.add(List.of(rows.get(index).key()));
        }
    }

    @Override
    public void select(int row, TableColumn<Row, ?> column) {
        select(row);
    }

    @Override
    public void select(Row row) {
        select(rows.indexOf(row));
    }

    /// Ticks from the anchor on; what an earlier call for the same anchor ticked is no longer.
    @Override
    public void selectRange(int start, int end) {
        if (start == end) {
            return;
        }
        int from = Math.min(start, end + 1);
        int to = Math.max(start, end - 1);
        if (!move(end > start ? end - 1 : end + 1)) {
            return;
        }
        if (from <= 0 && to >= rows.size() - 1) {
            selectAll();
            return;
        }
        if (to - from >= RowList.LONGEST_RANGE) {
            tooLong.run();
            return;
        }
        rows.keys(Math.max(0, from), Math.min(to, rows.size() - 1), keys -> {
            selection.remove(range);
            range = keys;
            selection.add(keys);
        });
    }

    @Override
    public void selectRange(int minRow, TableColumnBase<Row, ?> minColumn, int maxRow, TableColumnBase<Row, ?> maxColumn) {
        Object anchor = table.getProperties().get(ANCHOR);
        boolean upwards = anchor instanceof TablePosition<?, ?> at && at.getRow() == maxRow;
        if (upwards) {
            selectRange(maxRow, minRow - 1);
        } else {
            selectRange(minRow, maxRow + 1);
        }
    }

    @Override
    public void selectIndices(int index, int... more) {
        select(index);
        IntStream.of(more).forEach(this::select);
    }

    @Override
    public void selectAll() {
        range = List.of();
        selection.selectAll();
    }

    @Override
    public void clearSelection() {
        range = List.of();
        selection.clear();
    }

    @Override
    public void clearSelection(int index) {
        if (index >= 0 && index < rows.size() && rows.get(index) != null) {
            selection.remove(List.of(rows.get(index).key()));
        }
    }

    @Override
    public void clearSelection(int row, TableColumn<Row, ?> column) {
        clearSelection(row);
    }

    @Override
    public boolean isEmpty() {
        return selection.isEmpty();
    }

    @Override
    public ObservableList<TablePosition> getSelectedCells() {
        return FXCollections.emptyObservableList();
    }

    @Override
    public ObservableList<Integer> getSelectedIndices() {
        return FXCollections.emptyObservableList();
    }

    @Override
    public ObservableList<Row> getSelectedItems() {
        return FXCollections.emptyObservableList();
    }

    @Override
    public void selectPrevious() {
        select(table.getFocusModel().getFocusedIndex() - 1);
    }

    @Override
    public void selectNext() {
        select(table.getFocusModel().getFocusedIndex() + 1);
    }

    @Override
    public void selectFirst() {
        select(0);
    }

    @Override
    public void selectLast() {
        select(rows.size() - 1);
    }

    @Override
    public void selectAboveCell() {
        selectPrevious();
    }

    @Override
    public void selectBelowCell() {
        selectNext();
    }

    @Override
    public void selectLeftCell() {
        // rows are ticked, never cells
    }

    @Override
    public void selectRightCell() {
        // rows are ticked, never cells
    }

    /// Makes the row the current one.
    private boolean move(int index) {
        if (index < 0 || index >= rows.size()) {
            return false;
        }
        table.getFocusModel().focus(index);
        return true;
    }

    private void anchor(int index) {
        range = List.of();
        table.getProperties().put(ANCHOR, new TablePosition<>(table, index, null));
    }
}
