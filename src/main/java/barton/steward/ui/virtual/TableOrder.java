package barton.steward.ui.virtual;

import barton.steward.catalog.Table.Order;
import barton.steward.model.query.Row;
import barton.steward.model.query.Sort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The order of the rows and the marks in the headers, which say the same: a click sorts by a column, a Shift+click by it as well, and
/// the database does it.
final class TableOrder {
    private final TableView<Row> table;
    private final RowsViewModel model;
    private final Map<TableColumn<Row, ?>, SortMark> marks = new HashMap<>();
    private boolean rearranging;

    /// @param table with its columns
    TableOrder(TableView<Row> table, RowsViewModel model) {
        this.table = table;
        this.model = model;
        table.getColumns().stream().filter(TableColumn::isSortable).forEach(column -> {
            marks.put(column, new SortMark());
            column.setSortNode(marks.get(column));
        });
        show();
        table.setSortPolicy(t -> {
            if (!rearranging) {
                ask();
            }
            return true;
        });
        model.queryProperty().addListener(o -> show());
    }

    private void show() {
        List<Order> orders = model.query().sort().orders();
        if (!orders.equals(marked())) {
            var columns = new ArrayList<TableColumn<Row, ?>>();
            for (Order order : orders) {
                table.getColumns().stream().filter(c -> c.getUserData() instanceof ViewColumn v && v.field().equals(order.field()))
                        .forEach(column -> {
                            column.setSortType(order.ascending() ? TableColumn.SortType.ASCENDING : TableColumn.SortType.DESCENDING);
                            columns.add(column);
                        });
            }
            table.getSortOrder().setAll(columns);
        }
        mark();
    }

    /// Puts the columns elsewhere, which must not be taken for a wish for another order: a table drops a column it loses from it.
    void rearrange(List<TableColumn<Row, ?>> columns) {
        rearranging = true;
        table.getColumns().setAll(columns);
        rearranging = false;
        show();
    }

    private void ask() {
        List<Order> marked = marked();
        model.sort(marked.isEmpty() ? null : new Sort(marked));
        mark();
    }

    private List<Order> marked() {
        return table.getSortOrder().stream().map(column -> new Order(((ViewColumn) column.getUserData()).field(), ascending(column)))
                .toList();
    }

    private void mark() {
        List<TableColumn<Row, ?>> sorted = table.getSortOrder();
        marks.forEach((column, mark) -> mark.show(ascending(column), sorted.size() < 2 ? 0 : sorted.indexOf(column) + 1));
    }

    private static boolean ascending(TableColumn<Row, ?> column) {
        return column.getSortType() == TableColumn.SortType.ASCENDING;
    }
}
