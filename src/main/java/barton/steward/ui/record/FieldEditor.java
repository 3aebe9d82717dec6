package barton.steward.ui.record;

import barton.steward.catalog.Field;
import barton.steward.catalog.FieldType;
import barton.steward.ui.support.ValueFormat;
import barton.steward.ui.table.JsonPane;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;

/// What a value is typed into: one line, or as many as the value needs where it has several or may not fit on one. A control cannot hold
/// every text, so what it made of the value, not the value, tells whether something was typed.
final class FieldEditor {
    /// How many characters fit on a line of the narrowest drawer.
    private static final int LINE = 32;
    private static final int MOST_LINES = 12;
    /// What stands left and right of the text.
    private static final double SIDES = 14;

    private final Field field;
    private final TextInputControl control;
    private final Node node;
    private String clean = "";
    private String told = "";

    /// Shows nothing yet.
    /// @param lines whether it is to have several
    FieldEditor(Field field, String name, boolean lines) {
        this.field = field;
        control = lines ? lines() : new TextField();
        control.setId("field-" + field.name());
        control.setAccessibleText(name);
        control.getStyleClass().add("field-editor");
        node = control instanceof TextArea area ? area(field, name, area) : elided();
    }

    TextInputControl control() {
        return control;
    }

    Node node() {
        return node;
    }

    /// Whether the value has lines, or may have: then Enter begins one. A long text that is shown on several has none.
    boolean hasLines() {
        return field.type() == FieldType.JSON || field.type() == FieldType.TEXT_ARRAY || clean.indexOf('\n') >= 0;
    }

    /// Puts the keyboard into the control.
    void focus() {
        if (node instanceof JsonPane json) {
            json.edit();
        } else {
            control.requestFocus();
        }
    }

    String text() {
        return control.getText();
    }

    /// Whether something was typed that nobody was told of yet.
    boolean typed() {
        return !text().equals(told);
    }

    /// Whether what stands there is not the value.
    boolean differs() {
        return !text().equals(clean);
    }

    /// What stands there is being saved.
    void told() {
        told = text();
    }

    /// Shows the value again.
    void reset() {
        put(clean);
    }

    /// Shows another value of the same record.
    void show(Object value) {
        put(prepared(value));
        clean = text();
    }

    /// Shows the value of another record: nothing that was typed before can be brought back into it.
    void begin(Object value) {
        control.setText(prepared(value));
        if (control instanceof TextArea area) {
            area.setScrollTop(0);
        }
        clean = text();
        told = clean;
    }

    private String prepared(Object value) {
        control.setPromptText(prompt(value));
        return ValueFormat.editable(field, value);
    }

    /// Shows what was typed and not saved.
    void put(String text) {
        if (!text.equals(text())) {
            control.setText(text);
        }
        told = text();
    }

    /// Nothing and an empty text both show nothing.
    private static String prompt(Object value) {
        return "".equals(value) || value instanceof List<?> ? ValueFormat.unseen(value).orElse(ValueFormat.NULL) : ValueFormat.NULL;
    }

    /// Whether a value has, or may have, several lines, or is too long for one.
    static boolean needsLines(Field field, Object value) {
        String text = ValueFormat.editable(field, value);
        return field.type() == FieldType.JSON || field.type() == FieldType.TEXT_ARRAY || text.length() > LINE
                || text.chars().anyMatch(c -> c == '\n' || c == '\r' || c == '\t');
    }

    /// As high as its text is, at the width that it has.
    private static TextArea lines() {
        var area = new TextArea();
        area.setWrapText(true);
        var measure = new Text();
        Runnable fit = () -> {
            if (area.getWidth() <= 0) {
                area.setPrefRowCount(Math.clamp(area.getText().lines().count() + area.getLength() / LINE, 1, MOST_LINES));
                return;
            }
            measure.setFont(area.getFont());
            measure.setText("x");
            double line = measure.getLayoutBounds().getHeight();
            measure.setText(area.getText());
            measure.setWrappingWidth(Math.max(1, area.getWidth() - SIDES));
            area.setPrefRowCount(Math.clamp(Math.round(measure.getLayoutBounds().getHeight() / line), 1, MOST_LINES));
            measure.setWrappingWidth(0);
        };
        area.widthProperty().addListener(o -> fit.run());
        area.textProperty().addListener(o -> fit.run());
        area.fontProperty().addListener(o -> fit.run());
        return area;
    }

    private static Node area(Field field, String name, TextArea area) {
        if (field.type() != FieldType.JSON) {
            return area;
        }
        area.getStyleClass().add("code");
        return new JsonPane(field.name(), name, area);
    }

    /// A text field cuts what is too long without a sign; a label over it, while nobody types, ends it in an ellipsis.
    private Node elided() {
        var label = new Label();
        label.textProperty().bind(control.textProperty().map(text -> text.isEmpty() ? "" : ValueFormat.unseen(text).orElse(text)));
        label.visibleProperty().bind(control.focusedProperty().not());
        label.setMouseTransparent(true);
        label.setMnemonicParsing(false);
        label.setEllipsisString("…");
        label.setMinWidth(0);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().add("field-elided");
        control.getStyleClass().add("elided");
        var tooltip = new Tooltip();
        tooltip.textProperty().bind(control.textProperty());
        control.textProperty().map(String::isEmpty).subscribe(empty -> control.setTooltip(empty ? null : tooltip));
        return new StackPane(control, label);
    }
}
