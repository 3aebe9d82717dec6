package barton.steward.bench.start;

import javafx.animation.AnimationTimer;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.stage.Window;

/// Says `rows` on standard output as soon as a frame with rows of a table was drawn, and ends the process: at once, or as a process
/// must that is to leave an AOT cache.
public final class FirstRows extends AnimationTimer {
    private final boolean orderly;
    private boolean laidOut;

    public FirstRows(boolean orderly) {
        this.orderly = orderly;
    }

    @Override
    public void handle(long now) {
        if (laidOut) {
            System.out.println("rows");
            if (orderly) {
                System.exit(0);
            }
            Runtime.getRuntime().halt(0);
        }
        laidOut = Window.getWindows().stream().anyMatch(w -> w.isShowing() && w.getScene() != null
                && w.getScene().lookup(".table-view") instanceof TableView<?> table
                && table.lookupAll(".table-row-cell").stream().anyMatch(c -> c instanceof IndexedCell<?> cell && cell.getItem() != null));
    }
}
