package barton.steward.ui.exporting;

import barton.steward.ui.exporting.ExportViewModel.ExportColumn;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The columns of an export, chosen by their boxes and moved by Alt and an arrow, or by the two buttons.
final class ExportColumnsPane extends VBox {
    private static final int CHECK_COLUMNS = 3;

    private final ExportViewModel model;
    private final GridPane grid = new GridPane();
    private ExportColumn current;

    ExportColumnsPane(ExportViewModel model) {
        this.model = model;
        grid.getStyleClass().add("form-grid");
        for (int i = 0; i < CHECK_COLUMNS; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / CHECK_COLUMNS);
            grid.getColumnConstraints().add(column);
        }
        fill();
        model.columns().addListener((ListChangeListener<ExportColumn>) change -> {
            boolean moved = false;
            while (change.next()) {
                moved |= change.wasAdded();
            }
            if (moved) {
                fill();
            }
        });
        var scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("export-columns");
        getChildren().addAll(head(), scroll);
        getStyleClass().add("form");
    }

    private HBox head() {
        var all = new Hyperlink(Messages.get("export.columns.all"));
        all.setId("export-all");
        all.setOnAction(e -> model.chooseAll(true));
        var none = new Hyperlink(Messages.get("export.columns.none"));
        none.setId("export-none");
        none.setOnAction(e -> model.chooseAll(false));
        var row = new HBox(Nodes.heading(Messages.get("export.columns")), all, none, mover("earlier", -1), mover("later", 1));
        row.getStyleClass().addAll("form-row", "form-actions");
        return row;
    }

    private Button mover(String name, int by) {
        var button = new Button(Messages.get("export.columns." + name));
        button.setId("export-" + name);
        button.setFocusTraversable(false);
        button.setOnAction(e -> move(by));
        return button;
    }

    private void move(int by) {
        if (current != null) {
            ExportColumn moved = current;
            model.move(moved, by);
            grid.lookup("#" + id(moved)).requestFocus();
        }
    }

    private void fill() {
        grid.getChildren().clear();
        List<ExportColumn> columns = model.columns();
        int perColumn = Math.ceilDiv(columns.size(), CHECK_COLUMNS);
        for (int i = 0; i < columns.size(); i++) {
            grid.add(box(columns.get(i)), i / perColumn, i % perColumn);
        }
    }

    private CheckBox box(ExportColumn column) {
        var check = new CheckBox(Messages.field(model.table(), column.field()));
        check.setId(id(column));
        check.selectedProperty().bindBidirectional(column.chosenProperty());
        check.focusedProperty().addListener((o, was, focused) -> {
            if (focused) {
                current = column;
            }
        });
        check.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.isAltDown() && (e.getCode() == KeyCode.UP || e.getCode() == KeyCode.DOWN)) {
                e.consume();
                move(e.getCode() == KeyCode.UP ? -1 : 1);
            }
        });
        return check;
    }

    private static String id(ExportColumn column) {
        return "export-column-" + column.field().name();
    }
}
