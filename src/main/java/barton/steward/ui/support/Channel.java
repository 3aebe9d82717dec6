package barton.steward.ui.support;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// A place for one answer: a newer question cancels the older one, whose answer or failure nobody hears of any more.
public final class Channel {
    private final Tasks tasks;
    private Job latest;

    Channel(Tasks tasks) {
        this.tasks = tasks;
    }

    public <T> void run(String name, Callable<T> task, Consumer<? super T> onDone) {
        drop();
        latest = tasks.run(name, task, onDone);
    }

    public <T> void run(String name, Callable<T> task, Consumer<? super T> onDone, Consumer<Failure> onFailure) {
        drop();
        latest = tasks.run(name, task, onDone, onFailure);
    }

    /// The answer is not wanted any more.
    public void drop() {
        if (latest != null) {
            latest.drop();
            latest = null;
        }
    }
}
