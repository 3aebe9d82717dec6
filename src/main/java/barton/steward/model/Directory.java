package barton.steward.model;

import java.util.List;

/// A sparse directory of a query's rows: how many there are, and the last row of each full page of `pageSize`,
/// so that any page can be read by key.
public record Directory(long count, int pageSize, List<PageKey> pageEnds) {
    public Directory {
        pageEnds = List.copyOf(pageEnds);
    }
}
