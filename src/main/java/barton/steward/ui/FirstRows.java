package barton.steward.ui;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TableRow;

/// Notices when a window has drawn rows of a table: from then on there is something to read.
final class FirstRows implements Runnable {
    private final Scene scene;
    private final Runnable then;
    private boolean laidOut;

    private FirstRows(Scene scene, Runnable then) {
        this.scene = scene;
        this.then = then;
    }

    /// @param then called once, on the FX thread
    static void whenPainted(Scene scene, Runnable then) {
        scene.addPostLayoutPulseListener(new FirstRows(scene, then));
    }

    /// The rows of a layout are painted before the next one.
    @Override
    public void run() {
        if (laidOut) {
            scene.removePostLayoutPulseListener(this);
            then.run();
        } else if (hasRows()) {
            laidOut = true;
            Platform.requestNextPulse();
        }
    }

    private boolean hasRows() {
        return scene.getRoot().lookupAll(".table-row-cell").stream().anyMatch(n -> n instanceof TableRow<?> row && row.getItem() != null);
    }
}
