package barton.steward.ui.table;

import atlantafx.base.theme.Styles;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Nodes;
import barton.steward.ui.support.ValueFormat;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import tools.jackson.databind.JsonNode;

/// JSON as a tree while nobody edits it, and as text while somebody does; as text also where there is no tree to show: it is blank,
/// a single value, or not valid yet. What is wrong with the text is said while it is typed, by line and column.
public final class JsonPane extends StackPane {
    private final TextArea text;
    private final StackPane tree = new StackPane();
    private final BooleanProperty asText = new SimpleBooleanProperty();
    private final Label fault = new Label();

    /// @param name of the field, in the database and on screen
    public JsonPane(String name, String title, TextArea text) {
        this.text = text;
        var edit = new Button(null, new FontIcon(Feather.EDIT_2));
        edit.setId("edit-" + name);
        edit.setAccessibleText(Messages.get("json.edit", title));
        edit.setTooltip(new Tooltip(edit.getAccessibleText()));
        edit.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL, "json-edit");
        edit.setOnAction(e -> edit());
        tree.setId("tree-" + name);
        tree.getStyleClass().add("json-pane");
        fault.setId("fault-" + name);
        fault.setWrapText(true);
        fault.getStyleClass().addAll(Styles.DANGER, Styles.TEXT_SMALL);
        Nodes.shownWhile(fault.textProperty().isNotEmpty(), fault);
        setAlignment(edit, Pos.TOP_RIGHT);
        getChildren().addAll(Nodes.shownWhile(asText.not(), tree), Nodes.shownWhile(asText.not(), edit),
                Nodes.shownWhile(asText, new VBox(text, fault)));
        text.focusedProperty().addListener((o, was, focused) -> show());
        text.textProperty().addListener((o, was, now) -> show());
        show();
    }

    /// Puts the keyboard into the text.
    public void edit() {
        asText.set(true);
        text.requestFocus();
    }

    private void show() {
        fault.setText(ValueFormat.jsonFault(text.getText()).orElse(""));
        if (!text.isFocused()) {
            var json = ValueFormat.tree(text.getText()).filter(JsonNode::isContainer).filter(node -> !node.isEmpty());
            json.ifPresent(node -> tree.getChildren().setAll(new JsonTree(node)));
            asText.set(json.isEmpty());
        }
    }
}
