package barton.steward.ui.record;

import atlantafx.base.theme.Styles;
import barton.steward.model.Field;
import barton.steward.model.FieldType;
import barton.steward.model.Row;
import barton.steward.model.Table;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import barton.steward.ui.table.Looks;
import barton.steward.ui.table.Values;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// A field of the record: its name and its value, which can be edited in place where the field allows it.
/// Enter or leaving the field saves, Escape takes back what was typed.
final class FieldRow {
    /// How many characters fit on a line of the narrowest drawer.
    private static final int LINE = 32;
    private static final int LONG_TEXT = 60;

    private final RecordViewModel model;
    private final Field field;
    private final Label name;
    private final VBox value = new VBox();
    private final Label problem = new Label();
    private TextInputControl editor;
    private Row row;

    FieldRow(RecordViewModel model, Table table, Field field) {
        this.model = model;
        this.field = field;
        this.name = new Label(Messages.field(table, field));
        name.getStyleClass().add("field-name");
        name.setTooltip(new Tooltip(field.name()));
        value.getStyleClass().add("field-value");
        problem.setId("problem-" + field.name());
        problem.setWrapText(true);
        problem.getStyleClass().addAll(Styles.DANGER, Styles.TEXT_SMALL);
        problem.managedProperty().bind(problem.visibleProperty());
        problem.setVisible(false);
    }

    Label name() {
        return name;
    }

    Node value() {
        return value;
    }

    Field field() {
        return field;
    }

    /// Shows the row's value, but leaves alone what is being typed.
    void show(Row now) {
        boolean sameRecord = row != null && row.key().equals(now.key());
        boolean typing = editor != null && editor.isFocused() && sameRecord;
        boolean same = sameRecord && java.util.Objects.equals(row.get(field), now.get(field));
        row = now;
        if (!typing && !(same && !value.getChildren().isEmpty())) {
            value.getChildren().setAll(field.editable() ? editor() : text(), problem);
        }
    }

    void problem(String text) {
        problem.setText(text);
        problem.setVisible(text != null);
    }

    /// Puts the keyboard into the field.
    void focus() {
        Node target = editor == null ? value : editor;
        target.requestFocus();
    }

    private Node editor() {
        String text = Values.editable(field, row.get(field));
        boolean many = field.type() == FieldType.JSON || field.type() == FieldType.TEXT_ARRAY || text.length() > LONG_TEXT;
        editor = many ? area(text) : new TextField(text);
        editor.setId("field-" + field.name());
        editor.setPromptText(Values.NULL);
        editor.setAccessibleText(name.getText());
        editor.getStyleClass().add("field-editor");
        name.setLabelFor(editor);
        TextInputControl mine = editor;
        mine.focusedProperty().addListener((o, was, focused) -> {
            if (was && !focused && mine == editor) {
                model.edit(field, mine.getText());
            }
        });
        mine.addEventFilter(KeyEvent.KEY_PRESSED, e -> onKey(e, mine));
        return mine;
    }

    private TextArea area(String text) {
        var area = new TextArea(text);
        area.setWrapText(true);
        area.setPrefRowCount(Math.clamp(text.lines().count() + text.length() / LINE, 2, 12));
        if (field.type() == FieldType.JSON) {
            area.getStyleClass().add("code");
        }
        return area;
    }

    private void onKey(KeyEvent e, TextInputControl mine) {
        boolean newLine = mine instanceof TextArea && !e.isShortcutDown();
        if (e.getCode() == KeyCode.ENTER && !newLine) {
            model.edit(field, mine.getText());
            e.consume();
        } else if (e.getCode() == KeyCode.ESCAPE && !mine.getText().equals(Values.editable(field, row.get(field)))) {
            mine.setText(Values.editable(field, row.get(field)));
            problem(null);
            e.consume();
        }
    }

    private Node text() {
        editor = null;
        Object now = row.get(field);
        if (now instanceof List<?> list) {
            var chips = new FlowPane();
            chips.getStyleClass().add("cell-chips");
            list.forEach(item -> chips.getChildren().add(Looks.chip(item.toString())));
            return chips;
        }
        var label = new Label(now == null ? Values.NULL : now instanceof String ? now.toString() : Values.text(field, now));
        label.setId("field-" + field.name());
        label.setWrapText(true);
        label.getStyleClass().addAll("field-text", now == null ? "null-value" : "field-fixed");
        if (now instanceof Instant at) {
            label.setTooltip(new Tooltip(Formats.exactTime(at)));
        }
        return label;
    }
}
