package barton.steward.ui.table;

import barton.steward.catalog.Field;
import barton.steward.catalog.Table.Order;
import barton.steward.model.query.Row;
import barton.steward.model.query.Sort;
import barton.steward.ui.support.Messages;
import barton.steward.ui.virtual.RowsTable;
import barton.steward.ui.virtual.RowsViewModel;
import barton.steward.ui.virtual.ViewColumn;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.skin.TableColumnHeader;

/// What can be done with a column, at the right button on its header.
final class HeaderMenu extends ContextMenu {
    private final RowsViewModel model;
    private final Field field;

    private HeaderMenu(RowsTable table, TableColumn<Row, ?> column, RowsViewModel model, ColumnLayout layout, Consumer<Field> onFilter) {
        getStyleClass().add("header-menu");
        this.model = model;
        this.field = ((ViewColumn) column.getUserData()).field();
        MenuItem add = item("header.add", () -> model.sort(model.query().sort().then(field, true)));
        MenuItem drop = item("header.drop", this::drop);
        MenuItem filter = item("header.filter", () -> onFilter.accept(field));
        MenuItem hide = item("header.hide", () -> column.setVisible(false));
        MenuItem reset = item("header.reset", layout::reset);
        getItems().addAll(item("header.up", () -> model.sort(Sort.ascending(field))),
                item("header.down", () -> model.sort(Sort.descending(field))), add, drop, new SeparatorMenuItem(), filter, hide,
                item("header.fit", () -> table.fit(column)), new SeparatorMenuItem(), reset);
        setOnShowing(e -> {
            List<Order> orders = model.query().sort().orders();
            boolean sorted = orders.stream().anyMatch(o -> o.field().equals(field));
            add.setDisable(sorted);
            drop.setDisable(!sorted || model.query().sort().equals(model.usualSort()));
            filter.setDisable(model.operators(field).isEmpty());
            hide.setDisable(!layout.canHide(column));
            reset.setDisable(layout.isAsDeclared());
        });
    }

    /// Gives each column of the table its menu.
    /// @param onFilter opens a filter by a field
    static void install(RowsTable table, RowsViewModel model, ColumnLayout layout, Consumer<Field> onFilter) {
        ColumnLayout.columns(table).forEach(column -> column.setContextMenu(new HeaderMenu(table, column, model, layout, onFilter)));
    }

    /// Opens the menu of the marked column, or of the first one, under its header.
    static void open(RowsTable table) {
        TableColumn<Row, ?> column = ColumnLayout.columns(table).filter(TableColumn::isVisible)
                .filter(c -> table.cursor().column().map(c.getUserData()::equals).orElse(true)).findFirst().orElse(null);
        if (column != null) {
            Node header = table.lookupAll(".column-header").stream()
                    .filter(n -> n instanceof TableColumnHeader h && h.getTableColumn() == column).findFirst().orElse(table);
            column.getContextMenu().show(header, Side.BOTTOM, 0, 0);
        }
    }

    private void drop() {
        List<Order> left = model.query().sort().orders().stream().filter(o -> !o.field().equals(field)).toList();
        model.sort(left.isEmpty() ? null : new Sort(left));
    }

    private static MenuItem item(String key, Runnable run) {
        var item = new MenuItem(Messages.get(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(e -> run.run());
        return item;
    }
}
