package barton.steward.ui.review;

import barton.steward.model.review.ReviewItem;
import barton.steward.model.review.ReviewVerdict;
import java.util.Optional;

/// A decision of this sitting, and the action in which it is kept: 0 until it is written, and where it changed nothing.
final class Verdict {
    private final ReviewItem item;
    private final ReviewVerdict verdict;
    private final Optional<String> reason;
    private volatile long action;

    Verdict(ReviewItem item, ReviewVerdict verdict, Optional<String> reason) {
        this.item = item;
        this.verdict = verdict;
        this.reason = reason;
    }

    ReviewItem item() {
        return item;
    }

    ReviewVerdict verdict() {
        return verdict;
    }

    Optional<String> reason() {
        return reason;
    }

    /// Read by whoever takes it back, on another thread, after it was written.
    long action() {
        return action;
    }

    void written(long inAction) {
        action = inAction;
    }
}
