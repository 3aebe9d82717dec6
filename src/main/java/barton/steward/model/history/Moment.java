package barton.steward.model.history;

import java.time.Instant;
import java.util.Map;

/// A moment at which one record became another one. `action` is null of what is no action but a run alone, like a promotion.
/// `before` and `after` have the fields that changed, each as JSON, and all of them where the record came or went: null where it was not
/// there. `returns` is said of cells that an unmerging gave back, which were before as they had been left then.
public record Moment(Instant at, Long action, String what, String executor, Map<String, String> before, Map<String, String> after,
                     boolean returns) {
    /// Whether the record came into being.
    public boolean came() {
        return before == null;
    }

    /// Whether the record went.
    public boolean went() {
        return after == null;
    }
}
