package barton.steward.ui.support;

import javafx.scene.Node;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;

/// Panes that open beside what they belong to and stay open until a click elsewhere or Escape.
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
        over.setArrowLocation(arrow);
        over.setDetachable(false);
        over.setAnimated(false);
        over.show(owner);
        content.requestFocus();
        return over;
    }
}
