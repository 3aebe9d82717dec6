package barton.steward.model;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// A piece of work that can be cancelled and tells how far it is. It is bound to the thread that does the work, so that
/// whatever runs there, at any depth, can register what a cancel has to stop. Thread-safe.
public final class Work {
    private static final ScopedValue<Work> CURRENT = ScopedValue.newInstance();

    private final LongConsumer progress;
    private final Consumer<String> waiting;
    private final List<Runnable> cancelActions = new ArrayList<>();
    private boolean cancelled;

    /// @param progress told the number of rows done so far, on the working thread
    public Work(LongConsumer progress) {
        this(progress, sentence -> { });
    }

    /// @param waiting told, on the working thread, for what the work waits, in a few words; blank when it goes on
    public Work(LongConsumer progress, Consumer<String> waiting) {
        this.progress = progress;
        this.waiting = waiting;
    }

    /// Runs the task with this work bound to the thread.
    public <T> T run(Callable<T> task) throws Exception {
        return ScopedValue.where(CURRENT, this).call(task::call);
    }

    /// Tells the number of rows done so far; nothing happens where no work is bound.
    /// @throws StewardException of kind CANCELLED where the work was cancelled
    public static void progress(long rows) {
        if (CURRENT.isBound()) {
            CURRENT.get().progress.accept(rows);
        }
        checkCancelled();
    }

    /// Tells for whom the work waits, or with a blank text that it goes on; nothing happens where no work is bound.
    public static void waiting(String forWhom) {
        if (CURRENT.isBound()) {
            CURRENT.get().waiting.accept(forWhom);
        }
    }

    /// @throws StewardException of kind CANCELLED where the work bound to this thread was cancelled
    public static void checkCancelled() {
        if (isCancelled()) {
            throw new StewardException(StewardException.Kind.CANCELLED, "Cancelled; nothing was changed.", "", null);
        }
    }

    /// Whether the work bound to this thread was cancelled.
    public static boolean isCancelled() {
        return CURRENT.isBound() && CURRENT.get().cancelled();
    }

    /// Registers what a cancel has to stop until the returned handle is closed; runs it at once where the work is cancelled already.
    public static Registration onCancel(Runnable stop) {
        if (!CURRENT.isBound()) {
            return () -> { };
        }
        return CURRENT.get().register(stop);
    }

    /// Cancels the work: what is registered is stopped on the calling thread.
    public void cancel() {
        List<Runnable> stops;
        synchronized (this) {
            cancelled = true;
            stops = List.copyOf(cancelActions);
        }
        stops.forEach(Runnable::run);
    }

    public synchronized boolean cancelled() {
        return cancelled;
    }

    private Registration register(Runnable stop) {
        synchronized (this) {
            cancelActions.add(stop);
        }
        if (cancelled()) {
            stop.run();
        }
        return () -> {
            synchronized (this) {
                cancelActions.remove(stop);
            }
        };
    }

    /// Takes a registered stop back.
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
