package barton.steward.ui.controls;

import barton.steward.ui.support.Formats;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/// A share as a horizontal bar. A share above nothing is always seen.
public final class Bar extends Region {
    private static final double LEAST = 3;

    private final Region fill = new Region();
    private double share;

    /// @param kind a style class of the filled part, such as `bar-success`
    /// @param share 0 to 1
    public Bar(String kind, double share) {
        getStyleClass().add("bar");
        fill.getStyleClass().addAll("bar-fill", kind);
        getChildren().add(fill);
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        setShare(share);
    }

    public void setShare(double value) {
        share = Math.clamp(value, 0, 1);
        setAccessibleText(Formats.percent(100 * share));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = share == 0 ? 0 : Math.max(LEAST, snapSizeX(getWidth() * share));
        fill.resizeRelocate(0, 0, width, getHeight());
    }
}
