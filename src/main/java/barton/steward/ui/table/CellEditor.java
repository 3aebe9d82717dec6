package barton.steward.ui.table;

import barton.steward.catalog.Field;
import barton.steward.catalog.FieldType;
import barton.steward.model.query.Row;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.ValueFormat;
import barton.steward.ui.virtual.ViewColumn;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What is typed into a cell, over the cell: lines for arrays, JSON and long texts, else one line; below it what is wrong with it.
final class CellEditor extends VBox {
    private static final int LONG_TEXT = 80;
    private static final double LEAST_WIDTH = 160;
    private static final double LINES_WIDTH = 360;

    private final Row row;
    private final ViewColumn column;
    private final TextInputControl control;
    private final Label problem = new Label();
    private final String value;

    /// @param typed what it begins with, or null for the value
    /// @param onKey told of each key before it is typed
    /// @param onLeave told when the keyboard went elsewhere
    CellEditor(Row row, ViewColumn column, String typed, Consumer<KeyEvent> onKey, Consumer<CellEditor> onLeave) {
        this.row = row;
        this.column = column;
        this.value = ValueFormat.editable(column.field(), column.value(row));
        this.control = many(column.field(), value) ? new TextArea() : new TextField();
        getStyleClass().add("cell-editor-box");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.TOP_LEFT);
        control.setId("cell-editor");
        control.setAccessibleText(column.title());
        control.setText(typed == null ? value : typed);
        if (control instanceof TextArea area) {
            area.setWrapText(true);
            area.setPrefRowCount(4);
        }
        control.addEventFilter(KeyEvent.KEY_PRESSED, onKey::accept);
        control.focusedProperty().addListener((o, was, focused) -> {
            if (was && !focused) {
                onLeave.accept(this);
            }
        });
        problem.setId("cell-problem");
        problem.setWrapText(true);
        problem.getStyleClass().add("cell-problem");
        getChildren().addAll(control, Nodes.shownWhile(problem.textProperty().isNotEmpty(), problem));
    }

    private static boolean many(Field field, String text) {
        return field.type() == FieldType.JSON || field.type() == FieldType.TEXT_ARRAY || text.length() > LONG_TEXT || text.contains("\n");
    }

    Row row() {
        return row;
    }

    Field field() {
        return column.field();
    }

    String text() {
        return control.getText();
    }

    boolean changed() {
        return !control.getText().equals(value);
    }

    void say(String fault) {
        problem.setText(fault);
    }

    /// Begins a line where there may be several.
    boolean newLine() {
        if (control instanceof TextArea) {
            control.replaceSelection("\n");
            return true;
        }
        return false;
    }

    /// Over the cell, within the pane.
    void place(Pane within, Node cell) {
        Bounds bounds = within.sceneToLocal(cell.localToScene(cell.getLayoutBounds()));
        double width = Math.min(Math.max(bounds.getWidth(), control instanceof TextArea ? LINES_WIDTH : LEAST_WIDTH), within.getWidth());
        setPrefWidth(width);
        control.setMinHeight(bounds.getHeight());
        applyCss();
        double height = prefHeight(width);
        setTranslateX(Math.clamp(bounds.getMinX(), 0, Math.max(0, within.getWidth() - width)));
        setTranslateY(Math.clamp(bounds.getMinY(), 0, Math.max(0, within.getHeight() - height)));
    }

    /// What was typed already is gone on with; a value is chosen as a whole.
    void begin() {
        control.requestFocus();
        if (control.getText().equals(value)) {
            control.selectAll();
        } else {
            control.end();
        }
    }
}
