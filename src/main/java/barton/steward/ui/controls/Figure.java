package barton.steward.ui.controls;

import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;

/// A number that opens the rows behind it; nothing to open where it is 0.
public final class Figure extends Hyperlink {
    /// @param id the node's id
    /// @param meaning what is counted, for screen readers and the tooltip: `validated rows of batch X`
    public Figure(String id, long count, String meaning, Runnable open) {
        super(Formats.number(count));
        setId(id);
        getStyleClass().add("figure");
        setAccessibleText(Formats.number(count) + " " + meaning);
        setTooltip(new Tooltip(Messages.get(count == 0 ? "figure.none" : "figure.open", meaning)));
        setMinWidth(USE_PREF_SIZE);
        setDisable(count == 0);
        setOnAction(e -> open.run());
    }
}
