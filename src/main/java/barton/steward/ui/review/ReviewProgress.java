package barton.steward.ui.review;

import barton.steward.model.review.ReviewQueue;
import barton.steward.model.review.ReviewVerdict;
import barton.steward.service.review.Reviews;
import barton.steward.ui.support.Messages;
import barton.steward.ui.task.Channel;
import barton.steward.ui.task.Tasks;
import java.time.Instant;
import java.util.function.IntSupplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// How far a review is, in words. To be used on the FX thread only.
final class ReviewProgress {
    private final Reviews reviews;
    private final Channel counting;
    private final Sitting sitting;
    private final IntSupplier unwritten;
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper end = new ReadOnlyStringWrapper("");
    private long records = -1;

    /// @param unwritten how many decisions are on their way
    ReviewProgress(Reviews reviews, Tasks tasks, Sitting sitting, IntSupplier unwritten) {
        this.reviews = reviews;
        this.counting = tasks.channel();
        this.sitting = sitting;
        this.unwritten = unwritten;
    }

    ReadOnlyStringProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    ReadOnlyStringProperty endProperty() {
        return end.getReadOnlyProperty();
    }

    /// How many records there are is not known any more.
    void begin() {
        records = -1;
        tell();
    }

    /// Counts what waits, besides what was decided so far. That takes its time.
    void count(ReviewQueue queue, boolean skippedToo) {
        int decided = sitting.records();
        counting.run(Messages.get("task.review"), () -> reviews.waiting(queue, skippedToo), found -> {
            records = found + decided;
            tell();
        }, failed -> { });
    }

    void tell() {
        int decided = sitting.records();
        long inOtherHands = records - decided;
        end.set(inOtherHands > 0 ? Messages.get("review.inhand", inOtherHands)
                : Messages.get(decided == 0 ? "review.empty" : "review.done"));
        progress.set(Messages.get("review.progress", decided, records, sitting.count(ReviewVerdict.REJECTED),
                sitting.pace(Instant.now()), unwritten.getAsInt()));
    }

    void leave() {
        counting.drop();
    }
}
