package barton.steward.ui.table;

import atlantafx.base.theme.Styles;
import barton.steward.ui.support.Messages;
import barton.steward.ui.virtual.RowsTable;
import barton.steward.ui.virtual.ViewColumn;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Shows and hides the columns of a table.
final class ColumnsMenu extends MenuButton {
    ColumnsMenu(RowsTable table) {
        super(null, new FontIcon(Feather.COLUMNS));
        setId("columns");
        getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        setAccessibleText(Messages.get("columns.name"));
        setTooltip(new Tooltip(Messages.get("columns.name")));
        for (TableColumn<?, ?> column : table.getColumns()) {
            if (column.getUserData() instanceof ViewColumn) {
                var item = new CheckMenuItem(column.getText());
                item.setId("column-" + column.getId());
                item.setMnemonicParsing(false);
                item.selectedProperty().bindBidirectional(column.visibleProperty());
                getItems().add(item);
            }
        }
    }
}
