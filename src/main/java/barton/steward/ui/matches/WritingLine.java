package barton.steward.ui.matches;

import barton.steward.model.StewardException.Kind;
import barton.steward.ui.support.Failure;
import barton.steward.ui.task.Tasks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// What is written one after the other, in the order of the keys, so that a steward may be quicker than the database. Where the database
/// cannot be reached, all that waits fails with it: nothing is written later, unseen. To be used on the FX thread only.
final class WritingLine {
    private static final Set<Kind> AWAY = EnumSet.of(Kind.NO_DATABASE, Kind.OUTCOME_UNKNOWN);

    private final Tasks tasks;
    private final Deque<Entry<?>> waiting = new ArrayDeque<>();
    private final List<Runnable> afterwards = new ArrayList<>();
    private boolean writing;
    private long written;

    WritingLine(Tasks tasks) {
        this.tasks = tasks;
    }

    private record Entry<T>(String name, Callable<T> task, Consumer<? super T> onDone, Consumer<Failure> onFailure) {
    }

    <T> void add(String name, Callable<T> task, Consumer<? super T> onDone, Consumer<Failure> onFailure) {
        waiting.add(new Entry<>(name, task, onDone, onFailure));
        next();
    }

    boolean isIdle() {
        return !writing && waiting.isEmpty();
    }

    /// How many were written, or failed, so far.
    long ended() {
        return written;
    }

    /// Runs when nothing waits.
    void whenIdle(Runnable run) {
        if (isIdle()) {
            run.run();
        } else {
            afterwards.add(run);
        }
    }

    private void next() {
        if (!writing && !waiting.isEmpty()) {
            writing = true;
            write(waiting.remove());
        }
    }

    private <T> void write(Entry<T> entry) {
        tasks.save(entry.name(), entry.task(), result -> end(() -> entry.onDone().accept(result)), why -> {
            List<Entry<?>> failed = new ArrayList<>(List.of(entry));
            if (AWAY.contains(why.cause().kind())) {
                failed.addAll(waiting);
                waiting.clear();
            }
            end(() -> failed.forEach(each -> each.onFailure().accept(why)));
        });
    }

    private void end(Runnable told) {
        writing = false;
        written++;
        told.run();
        next();
        if (isIdle()) {
            var all = List.copyOf(afterwards);
            afterwards.clear();
            all.forEach(Runnable::run);
        }
    }
}
