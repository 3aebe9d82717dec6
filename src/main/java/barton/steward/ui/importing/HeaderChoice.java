package barton.steward.ui.importing;

import barton.steward.ui.importing.ColumnMapping.Target;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Shown;
import java.util.ArrayList;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.controlsfx.control.SearchableComboBox;

/// The choice of the header that fills one column of intake; the empty choice fills nothing.
final class HeaderChoice extends HBox {
    private static final PseudoClass UNFILLED = PseudoClass.getPseudoClass("unfilled");

    private final SearchableComboBox<String> choice = new SearchableComboBox<>();
    private final Target target;
    private final ObservableList<String> headers;

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
        choice.valueProperty().addListener((o, old, now) -> {
            if (now != null) {
                target.headerProperty().set(now.isEmpty() ? null : now);
            }
        });
    }

    private void offer() {
        var offered = new ArrayList<String>();
        offered.add("");
        offered.addAll(headers);
        choice.getItems().setAll(offered);
        show();
    }

    private void show() {
        String header = target.headerProperty().get();
        choice.setValue(header == null ? "" : header);
        pseudoClassStateChanged(UNFILLED, header == null);
    }
}
