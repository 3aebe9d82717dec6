package barton.steward.model.query;

import java.util.List;
import java.util.Map;

/// A sparse index of a query's rows: how many there are, and the last row of each full page of `pageSize`,
/// so that any page can be read by key. Where it is not exact it was made from a sample: the count is about right, the page ends
/// are rows that are there, about where they should be, in their order; they may be missing, and `pageSize` may be a multiple of
/// the one that was asked for. `positions` has the row number (the first row is 0) of each row that was asked for and is among them.
public record PageIndex(long count, int pageSize, List<PageKey> pageEnds, boolean exact, Map<Object, Long> positions) {
    public PageIndex {
        pageEnds = List.copyOf(pageEnds);
        positions = Map.copyOf(positions);
    }
}
