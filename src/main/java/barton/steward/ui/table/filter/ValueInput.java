package barton.steward.ui.table.filter;

import barton.steward.catalog.Display;
import barton.steward.catalog.Field;
import barton.steward.catalog.FieldType;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Condition.Op;
import javafx.scene.Node;

/// The controls for what a field is compared with, and the condition that they make.
interface ValueInput {
    Node node();

    /// @throws IllegalArgumentException where there is no such condition; the message is a sentence
    Condition condition();

    /// @param shown the condition to begin with, or null
    /// @param onChange told of whatever is typed
    static ValueInput of(Field field, Op op, Condition shown, Runnable onChange) {
        if (op == Op.EMPTY || op == Op.PRESENT) {
            return new NoInput(field, op);
        }
        if (field.type() == FieldType.TIMESTAMP) {
            return new DaysInput(field, op, shown, onChange);
        }
        if (field.type() == FieldType.BOOLEAN) {
            return new YesNoInput(field, op, shown, onChange);
        }
        if (op == Op.BETWEEN) {
            return new RangeInput(field, field.display() == Display.SCORE || field.display() == Display.SHARE, shown, onChange);
        }
        return new TextInput(field, op, shown, onChange);
    }
}
