package barton.steward.ui.table.filter;

import barton.steward.catalog.Field;
import barton.steward.model.query.Condition;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// For what is compared with nothing.
record NoInput(Field field, Condition.Op op) implements ValueInput {
    @Override
    public Node node() {
        return new Region();
    }

    @Override
    public Condition condition() {
        return new Condition(field, op, null);
    }
}
