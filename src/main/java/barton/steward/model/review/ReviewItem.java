package barton.steward.model.review;

import barton.steward.model.query.PageKey;
import barton.steward.model.query.Row;
import java.util.List;

/// A record that is handed out for review, its place in the queue, and which others it looks like.
public record ReviewItem(Row row, PageKey place, List<Lookalike> alike) {
    public ReviewItem {
        alike = List.copyOf(alike);
    }

    /// The same record as it is now.
    public ReviewItem now(Row changed) {
        return new ReviewItem(changed, place, alike);
    }

    /// Whether both are one record, each as it was at its time.
    public boolean isSameRecord(ReviewItem other) {
        return row.table() == other.row.table() && row.key().equals(other.row.key());
    }
}
