package barton.steward.ui.clusters;

import barton.steward.config.Visible;
import barton.steward.ui.support.Messages;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A cluster in the list: whether it is merged, into what, and how its values are written.
final class ClusterCell extends ListCell<ClusterChoice> {
    private final CheckBox tick = new CheckBox();
    private final Label value = new Label();
    private final Label spellings = new Label();
    private final HBox line;
    private ClusterChoice shown;

    ClusterCell() {
        tick.setFocusTraversable(false);
        value.getStyleClass().add("cluster-value");
        spellings.getStyleClass().add("cluster-spellings");
        line = new HBox(tick, new VBox(value, spellings));
        line.getStyleClass().add("cluster-line");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(ClusterChoice choice, boolean empty) {
        super.updateItem(choice, empty);
        if (shown != null) {
            tick.selectedProperty().unbindBidirectional(shown.tickedProperty());
            value.textProperty().unbind();
            accessibleTextProperty().unbind();
            shown = null;
        }
        if (empty || choice == null) {
            setGraphic(null);
            return;
        }
        shown = choice;
        String written = choice.members().stream().map(m -> Visible.value(m.member().value())).collect(Collectors.joining(" · "));
        tick.selectedProperty().bindBidirectional(choice.tickedProperty());
        value.textProperty().bind(choice.valueProperty().map(Visible::value));
        spellings.setText(Messages.get("clusters.spellings", choice.members().size(), choice.cluster().rows(), written));
        tick.accessibleTextProperty().bind(value.textProperty());
        accessibleTextProperty().bind(Bindings.createStringBinding(() -> Messages.get(choice.tickedProperty().get()
                ? "clusters.line.ticked" : "clusters.line", value.getText(), written), choice.tickedProperty(), value.textProperty()));
        setGraphic(line);
    }
}
