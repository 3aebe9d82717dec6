package barton.steward.ui;

import barton.steward.catalog.Table;
import barton.steward.service.Session;
import barton.steward.ui.task.Delay;
import barton.steward.ui.task.Tasks;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.util.Duration;

/// Passes on to the window, on its thread, which tables look different because somebody changed something; many changes in a short
/// time are told once.
final class ExternalChanges implements AutoCloseable {
    private static final Duration TOGETHER = Duration.millis(250);

    private final Set<Table> changed = EnumSet.noneOf(Table.class);
    private final Delay telling;
    private final Runnable following;
    private boolean closed;

    ExternalChanges(Session session, Tasks tasks, Consumer<Set<Table>> told) {
        this.telling = tasks.quietDelay(TOGETHER, () -> {
            Set<Table> all = EnumSet.copyOf(changed);
            changed.clear();
            told.accept(all);
        });
        this.following = session.follow(tables -> Platform.runLater(() -> add(tables)));
    }

    @Override
    public void close() {
        closed = true;
        telling.stop();
        following.run();
    }

    private void add(Set<Table> tables) {
        changed.addAll(tables);
        if (!closed && !telling.pending()) {
            telling.restart();
        }
    }
}
