package barton.steward.ui.controls;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/// Two parts beside each other where there is room for both, else one below the other. Beside each other they are equally high. A part that
/// is not managed leaves its place to the other.
public final class SideBySide extends Region {
    private static final double GAP = 24;

    private final Region first;
    private final Region second;
    private final double share;
    private final double narrowest;

    /// @param share     of the width that the first part gets
    /// @param narrowest the width from which on they stand beside each other
    public SideBySide(Region first, Region second, double share, double narrowest) {
        this.first = first;
        this.second = second;
        this.share = share;
        this.narrowest = narrowest;
        getChildren().addAll(first, second);
    }

    private List<Region> parts() {
        return List.of(first, second).stream().filter(Region::isManaged).toList();
    }

    private boolean beside(double width) {
        return width >= narrowest && parts().size() == 2;
    }

    private double firstWidth(double width) {
        return Math.floor((width - GAP) * share);
    }

    private double height(double width, ToDoubleBiFunction<Region, Double> height) {
        if (beside(width)) {
            double one = firstWidth(width);
            return Math.max(height.applyAsDouble(first, one), height.applyAsDouble(second, width - GAP - one));
        }
        return parts().stream().mapToDouble(part -> height.applyAsDouble(part, width)).sum() + Math.max(0, parts().size() - 1) * GAP;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return parts().stream().mapToDouble(part -> part.minWidth(-1)).max().orElse(0);
    }

    @Override
    protected double computePrefWidth(double height) {
        return parts().stream().mapToDouble(part -> part.prefWidth(-1)).sum() + GAP;
    }

    @Override
    protected double computeMinHeight(double width) {
        return height(width < 0 ? getWidth() : width, Region::minHeight);
    }

    @Override
    protected double computePrefHeight(double width) {
        return height(width < 0 ? prefWidth(-1) : width, Region::prefHeight);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        if (beside(width)) {
            double one = firstWidth(width);
            first.resizeRelocate(0, 0, one, getHeight());
            second.resizeRelocate(one + GAP, 0, width - GAP - one, getHeight());
        } else if (parts().size() == 2) {
            double room = getHeight() - GAP - first.minHeight(width);
            double below = Math.max(second.minHeight(width), Math.min(second.prefHeight(width), room));
            double above = Math.max(first.minHeight(width), getHeight() - GAP - below);
            first.resizeRelocate(0, 0, width, above);
            second.resizeRelocate(0, above + GAP, width, below);
        } else {
            parts().forEach(part -> part.resizeRelocate(0, 0, width, getHeight()));
        }
    }
}
