package barton.steward.ui.support;

import atlantafx.base.controls.ModalPane;
import atlantafx.base.theme.Styles;
import barton.steward.model.StewardException.Kind;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Dialogs inside the window, each in a pane of the theme's, one on top of the other. While one is open the keyboard stays in it;
/// Escape closes it. That much is ours: a [ModalPane] shows one node alone, lets Tab out to what lies behind it, and closes, with
/// what was typed, on a click beside it unless it is persistent, which shuts out Escape too.
public final class Dialogs {
    private final StackPane layer = new StackPane();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();

    public Dialogs() {
        layer.visibleProperty().bind(open);
        layer.sceneProperty().addListener((o, was, scene) -> {
            if (scene != null) {
                scene.focusOwnerProperty().addListener((p, old, now) -> keepFocus(now));
            }
        });
    }

    /// What has to lie over the window's content.
    public Node layer() {
        return layer;
    }

    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    public boolean isOpen() {
        return open.get();
    }

    /// Whether a dialog of this id is open, on top or below another.
    public boolean shows(String id) {
        return layer.getChildren().stream().anyMatch(pane -> ((ModalPane) pane).getContent().getId().equals(id));
    }

    public void show(ModalBox box) {
        Node before = layer.getScene() == null ? null : layer.getScene().getFocusOwner();
        var pane = new ModalPane();
        box.openedBy(() -> {
            if (layer.getChildren().remove(pane)) {
                open.set(!layer.getChildren().isEmpty());
                box.closed();
                if (before != null) {
                    before.requestFocus();
                }
            }
        });
        layer.getChildren().add(pane);
        open.set(true);
        fill(pane, box);
        focusFirst(box);
    }

    /// Closes the dialog on top, if any.
    public void closeTop() {
        if (isOpen()) {
            top().close();
        }
    }

    /// Asks yes or no. The button says what will be done.
    public void confirm(String title, String text, String action, Runnable onYes) {
        Label paragraph = paragraph(text);
        paragraph.setId("confirm-text");
        var box = new ModalBox("confirm", title, paragraph);
        box.cancel(Messages.get("dialog.cancel"));
        Button ok = box.action("confirm-ok", action, () -> {
            box.close();
            onYes.run();
        });
        show(box);
        ok.requestFocus();
    }

    /// Asks for one line of text, which must not be blank.
    public void ask(String title, String text, String label, String value, String action, Consumer<String> onText) {
        var field = new TextField(value);
        field.setId("ask-text");
        field.setAccessibleText(label);
        var caption = new Label(label);
        caption.setLabelFor(field);
        var content = new VBox(paragraph(text), caption, field);
        content.getStyleClass().add("modal-content");
        var box = new ModalBox("ask", title, content);
        box.cancel(Messages.get("dialog.cancel"));
        Button ok = box.action("ask-ok", action, () -> {
            box.close();
            onText.accept(field.getText().strip());
        });
        Explained.when(field.textProperty().map(typed -> !typed.isBlank()), Messages.get("whynot.text"), ok);
        show(box);
        field.requestFocus();
        field.selectAll();
    }

    /// Tells of a failure, with a retry; where the reply was lost, that finds out what became of it.
    public void error(Failure failure) {
        var box = new ModalBox("error", Messages.get("error.title"), new ErrorPane(failure.cause()));
        box.cancel(Messages.get("dialog.close"));
        String retry = failure.cause().kind() == Kind.OUTCOME_UNKNOWN ? "error.lookup" : "error.retry";
        box.action("error-retry", Messages.get(retry), () -> {
            box.close();
            failure.retry().run();
        });
        show(box);
    }

    /// Text of a dialog, wrapped.
    public static Label paragraph(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll("modal-text", Styles.TEXT_NORMAL);
        return label;
    }

    /// At once, and no keystroke late. A pane can show something only once it has its skin, and would take the focus from a field
    /// at a click beside it.
    private static void fill(ModalPane pane, ModalBox box) {
        pane.setPersistent(true);
        pane.setFocusTraversable(false);
        pane.setInTransitionFactory(null);
        pane.applyCss();
        pane.show(box);
        box.getParent().setOnMousePressed(Event::consume);
    }

    private ModalBox top() {
        return (ModalBox) ((ModalPane) layer.getChildren().getLast()).getContent();
    }

    private void keepFocus(Node owner) {
        if (!isOpen()) {
            return;
        }
        ModalBox top = top();
        for (Node n = owner; n != null; n = n.getParent()) {
            if (n == top) {
                return;
            }
        }
        Platform.runLater(() -> {
            if (isOpen() && top == top()) {
                focusFirst(top);
            }
        });
    }

    /// Skins come with the style: without it a scroll pane has nothing in it yet.
    private static void focusFirst(ModalBox box) {
        box.applyCss();
        focusable(box).ifPresent(Node::requestFocus);
    }

    private static Optional<Node> focusable(Parent parent) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (!child.isVisible() || child.isDisabled()) {
                continue;
            }
            if (child.isFocusTraversable()) {
                return Optional.of(child);
            }
            if (child instanceof Parent inner) {
                var found = focusable(inner);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
