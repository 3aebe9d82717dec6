package barton.steward.ui.review;

import barton.steward.model.query.PageKey;
import barton.steward.model.review.ReviewItem;
import barton.steward.model.review.ReviewQueue;
import barton.steward.service.review.Reviews;
import barton.steward.ui.support.Failure;
import barton.steward.ui.support.Messages;
import barton.steward.ui.task.Delay;
import barton.steward.ui.task.Tasks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.util.Duration;

/// The records that wait behind the one on the screen, handed out to this window before they are asked for. To be used on the FX thread
/// only.
final class ReviewSupply {
    private static final int PORTION = 24;
    private static final int LEAST = 24;
    private static final Duration RENEWING = Duration.minutes(3);

    private final Reviews reviews;
    private final Tasks tasks;
    private final Runnable arrived;
    private final Consumer<Failure> failed;
    private final UUID holder = UUID.randomUUID();
    private final Deque<ReviewItem> ahead = new ArrayDeque<>();
    private final Delay renewing;
    private ReviewQueue queue;
    private boolean skippedToo;
    private Optional<PageKey> place = Optional.empty();
    private boolean fresh;
    private boolean reading;
    private boolean lastRound;
    private boolean exhausted;
    private int sitting;

    /// @param arrived told when there are more, or it is known that there are no more
    ReviewSupply(Reviews reviews, Tasks tasks, Runnable arrived, Consumer<Failure> failed) {
        this.reviews = reviews;
        this.tasks = tasks;
        this.arrived = arrived;
        this.failed = failed;
        this.renewing = tasks.quietDelay(RENEWING, this::renew);
    }

    /// Begins with a queue; what waited of another is given back before.
    void begin(ReviewQueue next, boolean again) {
        ahead.clear();
        fresh = true;
        queue = next;
        skippedToo = again;
        place = Optional.empty();
        lastRound = false;
        exhausted = false;
        reading = false;
        sitting++;
        more();
        renewing.restart();
    }

    Optional<ReviewItem> next() {
        Optional<ReviewItem> next = Optional.ofNullable(ahead.poll());
        more();
        return next;
    }

    /// Puts a record in front again.
    void putBack(ReviewItem item) {
        ahead.removeIf(i -> i.row().key().equals(item.row().key()));
        ahead.addFirst(item);
    }

    /// Whether nothing waits and nothing more will come.
    boolean isExhausted() {
        return exhausted && ahead.isEmpty();
    }

    /// Reads more where few wait.
    void more() {
        if (reading || exhausted || queue == null || ahead.size() >= LEAST) {
            return;
        }
        reading = true;
        int asked = sitting;
        boolean first = fresh;
        tasks.run(Messages.get("task.review"), () -> {
            if (first) {
                reviews.giveBack(holder);
            }
            return reviews.handOut(queue, place, skippedToo, PORTION, holder);
        }, items -> handedOut(asked, items), failure -> {
            if (asked == sitting) {
                reading = false;
                failed.accept(failure);
            }
        });
    }

    /// At the end it looks once from the beginning for what came, or came back, meanwhile.
    private void handedOut(int asked, List<ReviewItem> items) {
        if (asked != sitting) {
            return;
        }
        reading = false;
        fresh = false;
        ahead.addAll(items);
        if (items.isEmpty()) {
            exhausted = lastRound || place.isEmpty();
            lastRound = true;
            place = Optional.empty();
        } else {
            place = Optional.of(items.getLast().place());
        }
        arrived.run();
        more();
    }

    private void renew() {
        tasks.run(Messages.get("task.review"), () -> {
            reviews.renew(holder);
            return null;
        }, done -> { }, failure -> { });
        renewing.restart();
    }

    /// Others may have all that this window has; where that cannot be told, its leases end by themselves.
    void leave() {
        renewing.stop();
        sitting++;
        exhausted = true;
        ahead.clear();
        tasks.save(Messages.get("task.review"), () -> {
            reviews.giveBack(holder);
            return null;
        }, done -> { }, failure -> { });
    }
}
