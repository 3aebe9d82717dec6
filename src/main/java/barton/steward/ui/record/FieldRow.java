package barton.steward.ui.record;

import atlantafx.base.theme.Styles;
import barton.steward.catalog.Display;
import barton.steward.catalog.Field;
import barton.steward.catalog.StoredWords;
import barton.steward.catalog.Table;
import barton.steward.model.query.Row;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ValueFormat;
import barton.steward.ui.virtual.CellRenderers;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A field of the record: its name and its value, which can be edited in place where the field allows it.
/// Enter or leaving the field saves, Escape takes back what was typed. No `ValidationSupport`: it puts a pane of its own above the
/// scene's root, where the dialogs stand, and says what is wrong in a tooltip alone.
final class FieldRow {
    private final RecordViewModel model;
    private final Field field;
    private final boolean editable;
    private final Label name;
    private final VBox value = new VBox();
    private final Optional<WebLink> link;
    private final Label problem = new Label();
    /// Of one line and of several, each made when it is needed first: records come quickly, and controls are dear.
    private final Map<Boolean, FieldEditor> made = new HashMap<>();
    private FieldEditor editor;
    private Row row;
    private Row typedOver;
    private boolean saving;

    /// @param editing whether the field can be edited where it is of that kind
    FieldRow(AppContext context, RecordViewModel model, Table table, Field field, boolean editing) {
        this.model = model;
        this.field = field;
        this.editable = editing && field.editable();
        this.name = new Label(Messages.field(table, field));
        name.getStyleClass().add("field-name");
        GridPane.setValignment(name, VPos.TOP);
        name.setTooltip(new Tooltip(name.getText()));
        link = field.isWebAddress() ? Optional.of(new WebLink(context, field, name.getText())) : Optional.empty();
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

    /// Shows the row's value, but leaves alone what is being typed or saved. Showing another record saves first what was
    /// typed into the one before.
    void show(Row now) {
        boolean same = row != null && RecordId.of(row).equals(RecordId.of(now));
        if (!same) {
            commit();
        }
        boolean unchanged = same && Objects.equals(row.get(field), now.get(field));
        row = now;
        link.ifPresent(l -> l.show(now));
        if (!editable) {
            if (!unchanged) {
                value.getChildren().setAll(withLink(text()), problem);
            }
        } else if (same && (editor.typed() || model.pending(now, field))) {
            typedOver = over(typedOver);
        } else if (unchanged && !saving) {
            typedOver = over(typedOver);
        } else {
            showValue(same);
        }
    }

    /// Saves what was typed into the field, if anything was.
    void commit() {
        if (editor != null && editor.typed()) {
            save();
        }
    }

    /// Whether something was typed that is not saved yet.
    boolean typing() {
        return editor != null && editor.differs();
    }

    void problem(String text) {
        problem.setText(text);
        problem.setVisible(text != null);
    }

    /// Puts the keyboard into the field.
    void focus() {
        if (editor == null) {
            value.requestFocus();
        } else {
            editor.focus();
        }
    }

    private void save() {
        Row over = typedOver;
        editor.told();
        saving = true;
        model.edit(over, field, editor.text());
        if (over == typedOver && !model.pending(over, field) && model.draft(over, field).isEmpty()) {
            showValue(true);
        }
    }

    private void showValue(boolean sameRecord) {
        boolean focused = editor != null && editor.control().isFocused();
        if (focused && !sameRecord) {
            // The keyboard does not go along to another record.
            made.clear();
        }
        FieldEditor fitting = made.computeIfAbsent(FieldEditor.needsLines(field, row.get(field)), this::make);
        if (sameRecord) {
            fitting.show(row.get(field));
        } else {
            fitting.begin(row.get(field));
        }
        if (fitting != editor) {
            editor = fitting;
            name.setLabelFor(editor.control());
            value.getChildren().setAll(withLink(editor.node()), problem);
            if (focused && sameRecord) {
                editor.focus();
            }
        }
        saving = false;
        typedOver = row;
        model.draft(row, field).ifPresent(draft -> {
            typedOver = over(draft.row());
            editor.put(draft.typed());
        });
    }

    /// The row that a save of what is being typed has to find: the one shown now, but the earlier one where somebody else
    /// changed this very field meanwhile.
    private Row over(Row typed) {
        return Objects.equals(typed.get(field), row.get(field)) ? row : typed;
    }

    private FieldEditor make(boolean lines) {
        var mine = new FieldEditor(field, name.getText(), lines);
        mine.control().focusedProperty().addListener((o, was, focused) -> {
            if (was && !focused && mine == editor) {
                commit();
            }
        });
        mine.control().addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        return mine;
    }

    private void onKey(KeyEvent e) {
        boolean newLine = editor.hasLines() && !e.isShortcutDown();
        if (e.getCode() == KeyCode.ENTER && !newLine) {
            if (editor.typed() || model.draft(row, field).isPresent()) {
                save();
            }
            e.consume();
        } else if (e.getCode() == KeyCode.ESCAPE && editor.differs()) {
            editor.reset();
            typedOver = row;
            model.discard(row, field);
            problem(null);
            e.consume();
        }
    }

    private Node withLink(Node shown) {
        HBox.setHgrow(shown, Priority.ALWAYS);
        return link.<Node>map(l -> new HBox(shown, l)).orElse(shown);
    }

    private String words(String stored) {
        return field.display() == Display.NOTES ? StoredWords.of(row.table(), stored) : stored;
    }

    private Node text() {
        Object now = row.get(field);
        if (now instanceof List<?> list && !list.isEmpty()) {
            var chips = new FlowPane();
            chips.getStyleClass().add("cell-chips");
            list.forEach(item -> chips.getChildren().add(CellRenderers.chip(item.toString())));
            return chips;
        }
        Optional<String> unseen = ValueFormat.unseen(now);
        var label = new Label(unseen.orElseGet(() -> now instanceof String ? words(now.toString()) : ValueFormat.text(field, now)));
        label.setId("field-" + field.name());
        label.setWrapText(true);
        label.getStyleClass().addAll("field-text", unseen.isPresent() ? "null-value" : "field-fixed");
        if (now instanceof Instant at) {
            label.setTooltip(new Tooltip(Formats.exactTime(at)));
        }
        return label;
    }
}
