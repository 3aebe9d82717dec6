package barton.steward.ui.table;

import barton.steward.model.Row;
import barton.steward.ui.support.Messages;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.TableCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The box at the beginning of a row that picks it.
final class MarkCell extends TableCell<Row, Row> {
    private StackPane mark;

    /// @param pick told of a click on the box
    MarkCell(Consumer<MarkCell> pick) {
        getStyleClass().add("mark-cell");
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
    protected void updateItem(Row row, boolean empty) {
        super.updateItem(row, empty);
        setGraphic(empty || row == null ? null : mark());
    }

    private StackPane mark() {
        if (mark == null) {
            mark = new StackPane(new FontIcon(Feather.CHECK));
            mark.getStyleClass().add("row-mark");
        }
        return mark;
    }
}
