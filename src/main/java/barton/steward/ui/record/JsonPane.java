package barton.steward.ui.record;

import atlantafx.base.theme.Styles;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.table.Values;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import tools.jackson.databind.JsonNode;

/// JSON as a tree while nobody edits it, and as text while somebody does; as text also where there is no tree to show: it is blank,
/// a single value, or not valid yet.
final class JsonPane extends StackPane {
    private final TextArea text;
    private final StackPane tree = new StackPane();
    private final BooleanProperty asText = new SimpleBooleanProperty();

    /// @param name of the field, in the database and on screen
    JsonPane(String name, String title, TextArea text) {
        this.text = text;
        var edit = new Button(null, new FontIcon(Feather.EDIT_2));
        edit.setId("edit-" + name);
        edit.setAccessibleText(Messages.get("json.edit", title));
        edit.setTooltip(new Tooltip(edit.getAccessibleText()));
        edit.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL, "json-edit");
        edit.setOnAction(e -> edit());
        tree.setId("tree-" + name);
        tree.getStyleClass().add("json-pane");
        setAlignment(edit, Pos.TOP_RIGHT);
        getChildren().addAll(Nodes.shownWhile(asText.not(), tree), Nodes.shownWhile(asText.not(), edit), Nodes.shownWhile(asText, text));
        text.focusedProperty().addListener((o, was, focused) -> show());
        text.textProperty().addListener((o, was, now) -> show());
        show();
    }

    /// Puts the keyboard into the text.
    void edit() {
        asText.set(true);
        text.requestFocus();
    }

    private void show() {
        if (!text.isFocused()) {
            var json = Values.tree(text.getText()).filter(JsonNode::isContainer).filter(node -> !node.isEmpty());
            json.ifPresent(node -> tree.getChildren().setAll(new JsonTree(node)));
            asText.set(json.isEmpty());
        }
    }
}
