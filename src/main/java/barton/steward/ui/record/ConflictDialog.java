package barton.steward.ui.record;

import atlantafx.base.theme.Styles;
import barton.steward.catalog.Field;
import barton.steward.model.history.EditResult;
import barton.steward.model.query.Row;
import barton.steward.ui.support.Dialogs;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ModalBox;
import barton.steward.ui.support.ValueFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// Two stewards changed one record: what it was, what they wrote and what I wrote stand side by side, and I choose per field.
final class ConflictDialog {
    private final EditResult.Conflict conflict;
    private final Map<Field, RadioButton> mine = new HashMap<>();

    private ConflictDialog(EditResult.Conflict conflict) {
        this.conflict = conflict;
    }

    /// @param onChoice told the fields for which the steward's own value was chosen
    static void open(Dialogs dialogs, EditResult.Conflict conflict, Consumer<Map<Field, Object>> onChoice) {
        var dialog = new ConflictDialog(conflict);
        var content = new VBox(Dialogs.paragraph(Messages.get("conflict.text")), dialog.grid());
        content.getStyleClass().add("modal-content");
        var box = new ModalBox("conflict", Messages.get("conflict.title"), content);
        box.cancel(Messages.get("conflict.keep"));
        var chosen = new HashMap<Field, Object>();
        box.action("conflict-ok", Messages.get("conflict.save"), () -> {
            chosen.putAll(dialog.chosen());
            box.close();
        });
        box.onClose(() -> onChoice.accept(chosen));
        dialogs.show(box);
    }

    private Map<Field, Object> chosen() {
        var chosen = new HashMap<Field, Object>();
        mine.forEach((field, button) -> {
            if (button.isSelected()) {
                chosen.put(field, conflict.mine().get(field));
            }
        });
        return chosen;
    }

    private GridPane grid() {
        var grid = new GridPane();
        grid.getStyleClass().add("conflict-grid");
        grid.addRow(0, heading("conflict.field"), heading("conflict.original"), heading("conflict.theirs"), heading("conflict.mine"));
        int line = 1;
        for (Field field : fields()) {
            Row theirs = conflict.theirs();
            var name = new Label(Messages.field(theirs.table(), field));
            var original = text(field, conflict.original().get(field));
            if (conflict.mine().containsKey(field)) {
                var group = new ToggleGroup();
                RadioButton keep = choice("conflict-theirs-" + field.name(), field, theirs.get(field), group);
                RadioButton own = choice("conflict-mine-" + field.name(), field, conflict.mine().get(field), group);
                keep.setSelected(true);
                mine.put(field, own);
                grid.addRow(line++, name, original, keep, own);
            } else {
                grid.addRow(line++, name, original, text(field, theirs.get(field)));
            }
        }
        return grid;
    }

    private List<Field> fields() {
        Row original = conflict.original();
        Row theirs = conflict.theirs();
        return original.table().fields().stream().filter(f -> conflict.mine().containsKey(f)
                || f.editable() && !Objects.equals(original.get(f), theirs.get(f))).toList();
    }

    private static RadioButton choice(String id, Field field, Object value, ToggleGroup group) {
        var button = new RadioButton(words(field, value));
        button.setId(id);
        button.setMnemonicParsing(false);
        button.setWrapText(true);
        button.setToggleGroup(group);
        return button;
    }

    private static Label text(Field field, Object value) {
        var label = new Label(words(field, value));
        label.setWrapText(true);
        label.getStyleClass().addAll(Stream.of(Styles.TEXT_MUTED, value == null ? "null-value" : "conflict-value").toList());
        return label;
    }

    private static String words(Field field, Object value) {
        return ValueFormat.shown(field, value);
    }

    private static Label heading(String key) {
        var label = new Label(Messages.get(key));
        label.getStyleClass().add(Styles.TEXT_BOLD);
        return label;
    }
}
