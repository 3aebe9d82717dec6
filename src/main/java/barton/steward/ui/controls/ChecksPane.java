package barton.steward.ui.controls;

import atlantafx.base.controls.CustomTextField;
import barton.steward.ui.support.Nodes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Boxes to tick, and a search among them: Enter ticks the first that is found, Down goes to it.
public final class ChecksPane extends VBox {
    private final CustomTextField search = new CustomTextField();
    private final VBox boxes = new VBox();
    private final Label note = Nodes.hint("");

    /// @param id     of what is typed into
    /// @param prompt says what is searched
    public ChecksPane(String id, String prompt) {
        getStyleClass().add("checks-pane");
        search.setId(id);
        search.setLeft(new FontIcon(Feather.SEARCH));
        search.setPromptText(prompt);
        search.setAccessibleText(prompt);
        search.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        boxes.getStyleClass().add("checks");
        var scroll = new ScrollPane(boxes);
        scroll.setFitToWidth(true);
        getChildren().addAll(search, Nodes.shownWhile(note.textProperty().isNotEmpty(), note),
                Nodes.shownWhile(Bindings.isNotEmpty(boxes.getChildren()), scroll));
    }

    /// Typing searches at once.
    @Override
    public void requestFocus() {
        search.requestFocus();
    }

    /// What stands above the boxes; empty for nothing.
    public void say(String text) {
        note.setText(text);
    }

    public void show(List<CheckBox> shown) {
        shown.forEach(box -> {
            box.setMnemonicParsing(false);
            Nodes.shownWhile(Bindings.createBooleanBinding(() -> fits(box), search.textProperty(), box.textProperty()), box);
        });
        boxes.getChildren().setAll(shown);
    }

    private boolean fits(CheckBox box) {
        return box.getText().toLowerCase(Locale.ROOT).contains(search.getText().strip().toLowerCase(Locale.ROOT));
    }

    private void onKey(KeyEvent e) {
        Optional<Node> first = boxes.getChildren().stream().filter(Node::isVisible).findFirst();
        if (e.getCode() == KeyCode.DOWN) {
            first.ifPresent(Node::requestFocus);
            e.consume();
        } else if (e.getCode() == KeyCode.ENTER) {
            first.ifPresent(box -> ((CheckBox) box).fire());
            e.consume();
        }
    }
}
