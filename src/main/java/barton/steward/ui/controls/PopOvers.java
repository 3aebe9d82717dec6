package barton.steward.ui.controls;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;

/// Panes that open beside what they belong to and stay open until a click elsewhere or Escape. Keys that mean nothing in them mean nothing
/// in the window behind either.
public final class PopOvers {
    private PopOvers() {
    }

    public static PopOver below(Node owner, Node content) {
        return show(owner, content, atTheRight(owner) ? ArrowLocation.TOP_RIGHT : ArrowLocation.TOP_LEFT);
    }

    public static PopOver above(Node owner, Node content) {
        return show(owner, content, atTheRight(owner) ? ArrowLocation.BOTTOM_RIGHT : ArrowLocation.BOTTOM_LEFT);
    }

    private static boolean atTheRight(Node owner) {
        return owner.localToScene(owner.getLayoutBounds()).getCenterX() > owner.getScene().getWidth() / 2;
    }

    private static PopOver show(Node owner, Node content, ArrowLocation arrow) {
        var over = new PopOver(content);
        // Its own style sheet is white in the dark too; the theme has one for the same names.
        over.getRoot().getStylesheets().clear();
        // It is a window of its own, which is not within what makes the window larger.
        owner.getScene().getRoot().getStyleClass().stream().filter(style -> style.startsWith("zoom-"))
                .forEach(over.getRoot().getStyleClass()::add);
        over.setArrowLocation(arrow);
        over.setDetachable(false);
        over.setAnimated(false);
        // The click that closes it is meant for what it hits.
        over.setConsumeAutoHidingEvents(false);
        content.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                over.hide();
            }
            e.consume();
        });
        content.addEventHandler(KeyEvent.KEY_TYPED, Event::consume);
        over.show(owner);
        content.requestFocus();
        return over;
    }
}
