package barton.steward.ui.record;

import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import javafx.collections.MapChangeListener;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What the file of a record has besides what fills its columns; not there where it has nothing.
final class BesidesPane extends VBox {
    private final GridPane grid = new GridPane();

    BesidesPane(RecordViewModel model) {
        setId("drawer-besides");
        grid.getStyleClass().add("field-grid");
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(new ColumnConstraints(104), values);
        getChildren().addAll(Nodes.hint(Messages.get("record.besides")), grid);
        model.besides().addListener((MapChangeListener<String, String>) c -> show(model));
        show(model);
    }

    private void show(RecordViewModel model) {
        grid.getChildren().clear();
        model.besides().forEach((header, cell) -> {
            var name = new Label(header);
            name.getStyleClass().add("field-name");
            name.setWrapText(true);
            var value = new Label(cell);
            value.setWrapText(true);
            value.setMnemonicParsing(false);
            GridPane.setValignment(name, VPos.TOP);
            grid.addRow(grid.getRowCount(), name, value);
        });
        setVisible(!model.besides().isEmpty());
        setManaged(isVisible());
    }
}
