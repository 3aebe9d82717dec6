package barton.steward.ui;

import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TableRow;

/// Notices when a window has drawn something for the first time.
final class FirstFrame implements Runnable {
    private final Scene scene;
    private final BooleanSupplier there;
    private final Runnable then;
    private int further;
    private boolean laidOut;

    /// @param further how many layouts have to follow
    private FirstFrame(Scene scene, BooleanSupplier there, int further, Runnable then) {
        this.scene = scene;
        this.there = there;
        this.further = further;
        this.then = then;
    }

    /// @param then called once, on the FX thread, when the window is no longer blank: what was painted is handed to the screen on that
    /// thread, too, and must have had its turn
    static void whenSeen(Scene scene, Runnable then) {
        scene.addPostLayoutPulseListener(new FirstFrame(scene, () -> true, 3, () -> Platform.runLater(then)));
    }

    /// @param then called once, on the FX thread, when rows of a table can be read
    static void whenRowsArePainted(Scene scene, Runnable then) {
        scene.addPostLayoutPulseListener(new FirstFrame(scene, () -> hasRows(scene), 1, then));
    }

    /// What is laid out is painted before the next layout.
    @Override
    public void run() {
        if (laidOut && --further == 0) {
            scene.removePostLayoutPulseListener(this);
            then.run();
        } else if (laidOut || there.getAsBoolean()) {
            laidOut = true;
            Platform.requestNextPulse();
        }
    }

    private static boolean hasRows(Scene scene) {
        return scene.getRoot().lookupAll(".table-row-cell").stream().anyMatch(n -> n instanceof TableRow<?> row && row.getItem() != null);
    }
}
