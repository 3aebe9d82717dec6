package barton.steward.ui.task;

import barton.steward.model.Work;
import java.time.Duration;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// A task that runs, or has run. To be used on the FX thread only.
public final class Job {
    /// How far a job is.
    public enum State { RUNNING, DONE, FAILED, CANCELLED }

    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final String name;
    private final Executor background;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.RUNNING);
    private final ReadOnlyLongWrapper rows = new ReadOnlyLongWrapper();
    private final ReadOnlyStringWrapper waiting = new ReadOnlyStringWrapper("");
    private final Work work;
    private boolean dropped;

    Job(String name, Executor background, Executor window) {
        this.name = name;
        this.background = background;
        this.work = new Work(new Progress(window, rows::set, PATIENCE), forWhom -> window.execute(() -> waiting.set(forWhom)));
    }

    public String name() {
        return name;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public State state() {
        return state.get();
    }

    /// The rows done so far.
    public ReadOnlyLongProperty rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// For whom it waits, in a few words; blank while it waits for nobody.
    public ReadOnlyStringProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /// Cancels the work, in the database too; the job ends as CANCELLED unless it was faster.
    public void cancel() {
        if (state() == State.RUNNING) {
            background.execute(work::cancel);
        }
    }

    /// Cancels the work, whose answer is not wanted any more; nobody is told how it ends.
    public void drop() {
        dropped = true;
        cancel();
    }

    boolean dropped() {
        return dropped;
    }

    Work work() {
        return work;
    }

    void end(State how) {
        state.set(how);
    }
}
