package barton.steward.ui;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.layout.BorderPane;

/// What a window looks like whatever is in it: its parts have names where there is room for them.
abstract class WindowFrame extends BorderPane {
    private static final double NARROW_WINDOW = 1150;
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    /// Whether there is room for names.
    final ObservableValue<Boolean> wide = widthProperty().map(width -> width.doubleValue() >= NARROW_WINDOW);

    WindowFrame() {
        getStyleClass().add("main-window");
        setMinSize(0, 0);
        wide.addListener((o, was, now) -> pseudoClassStateChanged(NARROW, !now));
    }
}
