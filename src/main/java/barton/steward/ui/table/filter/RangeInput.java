package barton.steward.ui.table.filter;

import barton.steward.catalog.Field;
import barton.steward.model.query.Condition;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ValueFormat;
import java.math.BigDecimal;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.event.Event;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.RangeSlider;

/// From one number to another, both included; an end left blank is open. What is a share of a hundred has a slider with two thumbs too.
final class RangeInput implements ValueInput {
    private static final int HUNDRED = 100;

    private final TextField from = new TextField();
    private final TextField to = new TextField();
    private final VBox node;
    private final Field field;

    /// @param ofHundred whether the numbers are from 0 to 100
    RangeInput(Field field, boolean ofHundred, Condition shown, Runnable onChange) {
        this.field = field;
        List<?> values = shown != null && shown.value() instanceof List<?> list ? list : List.of();
        name(from, "filter-from", "filter.from", values.isEmpty() ? "" : ValueFormat.editable(field, values.getFirst()));
        name(to, "filter-to", "filter.to", values.isEmpty() ? "" : ValueFormat.editable(field, values.getLast()));
        var fields = new HBox(word("filter.from"), from, word("filter.to"), to);
        fields.setAlignment(Pos.CENTER_LEFT);
        fields.getStyleClass().add("filter-range");
        HBox.setHgrow(from, Priority.ALWAYS);
        HBox.setHgrow(to, Priority.ALWAYS);
        node = new VBox(fields);
        if (ofHundred) {
            node.getChildren().add(slider());
        }
        from.textProperty().subscribe(onChange::run);
        to.textProperty().subscribe(onChange::run);
    }

    private static Label word(String key) {
        var label = new Label(Messages.get(key));
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static void name(TextField field, String id, String key, String text) {
        field.setId(id);
        field.setAccessibleText(Messages.get(key));
        field.setPrefColumnCount(7);
        field.setText(text);
    }

    /// Says the same as the two fields, whichever of them is used.
    private Node slider() {
        var slider = new Slider(number(from, 0), number(to, HUNDRED));
        slider.setId("filter-slider");
        slider.setAccessibleText(Messages.get("filter.slider"));
        slider.setShowTickMarks(true);
        slider.setShowTickLabels(true);
        slider.setMajorTickUnit(HUNDRED / 4.0);
        slider.setMinorTickCount(0);
        slider.setBlockIncrement(1);
        ChangeListener<Number> pulled = (o, was, now) -> {
            say(from, slider.getLowValue());
            say(to, slider.getHighValue());
        };
        slider.lowValueProperty().addListener(pulled);
        slider.highValueProperty().addListener(pulled);
        from.textProperty().addListener(o -> slider.setLowValue(number(from, 0)));
        to.textProperty().addListener(o -> slider.setHighValue(number(to, HUNDRED)));
        return slider;
    }

    /// Its own style sheet has the colours of another theme, and it keeps Escape from the dialog that it stands in.
    private static final class Slider extends RangeSlider {
        Slider(double low, double high) {
            super(0, HUNDRED, low, high);
            addEventFilter(KeyEvent.KEY_PRESSED, e -> {
                if (e.getCode() == KeyCode.ESCAPE) {
                    Event.fireEvent(getParent(), e.copyFor(getParent(), getParent()));
                    e.consume();
                }
            });
        }

        @Override
        public String getUserAgentStylesheet() {
            return null;
        }
    }

    /// A number that is typed with decimals stays as it was typed.
    private static void say(TextField field, double value) {
        double typed = number(field, Double.NaN);
        if (!(Math.abs(typed - value) <= 1e-9) && !field.isFocused()) {
            field.setText(Long.toString(Math.round(value)));
        }
    }

    private static double number(TextField field, double otherwise) {
        try {
            return new BigDecimal(field.getText().strip()).doubleValue();
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Condition condition() {
        return Conditions.range(field, ValueFormat.parse(field, from.getText()),
                ValueFormat.parse(field, to.getText()));
    }
}
