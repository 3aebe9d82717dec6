package barton.steward.ui.support;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/// Scrolls up and down where there is no room for what is in it, and is else as high as that is at its width: the library's own asks how
/// high it would be if nothing wrapped.
public final class WrappingScroll extends ScrollPane {
    public WrappingScroll(Node content) {
        super(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setMinHeight(0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + getContent().prefWidth(-1) + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        double inside = width < 0 ? -1 : width - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + getContent().prefHeight(inside) + snappedBottomInset();
    }
}
