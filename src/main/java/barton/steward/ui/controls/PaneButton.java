package barton.steward.ui.controls;

import javafx.scene.Node;
import javafx.scene.control.Button;
import org.controlsfx.control.PopOver;

/// A button that opens a pane at it, and closes it again.
public abstract class PaneButton extends Button {
    private PopOver over;

    protected PaneButton(String text, Node icon) {
        super(text, icon);
    }

    @Override
    public void fire() {
        super.fire();
        if (over != null && over.isShowing()) {
            over.hide();
        } else {
            over = open(pane());
        }
    }

    /// Closes the pane, which would keep the keyboard from a dialog that it opens.
    protected final void close() {
        if (over != null) {
            over.hide();
        }
    }

    /// What is opened, as it is now.
    protected abstract Node pane();

    /// Below the button, unless it stands at the bottom itself.
    protected PopOver open(Node pane) {
        return PopOvers.below(this, pane);
    }
}
