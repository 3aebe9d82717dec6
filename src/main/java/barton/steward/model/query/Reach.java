package barton.steward.model.query;

import java.util.List;

/// Which rows a bulk action would change now: how many, the first of them, and what it would override in them.
/// `failed` are rows in which rules found fault, `rejected` those that somebody rejected, `validated` those that are validated; each is
/// counted only where the action overrides it. `outdated` where the one row that is meant is not any more as it was seen. `digest` stands
/// for the rows and their versions; null where only the screen was asked.
public record Reach(long rows, List<Row> first, long failed, long rejected, long validated, boolean outdated, Long digest) {
    public Reach {
        first = List.copyOf(first);
    }

    /// As the screen knows it.
    public Reach(long rows, List<Row> first, long failed, long rejected, long validated, boolean outdated) {
        this(rows, first, failed, rejected, validated, outdated, null);
    }
}
