package barton.steward.ui.table;

import atlantafx.base.theme.Styles;
import barton.steward.catalog.Field;
import barton.steward.model.query.Condition;
import barton.steward.ui.support.Dialogs;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ModalBox;
import barton.steward.ui.support.Shown;
import barton.steward.ui.virtual.RowsViewModel;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SearchableComboBox;

/// Makes or changes one condition: a field, how it is compared, and with what.
final class FilterDialog {
    private final RowsViewModel model;
    private final SearchableComboBox<Field> field = new SearchableComboBox<>();
    private final ComboBox<Condition.Op> op = new ComboBox<>();
    private final TextArea value = new TextArea();
    private final Label problem = new Label();

    FilterDialog(RowsViewModel model) {
        this.model = model;
        field.setId("filter-field");
        op.setId("filter-op");
        value.setId("filter-value");
        problem.setId("filter-problem");
        problem.setWrapText(true);
        problem.getStyleClass().add(Styles.DANGER);
        value.setPrefRowCount(2);
        field.setAccessibleText(Messages.get("filter.field"));
        op.setAccessibleText(Messages.get("filter.op"));
        value.setAccessibleText(Messages.get("filter.value"));
        field.setConverter(Shown.as(f -> Messages.field(model.table(), f)));
        op.setConverter(Shown.as(o -> Messages.get("op." + o)));
        field.getItems().setAll(model.table().fields().stream().filter(f -> !model.operators(f).isEmpty()).toList());
        field.valueProperty().addListener((o, was, now) -> {
            op.getItems().setAll(model.operators(now));
            op.getSelectionModel().selectFirst();
        });
        value.disableProperty().bind(op.valueProperty().map(o -> !Conditions.needsValue(o)).orElse(true));
        field.getSelectionModel().select(Math.min(1, field.getItems().size() - 1));
    }

    /// @param old the condition to change, or null for a new one
    void open(Dialogs dialogs, Condition old, Consumer<Condition> onCondition) {
        if (old != null) {
            field.setValue(old.field());
            op.setValue(old.op());
            value.setText(Conditions.text(old));
        }
        var box = new ModalBox("filter", Messages.get(old == null ? "filter.add" : "filter.change"), content());
        box.cancel(Messages.get("dialog.cancel"));
        box.action("filter-ok", Messages.get("filter.ok"), () -> accept(box, onCondition));
        dialogs.show(box);
    }

    /// Begins with a field.
    void open(Dialogs dialogs, Field first, Consumer<Condition> onCondition) {
        field.setValue(first);
        open(dialogs, (Condition) null, onCondition);
    }

    private void accept(ModalBox box, Consumer<Condition> onCondition) {
        if (Conditions.needsValue(op.getValue()) && value.getText().isBlank()) {
            problem.setText(Messages.get("filter.needs"));
            return;
        }
        try {
            Condition condition = Conditions.parse(field.getValue(), op.getValue(), value.getText());
            box.close();
            onCondition.accept(condition);
        } catch (IllegalArgumentException e) {
            problem.setText(e.getMessage());
        }
    }

    private VBox content() {
        var grid = new GridPane();
        grid.getStyleClass().add("form");
        grid.addRow(0, label("filter.field"), field);
        grid.addRow(1, label("filter.op"), op);
        grid.addRow(2, label("filter.value"), value);
        var content = new VBox(grid, problem);
        content.getStyleClass().add("modal-content");
        return content;
    }

    private static Label label(String key) {
        return new Label(Messages.get(key));
    }
}
