package barton.steward.ui.task;

import barton.steward.model.StewardException;
import barton.steward.ui.support.Failure;
import barton.steward.ui.support.Messages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs whatever touches a database or a file, off the FX thread. Call it on the FX thread; what is passed as `onDone`
/// or `onFailure` runs there too. A cancel is a failure of kind CANCELLED.
public final class Tasks {
    private static final Logger LOG = LoggerFactory.getLogger(Tasks.class);

    private final Executor background;
    private final Executor window;
    private final Consumer<Failure> handler;
    private final boolean threads;
    private final Set<Delay> delayed = new HashSet<>();
    private final ObservableList<Job> active = FXCollections.observableArrayList();
    private final ObservableList<Job> works = FXCollections.observableArrayList();
    /// Kept here: who listens to a view of a list would be forgotten together with a view that nobody holds.
    private final ObservableList<Job> seenActive = FXCollections.unmodifiableObservableList(active);
    private final ObservableList<Job> seenWorks = FXCollections.unmodifiableObservableList(works);
    private final List<Job> saves = new ArrayList<>();

    private Tasks(Executor background, Executor window, Consumer<Failure> handler, boolean threads) {
        this.background = background;
        this.window = window;
        this.handler = handler;
        this.threads = threads;
    }

    /// Tasks on threads of their own.
    /// @param handler told of every failure that a task has no handler of its own for
    public static Tasks onThreads(Consumer<Failure> handler) {
        return new Tasks(task -> Thread.ofVirtual().name("steward-task").start(task), Platform::runLater, handler, true);
    }

    /// Tasks that are over when the call returns, for tests without a window.
    public static Tasks onSameThread(Consumer<Failure> handler) {
        return new Tasks(Runnable::run, Runnable::run, handler, false);
    }

    /// Asks something that takes a moment and changes nothing.
    public <T> Job run(String name, Callable<T> task, Consumer<? super T> onDone) {
        return run(name, task, onDone, handler);
    }

    public <T> Job run(String name, Callable<T> task, Consumer<? super T> onDone, Consumer<Failure> onFailure) {
        return start(name, task, onDone, onFailure, () -> run(name, task, onDone, onFailure), true);
    }

    /// Runs something that takes a moment and must not be lost: who leaves waits for it.
    public <T> Job save(String name, Callable<T> task, Consumer<? super T> onDone) {
        return save(name, task, onDone, handler);
    }

    public <T> Job save(String name, Callable<T> task, Consumer<? super T> onDone, Consumer<Failure> onFailure) {
        Job job = start(name, task, onDone, onFailure, () -> save(name, task, onDone, onFailure), false);
        if (job.state() == Job.State.RUNNING) {
            saves.add(job);
        }
        return job;
    }

    /// Runs something that may take long: it stands in [#works()] meanwhile, with its progress and a cancel.
    public <T> Job work(String name, Callable<T> task, Consumer<? super T> onDone) {
        return work(name, task, onDone, handler);
    }

    public <T> Job work(String name, Callable<T> task, Consumer<? super T> onDone, Consumer<Failure> onFailure) {
        Job job = start(name, task, onDone, onFailure, () -> work(name, task, onDone, onFailure), false);
        if (job.state() == Job.State.RUNNING) {
            works.add(job);
        }
        return job;
    }

    /// Tells of a failure as if the task had no handler of its own.
    public void fail(Failure failure) {
        handler.accept(failure);
    }

    /// A place for one answer, where a newer question makes the older one void.
    public Channel channel() {
        return new Channel(this);
    }

    /// Something that is done on the FX thread a moment after it was last asked for; without threads of their own, at once.
    public Delay delay(Duration pause, Runnable run) {
        return new Delay(threads ? pause : null, run, delayed);
    }

    /// The same, but nobody waits for it: the window counts as idle meanwhile.
    public Delay quietDelay(Duration pause, Runnable run) {
        return new Delay(threads ? pause : null, run, new HashSet<>());
    }

    /// Whether nothing runs and nothing waits for its moment.
    public boolean idle() {
        return active.isEmpty() && delayed.isEmpty();
    }

    /// The long work that is running now.
    public ObservableList<Job> works() {
        return seenWorks;
    }

    /// What is being saved now.
    public List<Job> saves() {
        return List.copyOf(saves);
    }

    /// Everything that is running now.
    public ObservableList<Job> active() {
        return seenActive;
    }

    /// Cancels everything that runs; nobody is told.
    public void dropAll() {
        List.copyOf(active).forEach(Job::drop);
    }

    private <T> Job start(String name, Callable<T> task, Consumer<? super T> onDone, Consumer<Failure> onFailure, Runnable retry,
                          boolean question) {
        var job = new Job(name, background, window);
        active.add(job);
        background.execute(() -> perform(job, task, onDone, cause -> onFailure.accept(new Failure(name, cause, retry, question))));
        return job;
    }

    private <T> void perform(Job job, Callable<T> task, Consumer<? super T> onDone, Consumer<StewardException> onFailure) {
        try {
            T result = job.work().run(task);
            window.execute(() -> end(job, Job.State.DONE, () -> onDone.accept(result)));
        } catch (Exception | Error e) {
            StewardException cause = explained(job, e);
            boolean cancelled = cause.kind() == StewardException.Kind.CANCELLED;
            window.execute(() -> end(job, cancelled ? Job.State.CANCELLED : Job.State.FAILED, () -> onFailure.accept(cause)));
        }
    }

    private void end(Job job, Job.State how, Runnable tell) {
        active.remove(job);
        works.remove(job);
        saves.remove(job);
        job.end(how);
        if (!job.dropped()) {
            tell.run();
        }
    }

    private static StewardException explained(Job job, Throwable e) {
        if (e instanceof StewardException known) {
            if (known.kind() != StewardException.Kind.CANCELLED) {
                LOG.warn("{}: {}", job.name(), known.getMessage(), known);
            }
            return known;
        }
        LOG.error("{} failed", job.name(), e);
        return new StewardException(StewardException.Kind.UNFORESEEN, Messages.get("error.unforeseen", job.name()),
                Messages.get("error.unforeseen.advice"), e);
    }
}
