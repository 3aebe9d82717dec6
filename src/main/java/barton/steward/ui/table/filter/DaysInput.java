package barton.steward.ui.table.filter;

import barton.steward.catalog.Field;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Condition.Op;
import barton.steward.ui.support.Days;
import barton.steward.ui.support.Messages;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Days in the steward's zone: from the beginning of the one to the end of the other.
final class DaysInput implements ValueInput {
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private final HBox node = new HBox();
    private final Field field;
    private final Op op;
    private final Instant least;
    private final Instant most;

    DaysInput(Field field, Op op, Condition shown, Runnable onChange) {
        this.field = field;
        this.op = op;
        List<?> values = shown == null ? List.of() : shown.value() instanceof List<?> list ? list : List.of(shown.value());
        this.least = values.isEmpty() || op == Op.AT_MOST ? null : (Instant) values.getFirst();
        this.most = values.isEmpty() || op == Op.AT_LEAST ? null : (Instant) values.getLast();
        node.setAlignment(Pos.CENTER_LEFT);
        node.getStyleClass().add("filter-range");
        if (op != Op.AT_MOST) {
            add(from, "filter-from", op == Op.AT_LEAST ? "filter.value" : "filter.from", least, onChange);
        }
        if (op != Op.AT_LEAST) {
            add(to, "filter-to", op == Op.AT_MOST ? "filter.value" : "filter.to", most, onChange);
        }
    }

    private void add(DatePicker picker, String id, String key, Instant shown, Runnable onChange) {
        picker.setId(id);
        picker.getEditor().setAccessibleText(Messages.get(key));
        picker.setAccessibleText(Messages.get(key));
        picker.setConverter(Days.CONVERTER);
        picker.setPromptText(Days.PATTERN);
        picker.setValue(shown == null ? null : Days.of(shown));
        picker.getEditor().textProperty().subscribe(onChange::run);
        picker.valueProperty().subscribe(onChange::run);
        if (op == Op.BETWEEN) {
            node.getChildren().add(new Label(Messages.get(key)));
        }
        node.getChildren().add(picker);
    }

    @Override
    public Node node() {
        return node;
    }

    /// A time that was there before and whose day was not changed stays to the second.
    @Override
    public Condition condition() {
        LocalDate first = op == Op.AT_MOST ? null : Days.typed(from);
        LocalDate last = op == Op.AT_LEAST ? null : Days.typed(to);
        Instant begin = first == null ? null : least != null && Days.of(least).equals(first) ? least : Days.begin(first);
        Instant end = last == null ? null : most != null && Days.of(most).equals(last) ? most : Days.end(last);
        return Conditions.range(field, begin, end);
    }
}
