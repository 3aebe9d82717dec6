package barton.steward.ui.virtual;

import barton.steward.model.query.Row;
import barton.steward.ui.support.Messages;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Skin;
import javafx.scene.control.TableCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The box at the beginning of a row that picks it.
final class MarkCell extends TableCell<Row, Row> {
    private final StackPane mark = new StackPane(new FontIcon(Feather.CHECK));

    /// @param pick told of a click on the box
    MarkCell(Consumer<MarkCell> pick) {
        getStyleClass().add("mark-cell");
        mark.getStyleClass().add("row-mark");
        setGraphic(mark);
        setAccessibleRole(AccessibleRole.CHECK_BOX);
        setAccessibleText(Messages.get("table.mark"));
        addEventFilter(MouseEvent.MOUSE_PRESSED, e -> {
            if (e.getButton() == MouseButton.PRIMARY && getItem() != null) {
                pick.accept(this);
                e.consume();
            }
        });
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new RowCellSkin(this);
    }

    @Override
    protected void updateItem(Row row, boolean empty) {
        super.updateItem(row, empty);
        mark.setVisible(row != null);
    }
}
