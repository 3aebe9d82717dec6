package barton.steward.ui.table;

import atlantafx.base.theme.Styles;
import barton.steward.ui.controls.ChecksPane;
import barton.steward.ui.controls.PaneButton;
import barton.steward.ui.support.Messages;
import barton.steward.ui.virtual.RowsTable;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Shows and hides the columns of a table, several at a time. No `ListSelectionView`: in it, a column that is shown again goes to
/// the end, while the table keeps its place.
final class ColumnsButton extends PaneButton {
    private final RowsTable table;
    private final ColumnLayout layout;

    ColumnsButton(RowsTable table, ColumnLayout layout) {
        super(null, new FontIcon(Feather.COLUMNS));
        this.table = table;
        this.layout = layout;
        setId("columns");
        getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        setAccessibleText(Messages.get("columns.name"));
        setTooltip(new Tooltip(Messages.get("columns.name")));
    }

    @Override
    protected Node pane() {
        var pane = new ChecksPane("columns-search", Messages.get("columns.search"));
        pane.show(ColumnLayout.columns(table).map(this::box).toList());
        var reset = new Hyperlink(Messages.get("header.reset"));
        reset.setId("columns-reset");
        reset.setOnAction(e -> layout.reset());
        pane.getChildren().add(reset);
        return pane;
    }

    private CheckBox box(TableColumn<?, ?> column) {
        var box = new CheckBox(column.getText());
        box.setId("column-" + column.getId());
        box.selectedProperty().bindBidirectional(column.visibleProperty());
        box.disableProperty().bind(Bindings.createBooleanBinding(() -> column.isVisible() && !layout.canHide(column),
                table.getVisibleLeafColumns()));
        return box;
    }
}
