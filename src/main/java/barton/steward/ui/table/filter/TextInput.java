package barton.steward.ui.table.filter;

import barton.steward.catalog.Field;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Condition.Op;
import barton.steward.ui.support.Messages;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A value that is typed, or several, one a line.
final class TextInput implements ValueInput {
    private final TextInputControl control;
    private final Field field;
    private final Op op;

    TextInput(Field field, Op op, Condition shown, Runnable onChange) {
        this.field = field;
        this.op = op;
        this.control = Conditions.takesSeveral(op) ? lines() : new TextField();
        control.setId("filter-value");
        control.setAccessibleText(Messages.get("filter.value"));
        control.setText(shown == null ? "" : Conditions.text(shown));
        control.textProperty().subscribe(onChange::run);
    }

    /// Tab leads on; Enter begins a line.
    private static TextArea lines() {
        var area = new TextArea();
        area.setPrefRowCount(3);
        area.setPromptText(Messages.get("filter.lines"));
        area.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.TAB && !e.isShortcutDown()) {
                area.requestFocusTraversal(e.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                e.consume();
            }
        });
        return area;
    }

    @Override
    public Node node() {
        return control;
    }

    @Override
    public Condition condition() {
        if (control.getText().isBlank()) {
            throw new IllegalArgumentException(Messages.get("filter.needs"));
        }
        return Conditions.parse(field, op, control.getText());
    }
}
