package barton.steward.ui.virtual;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/// Rows that the steward looks at or has marked, by their places: whatever comes or goes, the view stays on them.
/// @param sight the keys of the rows in sight
/// @param marks the keys of others, such as the row with the keyboard
record Anchors(Map<Integer, Object> viewport, Map<Integer, Object> marks) {
    Set<Object> keys() {
        var keys = new HashSet<>(viewport.values());
        keys.addAll(marks.values());
        return keys;
    }

    /// Whether it can be told how what is in sight moved.
    /// @param place where the row with a key is now; negative where that is not known
    boolean known(ToLongFunction<Object> place) {
        return viewport.isEmpty() || viewport.values().stream().anyMatch(key -> place.applyAsLong(key) >= 0);
    }

    /// How the rows moved. The first row in sight leads, unless an edit has sent it away from the one after it: it does not take the
    /// view with it.
    RowShift move(ToLongFunction<Object> place) {
        var places = new HashMap<Integer, Integer>();
        viewport.forEach((was, key) -> put(places, was, place.applyAsLong(key)));
        List<Integer> found = places.keySet().stream().sorted().toList();
        int leader = 0;
        while (leader + 1 < found.size() && apart(places.get(found.get(leader)), places.get(found.get(leader + 1)))) {
            leader++;
        }
        int was = found.isEmpty() ? 0 : found.get(leader + 1 < found.size() ? leader : 0);
        marks.forEach((marked, key) -> put(places, marked, place.applyAsLong(key)));
        return new RowShift(found.isEmpty() ? 0 : places.get(was) - was, places);
    }

    private static boolean apart(int place, int next) {
        return next < place || next > place + RowList.PAGE;
    }

    private static void put(Map<Integer, Integer> places, int was, long now) {
        if (now >= 0) {
            places.put(was, (int) now);
        }
    }
}
