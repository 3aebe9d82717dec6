package barton.steward.ui.table;

import atlantafx.base.theme.Styles;
import barton.steward.ui.support.ChecksPane;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.PaneButton;
import barton.steward.ui.virtual.RowsTable;
import barton.steward.ui.virtual.ViewColumn;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Shows and hides the columns of a table, several at a time. No `ListSelectionView`: in it, a column that is shown again goes to
/// the end, while the table keeps its place.
final class ColumnsButton extends PaneButton {
    private final RowsTable table;

    ColumnsButton(RowsTable table) {
        super(null, new FontIcon(Feather.COLUMNS));
        this.table = table;
        setId("columns");
        getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        setAccessibleText(Messages.get("columns.name"));
        setTooltip(new Tooltip(Messages.get("columns.name")));
    }

    @Override
    protected Node pane() {
        var pane = new ChecksPane("columns-search", Messages.get("columns.search"));
        pane.show(table.getColumns().stream().filter(column -> column.getUserData() instanceof ViewColumn).map(ColumnsButton::box)
                .toList());
        return pane;
    }

    private static CheckBox box(TableColumn<?, ?> column) {
        var box = new CheckBox(column.getText());
        box.setId("column-" + column.getId());
        box.selectedProperty().bindBidirectional(column.visibleProperty());
        return box;
    }
}
