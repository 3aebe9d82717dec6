package barton.steward.ui.virtual;

import javafx.scene.control.IndexedCell;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/// Where a table of rows of one height stands, to the pixel. The flow's own ways to scroll walk through all rows before the
/// place, which takes tens of milliseconds near the end of a million; its position does not.
final class Scrolling {
    private final VirtualFlow<?> flow;
    private final double rowHeight;

    Scrolling(VirtualFlow<?> flow, double rowHeight) {
        this.flow = flow;
        this.rowHeight = rowHeight;
        flow.addEventFilter(ScrollEvent.SCROLL, this::onWheel);
    }

    /// The first row in sight, perhaps in part; −1 where there is none.
    int first() {
        IndexedCell<?> cell = flow.getFirstVisibleCell();
        return cell == null ? -1 : cell.getIndex();
    }

    /// The last row in sight, perhaps in part; −1 where there is none.
    int last() {
        IndexedCell<?> cell = flow.getLastVisibleCell();
        return cell == null ? -1 : cell.getIndex();
    }

    /// The row that will be the first one in sight once the window is drawn.
    int firstSoon() {
        return (int) (flow.getPosition() * Math.max(0, beyond()) / rowHeight);
    }

    int lastSoon() {
        return firstSoon() + (int) Math.ceil(height() / rowHeight);
    }

    /// Shows the rows in sight as they are now.
    void redraw() {
        for (int i = first(); i >= 0 && i <= last(); i++) {
            flow.getCell(i).updateIndex(i);
        }
    }

    /// How many pixels of the first row are out of sight.
    double above() {
        IndexedCell<?> cell = flow.getFirstVisibleCell();
        return cell == null ? 0 : -cell.getLayoutY();
    }

    /// Puts a row at the top, so many pixels of it out of sight.
    void show(int row, double above) {
        double beyond = beyond();
        flow.setPosition(beyond <= 0 ? 0 : Math.clamp((row * rowHeight + above) / beyond, 0, 1));
    }

    private double beyond() {
        return flow.getCellCount() * rowHeight - height();
    }

    /// The height of the rows in sight.
    double height() {
        return flow.lookup(".clipped-container") instanceof Region rows ? rows.getHeight() : flow.getHeight();
    }

    private void onWheel(ScrollEvent e) {
        double pixels = switch (e.getTextDeltaYUnits()) {
            case LINES -> e.getTextDeltaY() * rowHeight;
            case PAGES -> e.getTextDeltaY() * height();
            case NONE -> e.getDeltaY();
        };
        double beyond = beyond();
        if (pixels == 0 || beyond <= 0 || e.isShiftDown()) {
            return;
        }
        flow.setPosition(Math.clamp(flow.getPosition() - pixels / beyond, 0, 1));
        e.consume();
    }
}
