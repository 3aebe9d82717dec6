package barton.steward.ui.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/// Rows that the steward looks at or has marked, by their places: whatever comes or goes, the view stays on them.
/// @param sight the keys of the rows in sight
/// @param marks the keys of others, such as the row with the keyboard
record Anchors(Map<Integer, Object> sight, Map<Integer, Object> marks) {
    Set<Object> keys() {
        var keys = new HashSet<>(sight.values());
        keys.addAll(marks.values());
        return keys;
    }

    /// Whether it can be told how what is in sight moved.
    /// @param place where the row with a key is now; negative where that is not known
    boolean known(ToLongFunction<Object> place) {
        return sight.isEmpty() || sight.values().stream().anyMatch(key -> place.applyAsLong(key) >= 0);
    }

    /// How the rows moved. The middle row's shift counts for all: one that an edit has sent far away does not take the view with it.
    Move move(ToLongFunction<Object> place) {
        var places = new HashMap<Integer, Integer>();
        List<Integer> shifts = new ArrayList<>();
        marks.forEach((was, key) -> put(places, was, place.applyAsLong(key)));
        sight.forEach((was, key) -> {
            put(places, was, place.applyAsLong(key));
            if (places.containsKey(was)) {
                shifts.add(places.get(was) - was);
            }
        });
        shifts.sort(null);
        return new Move(shifts.isEmpty() ? 0 : shifts.get(shifts.size() / 2), places);
    }

    private static void put(Map<Integer, Integer> places, int was, long now) {
        if (now >= 0) {
            places.put(was, (int) now);
        }
    }
}
