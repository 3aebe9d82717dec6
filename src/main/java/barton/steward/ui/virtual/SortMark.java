package barton.steward.ui.virtual;

import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The arrow in the header of a column by which rows are sorted, and where they are by several, which of them it is.
final class SortMark extends Label {
    SortMark() {
        super(null, new FontIcon(Feather.ARROW_UP));
        getStyleClass().add("sort-mark");
        setMinWidth(USE_PREF_SIZE);
    }

    /// @param number from 1; 0 where it is the only one
    void show(boolean ascending, int number) {
        ((FontIcon) getGraphic()).setIconCode(ascending ? Feather.ARROW_UP : Feather.ARROW_DOWN);
        setText(number == 0 ? null : Integer.toString(number));
    }
}
