package barton.steward.ui.table;

import atlantafx.base.theme.Styles;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.ValueFormat;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import tools.jackson.databind.JsonNode;

/// The entries of a JSON object or array, one a line; those that have entries themselves can be folded. What is folded away is not
/// built, and of many entries only the first are.
final class JsonTree extends VBox {
    private static final int UNFOLDED = 2;
    private static final int MOST = 100;

    JsonTree(JsonNode container) {
        this(container, 0);
        getStyleClass().addAll("json-tree", "code");
    }

    private JsonTree(JsonNode container, int depth) {
        container.propertyStream().limit(MOST).forEach(e -> getChildren().addAll(entry(e.getKey(), e.getValue(), depth)));
        for (int i = 0; container.isArray() && i < Math.min(MOST, container.size()); i++) {
            getChildren().addAll(entry(Integer.toString(i + 1), container.get(i), depth));
        }
        if (container.size() > MOST) {
            getChildren().add(muted(Messages.get("json.more", container.size() - MOST)));
        }
    }

    private static List<Node> entry(String key, JsonNode value, int depth) {
        if (value.isContainer() && !value.isEmpty()) {
            return fold(key, value, depth);
        }
        var text = new Label(ValueFormat.json(value));
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.getStyleClass().add("json-value");
        HBox.setHgrow(text, Priority.ALWAYS);
        Label name = muted(key);
        name.setLabelFor(text);
        var line = new HBox(name, text);
        line.getStyleClass().add("json-line");
        return List.of(line);
    }

    private static List<Node> fold(String key, JsonNode value, int depth) {
        var icon = new FontIcon();
        var fold = new ToggleButton(Messages.get(value.isArray() ? "json.array" : "json.object", key, value.size()), icon);
        fold.setMnemonicParsing(false);
        fold.getStyleClass().addAll(Styles.FLAT, "json-fold");
        fold.setSelected(depth + 1 < UNFOLDED);
        var entries = new VBox();
        entries.getStyleClass().add("json-entries");
        fold.selectedProperty().subscribe(open -> {
            icon.setIconCode(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
            if (open && entries.getChildren().isEmpty()) {
                entries.getChildren().add(new JsonTree(value, depth + 1));
            }
        });
        return List.of(fold, Nodes.shownWhile(fold.selectedProperty(), entries));
    }

    private static Label muted(String text) {
        var label = new Label(text);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.getStyleClass().add("json-key");
        return label;
    }
}
