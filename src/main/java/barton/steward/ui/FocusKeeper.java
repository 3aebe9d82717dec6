package barton.steward.ui;

import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;

/// Keeps the keyboard where work goes on. Where the control that had it is taken away, hidden or disabled, JavaFX gives it to whichever
/// comes next, or to the first of the window: a letter pressed then would lead anywhere.
final class FocusKeeper {
    private final Parent window;
    private final Node beside;
    private final BooleanSupplier blocked;
    private final Runnable home;

    /// @param beside  the part of the window where the keyboard may stay as well
    /// @param blocked whether something else, such as a dialog, looks after the keyboard
    /// @param home    puts the keyboard where work goes on
    FocusKeeper(Parent window, Node beside, BooleanSupplier blocked, Runnable home) {
        this.window = window;
        this.beside = beside;
        this.blocked = blocked;
        this.home = home;
        window.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.focusOwnerProperty().subscribe((was, now) -> {
                    // Of what was taken away JavaFX lets nobody have the keyboard first; else somebody was given it.
                    if (now == null || was != null && was.getScene() == scene && !reachable(was)) {
                        Platform.runLater(() -> settle(false));
                    }
                });
            }
        });
    }

    /// A dialog was closed: the keyboard stays in the text where it was before.
    void settle() {
        settle(true);
    }

    private void settle(boolean mayType) {
        Scene scene = window.getScene();
        if (scene == null || blocked.getAsBoolean()) {
            return;
        }
        Node owner = scene.getFocusOwner();
        boolean typing = mayType && owner instanceof TextInputControl && reachable(owner);
        if (!typing && !(within(beside, owner) && reachable(owner))) {
            home.run();
        }
    }

    static boolean within(Node whole, Node part) {
        for (Node n = part; n != null; n = n.getParent()) {
            if (n == whole) {
                return true;
            }
        }
        return false;
    }

    private boolean reachable(Node node) {
        if (node.getScene() != window.getScene() || node.isDisabled()) {
            return false;
        }
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
