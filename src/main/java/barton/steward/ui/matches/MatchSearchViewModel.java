package barton.steward.ui.matches;

import barton.steward.catalog.Entity;
import barton.steward.model.matching.MatchRun;
import barton.steward.service.Session;
import barton.steward.ui.support.Failure;
import barton.steward.ui.support.Messages;
import barton.steward.ui.task.Job;
import barton.steward.ui.task.Tasks;
import java.util.function.BiConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// The search for the pairs of a batch, one at a time.
public final class MatchSearchViewModel {
    private final Session session;
    private final Tasks tasks;
    private final BiConsumer<Entity, MatchRun> found;
    private final BooleanProperty within = new SimpleBooleanProperty(true);
    private final ReadOnlyStringWrapper running = new ReadOnlyStringWrapper();
    private final ReadOnlyLongWrapper rows = new ReadOnlyLongWrapper();
    private Job job;

    /// @param found told of each search that came to its end
    public MatchSearchViewModel(Session session, Tasks tasks, BiConsumer<Entity, MatchRun> found) {
        this.session = session;
        this.tasks = tasks;
        this.found = found;
    }

    /// Whether the rows of the batch are compared with each other too.
    public BooleanProperty withinProperty() {
        return within;
    }

    /// The batch that is searched; null while none is.
    public ReadOnlyStringProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// The rows done so far.
    public ReadOnlyLongProperty rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    public void find(Entity entity, String batch) {
        if (running.get() != null) {
            return;
        }
        boolean each = within.get();
        running.set(batch);
        job = tasks.work(Messages.get("matches.job", batch), () -> session.matching().of(entity).find(batch, each), run -> {
            running.set(null);
            found.accept(entity, run);
        }, failure -> {
            running.set(null);
            tasks.fail(new Failure(failure.task(), failure.cause(), () -> find(entity, batch)));
        });
        rows.bind(job.rowsProperty());
    }

    /// Stops the search; the pairs of the one before stay.
    public void cancel() {
        job.cancel();
    }
}
