package barton.steward.ui.actions;

import barton.steward.dao.table.TableDao;
import barton.steward.model.StewardException;
import barton.steward.model.history.BulkResult;
import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import barton.steward.ui.support.Failure;
import barton.steward.ui.task.Tasks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// What a steward decides about single records: written one after the other in the order in which it was decided, each about the record
/// that was on the screen then, by its key and version. So a steward may be quicker than the database. While the database cannot be
/// reached decisions wait, which is told once; they are tried again with the next one, or on the retry of the failure that was told.
/// To be used on the FX thread only.
public final class DecisionQueue {
    private final TableDao tables;
    private final Tasks tasks;
    private final Edits edits;
    private final Deque<Decision> waiting = new ArrayDeque<>();
    private final List<Runnable> afterwards = new ArrayList<>();
    private final ReadOnlyIntegerWrapper size = new ReadOnlyIntegerWrapper();
    private boolean writing;
    private boolean stalled;

    public DecisionQueue(TableDao tables, Tasks tasks, Edits edits) {
        this.tables = tables;
        this.tasks = tasks;
        this.edits = edits;
    }

    /// The steward's own changes of single records, which are not others' changes for her decisions.
    public interface Edits {
        /// Passes on, once nothing of the record is being saved, the row that a decision about the one shown is about: the one that her
        /// own changes made of it. Empty where something that she typed could not be saved.
        void whenSaved(Row shown, Consumer<Optional<Row>> then);

        /// She changed the record from one row to the other.
        void changed(Row before, Row now);
    }

    private record Decision(BulkAction action, Row shown, UUID request, Consumer<DecisionResult> told) {
    }

    /// Writes a decision about the record as it is shown, after those that were made before.
    /// @param told hears of it on the FX thread, when the decision is not in the queue any more
    public void add(BulkAction action, Row shown, Consumer<DecisionResult> told) {
        waiting.add(new Decision(action, shown, UUID.randomUUID(), told));
        counted();
        next();
    }

    /// How many decisions are not written yet, the one that is being written among them.
    public ReadOnlyIntegerProperty sizeProperty() {
        return size.getReadOnlyProperty();
    }

    public boolean isEmpty() {
        return waiting.isEmpty();
    }

    /// The decisions that are not written yet, in words, in their order.
    public List<String> unwritten() {
        return waiting.stream().map(d -> CountedAction.ofOne(d.action(), d.shown()).title()).toList();
    }

    /// Runs when all that was decided so far is written: what follows is about what the database then says.
    public void whenWritten(Runnable run) {
        if (waiting.isEmpty()) {
            run.run();
        } else {
            afterwards.add(run);
            next();
        }
    }

    private void next() {
        Decision decision = waiting.peek();
        if (writing || decision == null) {
            return;
        }
        writing = true;
        edits.whenSaved(decision.shown(), row -> row.ifPresentOrElse(over -> write(decision, over),
                () -> end(decision, new DecisionResult.Unsaved())));
    }

    private void write(Decision decision, Row over) {
        tasks.save(CountedAction.ofOne(decision.action(), over).text("job"), () -> perform(decision, over), result -> {
            if (result instanceof DecisionResult.Done(var _, var now) && now.isPresent() && sameContent(over, now.get())) {
                edits.changed(over, now.get());
            }
            end(decision, result);
        }, failure -> failed(decision, failure));
    }

    /// Looks for the reason where nothing was changed.
    private DecisionResult perform(Decision decision, Row over) {
        Selection seen = Selection.Seen.of(over);
        return switch (decision.action().change().perform(seen, 1, decision.request())) {
            case BulkResult.Done done -> new DecisionResult.Done(done.actionId(), tables.row(over.table(), over.key()));
            case BulkResult.CountDiffers _ -> decision.action().change().reach(seen).outdated() ? new DecisionResult.Outdated()
                    : new DecisionResult.Nothing();
        };
    }

    /// What was decided stays decided where it is tried again: with the same request nothing is done twice.
    private void failed(Decision decision, Failure failure) {
        StewardException.Kind kind = failure.cause().kind();
        if (kind == StewardException.Kind.NO_DATABASE || kind == StewardException.Kind.OUTCOME_UNKNOWN) {
            writing = false;
            if (!stalled) {
                stalled = true;
                tasks.fail(new Failure(failure.task(), failure.cause(), this::next));
            }
        } else {
            end(decision, new DecisionResult.Failed(failure));
        }
    }

    private void end(Decision decision, DecisionResult result) {
        waiting.remove(decision);
        writing = false;
        stalled = false;
        counted();
        decision.told().accept(result);
        if (waiting.isEmpty()) {
            var all = List.copyOf(afterwards);
            afterwards.clear();
            all.forEach(Runnable::run);
        } else {
            next();
        }
    }

    private void counted() {
        size.set(waiting.size());
    }

    /// Whether a steward who saw the one decides about the other: nobody changed what she reads in it.
    private static boolean sameContent(Row seen, Row now) {
        return seen.table().fields().stream().filter(f -> f.isContent() || f.editable())
                .allMatch(f -> Objects.equals(seen.get(f), now.get(f)));
    }
}
