package barton.steward.ui.review;

import barton.steward.catalog.Entity;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.model.review.ReviewItem;
import barton.steward.model.review.ReviewOrder;
import barton.steward.model.review.ReviewQueue;
import barton.steward.model.review.ReviewScope;
import barton.steward.model.review.ReviewVerdict;
import barton.steward.service.Session;
import barton.steward.ui.actions.DecisionQueue;
import barton.steward.ui.support.Failure;
import barton.steward.ui.support.Messages;
import barton.steward.ui.task.Channel;
import barton.steward.ui.task.Tasks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// A review: one record after the other, what is decided about each, and how far it is. Decisions are written behind the steward, in
/// their order, each about the record that was shown; one that cannot be written comes back with its record.
public final class ReviewViewModel {
    private final Session session;
    private final Tasks tasks;
    private final DecisionQueue unwritten;
    private final Sitting sitting = new Sitting();
    private final ReviewDecisions decisions;
    private final ReviewProgress progress;
    private final Channel reading;
    private final ReviewSupply supply;
    private final Deque<ReviewItem> behind = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<ReviewItem> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.LOADING);
    private final ReadOnlyObjectWrapper<ReviewQueue> queue = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper news = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper risk = new ReadOnlyStringWrapper("");
    private final ObservableList<String> reasons = FXCollections.observableArrayList();
    private Consumer<String> onLost = lost -> { };
    private Failure failure;
    private boolean left;

    /// What is shown.
    public enum Phase { LOADING, RECORD, EMPTY, DONE, FAILED }

    public ReviewViewModel(Session session, Tasks tasks, DecisionQueue unwritten) {
        this.session = session;
        this.tasks = tasks;
        this.unwritten = unwritten;
        this.decisions = new ReviewDecisions(session, unwritten, sitting, new Told());
        this.progress = new ReviewProgress(session.reviews(), tasks, sitting, unwritten.sizeProperty()::get);
        this.reading = tasks.channel();
        this.supply = new ReviewSupply(session.reviews(), tasks, this::arrived, this::failed);
        unwritten.sizeProperty().subscribe(progress::tell);
    }

    /// The record on the screen; null where there is none.
    public ReadOnlyObjectProperty<ReviewItem> currentProperty() {
        return current.getReadOnlyProperty();
    }

    public ReviewItem current() {
        return current.get();
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ReviewQueue> queueProperty() {
        return queue.getReadOnlyProperty();
    }

    /// How far it is, in words.
    public ReadOnlyStringProperty progressProperty() {
        return progress.progressProperty();
    }

    /// What the steward should know of what she did last; blank where that went as it should.
    public ReadOnlyStringProperty newsProperty() {
        return news.getReadOnlyProperty();
    }

    /// Why no record is shown where the phase is EMPTY or DONE.
    public ReadOnlyStringProperty endProperty() {
        return progress.endProperty();
    }

    /// How much speaks against the record on the screen, in words; blank where it did not come in that order.
    public ReadOnlyStringProperty riskProperty() {
        return risk.getReadOnlyProperty();
    }

    /// The reasons of rejection that are offered, in their order.
    public ObservableList<String> reasons() {
        return reasons;
    }

    /// Why no record is shown where the phase is FAILED.
    public Failure failure() {
        return failure;
    }

    /// Told, after the review was left, of each decision that could not be written.
    public void onLost(Consumer<String> told) {
        onLost = told;
    }

    /// Begins to review the records of a question about intake.
    public void begin(Query query, ReviewScope scope, ReviewOrder order) {
        begin(new ReviewQueue(query, scope, order), false);
        readReasons();
    }

    public void scope(ReviewScope scope) {
        if (scope != queue.get().scope()) {
            begin(new ReviewQueue(queue.get().query(), scope, queue.get().order()), false);
        }
    }

    public void order(ReviewOrder order) {
        if (order != queue.get().order()) {
            begin(new ReviewQueue(queue.get().query(), queue.get().scope(), order), false);
        }
    }

    /// The records that the steward passed over come again.
    public void again() {
        begin(queue.get(), true);
    }

    /// Asks the database once more, where it could not be asked, and writes what waits.
    public void retry() {
        unwritten.whenWritten(() -> { });
        if (current.get() == null) {
            phase.set(Phase.LOADING);
        }
        supply.more();
        if (current.get() != null) {
            Row seen = current.get().row();
            readAgain(now -> renewed(seen, now));
        }
    }

    public void readReasons() {
        Entity entity = queue.get().entity();
        tasks.run(Messages.get("task.review"), () -> session.reviews().offered(entity), reasons::setAll, failed -> { });
    }

    private void begin(ReviewQueue next, boolean skippedToo) {
        queue.set(next);
        behind.clear();
        current.set(null);
        phase.set(Phase.LOADING);
        news.set("");
        progress.begin();
        unwritten.whenWritten(() -> {
            if (queue.get() == next && !left) {
                supply.begin(next, skippedToo);
                progress.count(next, skippedToo);
            }
        });
    }

    public void accept() {
        decide(ReviewVerdict.ACCEPTED, Optional.empty());
    }

    public void reject(String reason) {
        decide(ReviewVerdict.REJECTED, Optional.of(reason));
    }

    public void skip() {
        decide(ReviewVerdict.SKIPPED, Optional.empty());
    }

    private void decide(ReviewVerdict said, Optional<String> reason) {
        ReviewItem item = current.get();
        if (item != null) {
            news.set("");
            decisions.decide(item, said, reason);
            behind.push(item);
            forward();
        }
    }

    /// Shows the record before this one again, as it is by now.
    public void back() {
        if (!behind.isEmpty()) {
            Optional.ofNullable(current.get()).ifPresent(supply::putBack);
            show(behind.pop());
            news.set("");
            readAgain(this::changed);
        }
    }

    /// Takes the latest decision back, once it is written, and shows its record.
    public void takeBack() {
        decisions.takeBack().ifPresentOrElse(verdict -> {
            ReviewItem item = verdict.item();
            Optional.ofNullable(current.get()).filter(now -> !now.isSameRecord(item)).ifPresent(supply::putBack);
            behind.removeIf(item::isSameRecord);
            show(item);
            news.set(Messages.get("review.takenback", ReviewDecisions.words(verdict)));
        }, () -> news.set(Messages.get("review.nothing")));
    }

    /// The record on the screen was edited, or read anew.
    public void changed(Row now) {
        ReviewItem shown = current.get();
        if (shown != null && shown.row().table() == now.table() && shown.row().key().equals(now.key())) {
            current.set(shown.now(now));
        }
    }

    private void forward() {
        supply.next().ifPresentOrElse(this::show, () -> {
            current.set(null);
            phase.set(supply.isExhausted() ? ended() : Phase.LOADING);
        });
        progress.tell();
    }

    private Phase ended() {
        return sitting.records() == 0 ? Phase.EMPTY : Phase.DONE;
    }

    private void show(ReviewItem item) {
        current.set(item);
        phase.set(Phase.RECORD);
        risk.set(queue.get().order() == ReviewOrder.RISK ? Messages.get("review.risk", item.place().sortValues().getFirst()) : "");
        progress.tell();
    }

    private void readAgain(Consumer<Row> then) {
        Row row = current.get().row();
        reading.run(Messages.get("task.record"), () -> session.tables().row(row.table(), row.key()), found -> {
            if (unwritten.isEmpty()) {
                found.ifPresent(then);
            }
        }, failed -> { });
    }

    /// What others changed in it must not be taken for what was there all the time.
    private void renewed(Row seen, Row now) {
        ReviewItem shown = current.get();
        if (shown != null && shown.row() == seen && seen.version() != now.version()) {
            changed(now);
            news.set(Messages.get("review.renewed"));
        }
    }

    private void arrived() {
        if (current.get() == null && !left) {
            forward();
        }
    }

    private void failed(Failure told) {
        failure = told;
        if (current.get() == null) {
            phase.set(Phase.FAILED);
        }
    }

    private final class Told implements ReviewDecisions.Outcome {
        @Override
        public void written(Row now) {
            changed(now);
        }

        /// The record is the next one again, as it is now. What is on the screen stays there: a key may be on its way.
        @Override
        public void comesBack(ReviewItem item, String told) {
            say(told);
            progress.tell();
            tasks.run(Messages.get("task.record"), () -> session.tables().row(item.row().table(), item.row().key()), found -> {
                if (found.isPresent() && !left) {
                    putInFront(item.now(found.get()));
                }
            });
        }

        @Override
        public void stands(String told) {
            say(told);
        }
    }

    private void putInFront(ReviewItem item) {
        behind.removeIf(item::isSameRecord);
        if (current.get() == null) {
            show(item);
        } else if (item.isSameRecord(current.get())) {
            changed(item.row());
        } else {
            supply.putBack(item);
        }
    }

    private void say(String text) {
        if (left) {
            onLost.accept(text);
        } else {
            news.set(text);
        }
    }

    /// What is decided and not written, in words.
    public List<String> unwritten() {
        return unwritten.unwritten();
    }

    /// Leaves: runs at once, or when all is written. What cannot be written after that is told by [#onLost(Consumer)].
    public void leave() {
        if (!left) {
            left = true;
            current.set(null);
            progress.leave();
            reading.drop();
            unwritten.whenWritten(supply::leave);
        }
    }
}
