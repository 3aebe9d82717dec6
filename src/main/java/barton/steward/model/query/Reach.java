package barton.steward.model.query;

import java.util.List;

/// Which rows a bulk action would change now: how many, the first of them, and what it would override in them.
/// `failed` are rows in which rules found fault, `rejected` those that somebody rejected, `validated` those that are validated; each is
/// counted only where the action overrides it. `outdated` where the one row that is meant is not any more as it was seen.
public record Reach(long rows, List<Row> first, long failed, long rejected, long validated, boolean outdated) {
    public Reach {
        first = List.copyOf(first);
    }
}
