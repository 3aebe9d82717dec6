package barton.steward.ui.profile;

import barton.steward.model.profile.ColumnProfile;
import barton.steward.ui.support.Messages;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/// What the rows of a column have, as one bar: fine, in error, a placeholder; what is left is empty.
final class PartsBar extends Region {
    private static final double LEAST = 3;

    private final List<Region> parts = List.of(part("bar-success"), part("bar-danger"), part("bar-neutral"));
    private List<Long> sizes = List.of(0L, 0L, 0L);
    private long rows = 1;

    PartsBar() {
        getStyleClass().add("bar");
        getChildren().addAll(parts);
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
    }

    void show(ColumnProfile column) {
        sizes = List.of(column.fine(), column.inError(), column.placeholder());
        rows = Math.max(1, column.rows());
        setAccessibleText(Messages.get("profile.bar", column.filled(), column.inError(), column.placeholder(), column.empty()));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double x = 0;
        for (int i = 0; i < parts.size(); i++) {
            double width = sizes.get(i) == 0 ? 0 : Math.max(LEAST, snapSizeX(getWidth() * sizes.get(i) / rows));
            parts.get(i).resizeRelocate(x, 0, Math.min(width, getWidth() - x), getHeight());
            x += Math.min(width, getWidth() - x);
        }
    }

    private static Region part(String kind) {
        var part = new Region();
        part.getStyleClass().addAll("bar-fill", kind);
        return part;
    }
}
