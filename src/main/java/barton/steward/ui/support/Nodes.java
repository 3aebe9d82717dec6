package barton.steward.ui.support;

import atlantafx.base.theme.Styles;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Small helpers for building views.
public final class Nodes {
    private Nodes() {
    }

    /// Shows the node, and gives it room, only while the condition holds.
    public static <N extends Node> N shownWhile(ObservableValue<Boolean> condition, N node) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
        return node;
    }

    /// A control below its label; the label is its name for screen readers.
    public static VBox labelled(String text, Control control) {
        var label = new Label(text);
        label.getStyleClass().add("form-label");
        label.setLabelFor(control);
        control.setAccessibleText(text);
        if (control instanceof Spinner<?> spinner) {
            spinner.getEditor().setAccessibleText(text);
        }
        var pair = new VBox(label, control);
        pair.getStyleClass().add("form-pair");
        return pair;
    }

    /// Scrolls until a part of what the pane shows is in sight.
    public static void reveal(ScrollPane pane, Node part) {
        Bounds whole = pane.getContent().getBoundsInLocal();
        Bounds there = pane.getContent().sceneToLocal(part.localToScene(part.getBoundsInLocal()));
        double room = whole.getHeight() - pane.getViewportBounds().getHeight();
        double top = room * pane.getVvalue();
        if (room > 0 && (there.getMinY() < top || there.getMaxY() > top + pane.getViewportBounds().getHeight())) {
            pane.setVvalue(Math.clamp((there.getMinY() - pane.getViewportBounds().getHeight() / 3) / room, 0, 1));
        }
    }

    /// The heading of a part of a dialog.
    public static Label heading(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(Styles.TITLE_4, "form-heading");
        return label;
    }

    /// A box to tick with what it means below its text.
    public static VBox explained(CheckBox check, String hint) {
        Label text = hint(hint);
        text.getStyleClass().add("option-hint");
        var option = new VBox(check, text);
        option.getStyleClass().add("form-option");
        return option;
    }

    /// Text that explains, less prominent, wrapped.
    public static Label hint(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(Styles.TEXT_MUTED, "form-hint");
        return label;
    }
}
