package barton.steward.ui.virtual;

import barton.steward.model.query.Row;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;

/// A [RowSelection] as the selection model of a table. It answers for any row and reports at most the lead row, so that
/// nothing depends on how many rows are selected.
@SuppressWarnings("rawtypes")
final class QuerySelection extends TableView.TableViewSelectionModel<Row> {
    private static final String ANCHOR = "anchor";

    private final TableView<Row> table;
    private final RowList rows;
    private final RowSelection selection;
    private final Runnable redraw;
    private final ObservableList<TablePosition> cells = FXCollections.observableArrayList();
    private final ObservableList<Integer> indices = FXCollections.observableArrayList();
    private final ObservableList<Row> items = FXCollections.observableArrayList();
    private List<?> range = List.of();
    private int lead = -1;
    private boolean waiting;
    private int focused = -1;
    private Object focusedKey;
    private int question;
    private Runnable tooLong = () -> { };

    /// @param redraw shows the rows in sight as they are now
    QuerySelection(TableView<Row> table, RowList rows, RowSelection selection, Runnable redraw) {
        super(table);
        this.table = table;
        this.rows = rows;
        this.selection = selection;
        this.redraw = redraw;
        setSelectionMode(SelectionMode.MULTIPLE);
        selection.changesProperty().addListener((o, was, now) -> report());
        table.getFocusModel().focusedIndexProperty().addListener(o -> rememberFocus());
        rows.onArrival(() -> {
            if (rows.questions() != question) {
                question = rows.questions();
                focusAgain();
            } else if (focused >= 0 && table.getFocusModel().getFocusedIndex() != Math.min(focused, rows.size() - 1)) {
                focusOn(Math.min(focused, rows.size() - 1));
            }
            rememberFocus();
            if (waiting && rows.get(lead) != null) {
                clearAndSelect(lead);
            }
        });
    }

    /// The row with the keyboard, by its place, which is followed wherever it goes.
    Map<Integer, Object> marks() {
        return focusedKey == null ? Map.of() : Map.of(focused, focusedKey);
    }

    /// Told where a range is longer than can be selected row by row.
    void onTooLong(Runnable told) {
        tooLong = told;
    }

    /// Goes where the rows went.
    void follow(RowShift move) {
        lead = move.of(lead);
        if (table.getProperties().get(ANCHOR) instanceof TablePosition<?, ?> at) {
            table.getProperties().put(ANCHOR, new TablePosition<>(table, move.of(at.getRow()), null));
        }
        focusOn(Math.min(move.of(focused), rows.size() - 1));
        report();
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
        if (!lead(index)) {
            return;
        }
        anchor(index);
        Row row = rows.get(index);
        waiting = row == null;
        if (row == null) {
            selection.clear();
        } else {
            selection.selectOnly(row.key());
        }
        report();
    }

    @Override
    public void clearAndSelect(int row, TableColumn<Row, ?> column) {
        clearAndSelect(row);
    }

    @Override
    public void select(int index) {
        if (lead(index) && rows.get(index) != null) {
            selection.add(List.of(rows.get(index).key()));
            report();
        }
    }

    @Override
    public void select(int row, TableColumn<Row, ?> column) {
        select(row);
    }

    @Override
    public void select(Row row) {
        int index = rows.indexOf(row);
        if (index >= 0) {
            select(index);
        }
    }

    /// Selects from the anchor on; what an earlier call for the same anchor selected is no longer.
    @Override
    public void selectRange(int start, int end) {
        if (start == end) {
            return;
        }
        int from = Math.min(start, end + 1);
        int to = Math.max(start, end - 1);
        if (!lead(end > start ? end - 1 : end + 1)) {
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
            report();
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
        waiting = false;
        selection.clear();
    }

    @Override
    public void clearSelection(int index) {
        if (index >= 0 && index < rows.size() && rows.get(index) != null) {
            lead = index;
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
        return cells;
    }

    @Override
    public ObservableList<Integer> getSelectedIndices() {
        return indices;
    }

    @Override
    public ObservableList<Row> getSelectedItems() {
        return items;
    }

    @Override
    public void selectPrevious() {
        select(lead - 1);
    }

    @Override
    public void selectNext() {
        select(lead + 1);
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
        // rows are selected, never cells
    }

    @Override
    public void selectRightCell() {
        // rows are selected, never cells
    }

    private boolean lead(int index) {
        if (index < 0 || index >= rows.size()) {
            return false;
        }
        lead = index;
        table.getFocusModel().focus(index);
        return true;
    }

    private void anchor(int index) {
        range = List.of();
        table.getProperties().put(ANCHOR, new TablePosition<>(table, index, null));
    }

    /// Among the rows of another query the keyboard stays with its row, where that is among the first, and goes to the first otherwise.
    private void focusAgain() {
        int place = focusedKey == null ? -1 : rows.place(focusedKey);
        focusOn(rows.isEmpty() ? -1 : Math.max(0, place));
    }

    /// Another row may be at the place that has the focus already, so the column is named: only then the model looks at the row anew.
    private void focusOn(int index) {
        table.getFocusModel().focus(index, null);
    }

    private void rememberFocus() {
        if (rows.changing()) {
            return;
        }
        int now = table.getFocusModel().getFocusedIndex();
        Row row = now < 0 || now >= rows.size() ? null : rows.get(now);
        if (row != null || now != focused) {
            focusedKey = row == null ? null : row.key();
        }
        focused = now;
    }

    private void report() {
        Row row = isSelected(lead) ? rows.get(lead) : null;
        setSelectedIndex(row == null ? -1 : lead);
        setSelectedItem(row);
        indices.setAll(row == null ? List.of() : List.of(lead));
        items.setAll(row == null ? List.of() : List.of(row));
        cells.setAll(row == null ? List.of() : List.of(new TablePosition<>(table, lead, null)));
        redraw.run();
    }
}
