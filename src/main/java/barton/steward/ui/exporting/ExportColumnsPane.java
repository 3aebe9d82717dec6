package barton.steward.ui.exporting;

import barton.steward.config.Visible;
import barton.steward.ui.exporting.ExportViewModel.ExportColumn;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import java.util.List;
import javafx.beans.binding.Bindings;
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
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The columns of an export, chosen by their boxes and moved by Alt and an arrow, or by the two buttons.
final class ExportColumnsPane extends VBox {
    private static final int CHECK_COLUMNS = 3;

    private final ExportViewModel model;
    private final GridPane grid = new GridPane();
    private final VBox keptPart = new VBox();
    private ExportColumn current;

    ExportColumnsPane(ExportViewModel model) {
        this.model = model;
        columns(grid);
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
        kept();
        model.kept().addListener((ListChangeListener<ExportColumn>) change -> {
            while (change.next()) {
                if (change.wasAdded() || change.wasRemoved()) {
                    kept();
                    break;
                }
            }
        });
        var all = new VBox(grid, Nodes.shownWhile(Bindings.isNotEmpty(model.kept()), keptPart));
        all.getStyleClass().add("form");
        keptPart.getStyleClass().add("form");
        var scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
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

    /// What had no place in intake, by the headers of the files.
    private void kept() {
        var boxes = columns(new GridPane());
        for (int i = 0; i < model.kept().size(); i++) {
            ExportColumn column = model.kept().get(i);
            var check = new CheckBox(Visible.value(column.field().name()));
            check.setId("export-kept-" + i);
            check.selectedProperty().bindBidirectional(column.chosenProperty());
            boxes.add(check, i % CHECK_COLUMNS, i / CHECK_COLUMNS);
        }
        keptPart.getChildren().setAll(Nodes.heading(Messages.get("export.kept")), boxes);
    }

    private static GridPane columns(GridPane boxes) {
        boxes.getStyleClass().add("form-grid");
        for (int i = 0; i < CHECK_COLUMNS; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / CHECK_COLUMNS);
            boxes.getColumnConstraints().add(column);
        }
        return boxes;
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
