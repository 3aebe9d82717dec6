package barton.steward.ui.importing;

import barton.steward.ui.importing.ColumnMapping.Target;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Shown;
import java.util.ArrayList;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.controlsfx.control.SearchableComboBox;

/// The choice of the header that fills one column of intake; the empty choice fills nothing. What one passes while walking through the list
/// with the keys is not taken: only what is chosen when it closes, and nothing where it is left with Esc.
class HeaderChoice extends HBox {
    private static final PseudoClass UNFILLED = PseudoClass.getPseudoClass("unfilled");

    private final SearchableComboBox<String> choice = new SearchableComboBox<>();
    private final Target target;
    private final ObservableList<String> headers;
    private boolean left;
    private boolean showing;

    /// @param name what stewards call the column of intake
    HeaderChoice(Target target, String name, ObservableList<String> headers) {
        this.target = target;
        this.headers = headers;
        getStyleClass().add("header-choice");
        choice.setId("import-column-" + target.column());
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setConverter(Shown.as(header -> header.isEmpty() ? Messages.get("import.column.none") : header));
        var label = new Label(name);
        label.setLabelFor(choice);
        label.getStyleClass().add("form-label");
        choice.setAccessibleText(name);
        HBox.setHgrow(choice, Priority.ALWAYS);
        getChildren().addAll(label, choice);
        offer();
        headers.addListener((ListChangeListener<String>) c -> offer());
        target.headerProperty().addListener((o, old, now) -> show());
        choice.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        choice.showingProperty().addListener((o, was, now) -> {
            if (now) {
                left = false;
            } else {
                take();
            }
        });
        choice.valueProperty().addListener((o, old, now) -> {
            if (!choice.isShowing()) {
                take();
            }
        });
    }

    private void pressed(KeyEvent key) {
        if (choice.isShowing()) {
            left = left || key.getCode() == KeyCode.ESCAPE;
        } else if (key.getCode() == KeyCode.DOWN || key.getCode() == KeyCode.UP) {
            choice.show();
            key.consume();
        }
    }

    private void take() {
        if (left) {
            left = false;
            show();
        } else if (!showing && choice.getValue() != null) {
            target.headerProperty().set(choice.getValue().isEmpty() ? null : choice.getValue());
        }
    }

    private void offer() {
        var offered = new ArrayList<String>();
        offered.add("");
        offered.addAll(headers);
        showing = true;
        choice.getItems().setAll(offered);
        showing = false;
        show();
    }

    private void show() {
        String header = target.headerProperty().get();
        showing = true;
        choice.setValue(header == null ? "" : header);
        showing = false;
        pseudoClassStateChanged(UNFILLED, header == null);
    }
}
