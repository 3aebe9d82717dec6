package barton.steward.ui.virtual;

import java.util.Map;

/// How the rows of a [RowList] moved when others came or went before them.
/// @param shift by how many places what is in sight moved
/// @param places where single rows are now, by where they were
record RowShift(int shift, Map<Integer, Integer> places) {
    static final RowShift NONE = new RowShift(0, Map.of());

    /// Where is now what was at this place of the view.
    int shifted(int index) {
        return Math.max(0, index + shift);
    }

    /// Where the row is now that was at this index.
    int of(int index) {
        return index < 0 ? index : Math.max(0, places.getOrDefault(index, index + shift));
    }
}
