package barton.steward.ui.table.filter;

import barton.steward.catalog.Field;
import barton.steward.model.query.Condition;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Shown;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;

/// A yes or a no.
final class YesNoInput implements ValueInput {
    private final ComboBox<Boolean> choice = new ComboBox<>();
    private final Field field;
    private final Condition.Op op;

    YesNoInput(Field field, Condition.Op op, Condition shown, Runnable onChange) {
        this.field = field;
        this.op = op;
        choice.setId("filter-value");
        choice.setAccessibleText(Messages.get("filter.value"));
        choice.setConverter(Shown.as(yes -> Messages.get(yes ? "value.yes" : "value.no")));
        choice.getItems().setAll(List.of(true, false));
        choice.setValue(shown == null || shown.value() == null || (Boolean) shown.value());
        choice.valueProperty().subscribe(onChange::run);
    }

    @Override
    public Node node() {
        return choice;
    }

    @Override
    public Condition condition() {
        return new Condition(field, op, choice.getValue());
    }
}
