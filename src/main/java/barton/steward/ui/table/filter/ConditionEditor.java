package barton.steward.ui.table.filter;

import barton.steward.catalog.Field;
import barton.steward.model.query.Condition;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Shown;
import barton.steward.ui.virtual.RowsViewModel;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.SearchableComboBox;

/// One condition in a filter: a field, how it is compared, and with what, in controls that fit them.
final class ConditionEditor extends HBox {
    private final SearchableComboBox<Field> field = new SearchableComboBox<>();
    private final ComboBox<Condition.Op> op = new ComboBox<>();
    private final StackPane place = new StackPane();
    private final Runnable onChange;
    private ValueInput value;

    /// @param fields of which one is chosen
    /// @param onChange told of whatever is chosen or typed
    ConditionEditor(RowsViewModel model, List<Field> fields, Runnable onChange) {
        this.onChange = onChange;
        getStyleClass().add("condition-editor");
        setFillHeight(false);
        field.setId("filter-field");
        op.setId("filter-op");
        field.setAccessibleText(Messages.get("filter.field"));
        op.setAccessibleText(Messages.get("filter.op"));
        field.setConverter(Shown.as(f -> Messages.field(model.table(), f)));
        op.setConverter(Shown.as(o -> Messages.get("op." + o)));
        field.getItems().setAll(fields);
        field.valueProperty().addListener((o, was, now) -> {
            op.getItems().setAll(now == null ? List.of() : model.operators(now));
            op.getSelectionModel().selectFirst();
            ask(null);
        });
        op.valueProperty().addListener(o -> ask(null));
        HBox.setHgrow(place, Priority.ALWAYS);
        getChildren().addAll(field, op, place);
        field.getSelectionModel().select(Math.min(1, fields.size() - 1));
    }

    void show(Field first) {
        field.setValue(first);
    }

    void show(Condition condition) {
        field.setValue(condition.field());
        op.setValue(condition.op());
        ask(condition);
    }

    /// @throws IllegalArgumentException where what was typed is no value of the field; the message is a sentence
    Condition condition() {
        return value.condition();
    }

    @Override
    public void requestFocus() {
        value.node().requestFocus();
    }

    private void ask(Condition shown) {
        if (field.getValue() != null && op.getValue() != null) {
            value = ValueInput.of(field.getValue(), op.getValue(), shown, onChange);
            place.getChildren().setAll(value.node() == null ? new Label() : value.node());
            onChange.run();
        }
    }
}
