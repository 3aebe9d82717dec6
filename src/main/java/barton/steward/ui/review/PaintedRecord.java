package barton.steward.ui.review;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;

/// Whether the record on the screen was laid out and painted there: until it was, a key is meant for the one before. To be used on the FX
/// thread only.
final class PaintedRecord {
    private final Node node;
    private Object awaited;
    private Object painted;

    /// @param node what shows the record
    PaintedRecord(Node node) {
        this.node = node;
    }

    /// Another record is shown from now on; null for none.
    void await(Object key) {
        awaited = key;
        painted = null;
        Scene scene = node.getScene();
        if (key == null || scene == null) {
            return;
        }
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                // Not while the scene goes through its listeners.
                Platform.runLater(() -> scene.removePostLayoutPulseListener(this));
                if (key.equals(awaited)) {
                    painted = key;
                }
            }
        });
        Platform.requestNextPulse();
    }

    boolean is(Object key) {
        return key.equals(painted);
    }
}
