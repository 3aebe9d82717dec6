package barton.steward.ui.task;

import barton.steward.ui.support.Failure;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A place for one answer: a newer question cancels the older one, whose answer or failure nobody hears of any more.
/// The newer one does not wait for the end of the older one, which the database may take a moment to stop; but where two are still
/// ending it does, so that no channel ever holds more than two connections.
public final class Channel {
    private static final int MOST_RUNNING = 2;

    private final Tasks tasks;
    private Supplier<Job> next;
    private Job latest;
    private int running;

    Channel(Tasks tasks) {
        this.tasks = tasks;
    }

    public <T> void run(String name, Callable<T> task, Consumer<? super T> onDone) {
        ask(() -> tasks.run(name, task, onDone));
    }

    public <T> void run(String name, Callable<T> task, Consumer<? super T> onDone, Consumer<Failure> onFailure) {
        ask(() -> tasks.run(name, task, onDone, onFailure));
    }

    /// The answer is not wanted any more.
    public void drop() {
        next = null;
        if (latest != null) {
            latest.drop();
            latest = null;
        }
    }

    private void ask(Supplier<Job> question) {
        drop();
        if (running < MOST_RUNNING) {
            start(question);
        } else {
            next = question;
        }
    }

    private void start(Supplier<Job> question) {
        Job job = question.get();
        if (job.state() == Job.State.RUNNING) {
            latest = job;
            running++;
            job.stateProperty().addListener(o -> ended());
        }
    }

    private void ended() {
        running--;
        if (next != null) {
            Supplier<Job> question = next;
            next = null;
            start(question);
        }
    }
}
