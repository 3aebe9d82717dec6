package barton.steward.ui.virtual;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Which rows of a [RowList] are in sight, and which others are to be followed wherever they go.
final class Viewport {
    private final RowList rows;
    private Supplier<Map<Integer, Object>> marks = Map::of;
    private int first;
    private int last;

    Viewport(RowList rows) {
        this.rows = rows;
    }

    int first() {
        return first;
    }

    int last() {
        return last;
    }

    void set(int from, int to) {
        first = from;
        last = to;
    }

    void mark(Supplier<Map<Integer, Object>> marked) {
        marks = marked;
    }

    void follow(RowShift move) {
        set(move.shifted(first), move.shifted(last));
    }

    /// The rows that the view stays on: those in sight, and the marked ones.
    Anchors anchors() {
        var viewport = new HashMap<Integer, Object>();
        for (int i = first; i <= last; i++) {
            if (rows.get(i) != null) {
                viewport.put(i, rows.get(i).key());
            }
        }
        return new Anchors(viewport, marks.get());
    }

    /// The same for who asks anew (not `quiet`): at the beginning of the table that means its first rows, whichever these are now.
    Anchors anchors(boolean quiet) {
        return quiet || first > 0 ? anchors() : new Anchors(Map.of(), marks.get());
    }
}
