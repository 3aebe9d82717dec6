package barton.steward.ui;

import barton.steward.model.StewardException;
import barton.steward.service.Session;
import barton.steward.ui.support.Messages;
import barton.steward.ui.task.Delay;
import barton.steward.ui.task.Job;
import barton.steward.ui.task.Tasks;
import java.time.Instant;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.util.Duration;

/// Whether the database answers. However many questions fail by it, an outage is one, and ends by itself: the database is tried again,
/// after longer and longer pauses. A question that waits for seconds makes it suspected too.
final class ConnectionState implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.seconds(1);
    private static final Duration LONGEST_PAUSE = Duration.seconds(30);
    private static final Duration SILENCE = Duration.seconds(5);
    private static final Duration LONGEST_SILENCE = Duration.minutes(1);
    private static final long BETWEEN_RETURNS_SECONDS = 10;

    private final Session session;
    private final Tasks tasks;
    private final Runnable back;
    private final ReadOnlyObjectWrapper<Outage> outage = new ReadOnlyObjectWrapper<>();
    private final ListChangeListener<Job> working = c -> worked();
    private final Delay again;
    private final Delay silence;
    private final Runnable following;
    private Duration pause = FIRST_PAUSE;
    private Duration patience = SILENCE;
    private Job probe;
    private Instant suspected;
    private Instant returned = Instant.MIN;
    private boolean busy;
    private boolean closed;

    /// Why the database does not answer, and since when.
    record Outage(StewardException cause, Instant since) {
    }

    /// @param back run when it answers again: what was asked meanwhile has to be asked anew
    ConnectionState(Session session, Tasks tasks, Runnable back) {
        this.session = session;
        this.tasks = tasks;
        this.back = back;
        this.again = tasks.quietDelay(FIRST_PAUSE, () -> probe(true));
        this.silence = tasks.quietDelay(SILENCE, this::waited);
        this.following = session.watch(why -> Platform.runLater(() -> hear(why)));
        tasks.active().addListener(working);
    }

    /// Null while the database answers.
    ReadOnlyObjectProperty<Outage> outageProperty() {
        return outage.getReadOnlyProperty();
    }

    /// Tries now, and from then on at short distances.
    void tryNow() {
        pause = FIRST_PAUSE;
        probe(true);
    }

    @Override
    public void close() {
        closed = true;
        following.run();
        again.stop();
        silence.stop();
        tasks.active().removeListener(working);
    }

    private void hear(Optional<StewardException> why) {
        if (closed) {
            return;
        }
        if (why.isEmpty()) {
            answers();
        } else if (outage.get() == null) {
            if (probing()) {
                // What it waits for may take its time: our own server is started again meanwhile.
                outage.set(new Outage(why.get(), since()));
            } else {
                probe(true);
            }
        }
    }

    private Instant since() {
        return suspected == null ? Instant.now() : suspected;
    }

    private boolean probing() {
        return probe != null && probe.state() == Job.State.RUNNING;
    }

    /// @param failed whether a question has failed, so that it is asked anew where the database answers
    private void probe(boolean failed) {
        again.stop();
        if (closed || probing()) {
            return;
        }
        suspected = since();
        probe = tasks.run(Messages.get("task.connection"), () -> {
            session.probe();
            return true;
        }, done -> {
            suspected = failed ? suspected : null;
            answers();
        }, failure -> silent(failure.cause()));
    }

    private void answers() {
        // What broke in passing is asked anew as well, but not for ever.
        boolean anew = outage.get() != null
                || suspected != null && returned.plusSeconds(BETWEEN_RETURNS_SECONDS).isBefore(Instant.now());
        suspected = null;
        outage.set(null);
        pause = FIRST_PAUSE;
        again.stop();
        if (anew && !closed) {
            returned = Instant.now();
            back.run();
        }
    }

    private void silent(StewardException cause) {
        if (!closed && cause.kind() != StewardException.Kind.CANCELLED) {
            outage.set(new Outage(cause, since()));
            again.restart(pause);
            pause = shorter(pause.multiply(2), LONGEST_PAUSE);
        }
    }

    private void worked() {
        boolean now = tasks.active().stream().anyMatch(job -> job != probe);
        if (now && !busy) {
            patience = SILENCE;
            silence.restart(patience);
        } else if (!now) {
            silence.stop();
        }
        busy = now;
    }

    /// Something has been asked for seconds: is anybody there?
    private void waited() {
        if (outage.get() == null) {
            probe(false);
        }
        patience = shorter(patience.multiply(2), LONGEST_SILENCE);
        silence.restart(patience);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.lessThan(other) ? one : other;
    }
}
