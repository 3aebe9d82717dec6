package barton.steward.ui.task;

import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/// Something that is done a moment after it was last asked for, such as a search after the last letter. To be used on the FX thread only.
public final class Delay {
    private final Set<Delay> pending;
    private final Runnable run;
    private final PauseTransition pause;

    /// @param pending where this stands while it waits
    /// @param pause null: it is done at once
    Delay(Duration pause, Runnable run, Set<Delay> pending) {
        this.run = run;
        this.pending = pending;
        this.pause = pause == null ? null : new PauseTransition(pause);
        if (pause != null) {
            this.pause.setOnFinished(e -> now());
        }
    }

    /// Waits from now on.
    public void restart() {
        if (pause == null) {
            run.run();
            return;
        }
        pending.add(this);
        pause.playFromStart();
    }

    /// The same, with another time to wait.
    public void restart(Duration time) {
        if (pause != null) {
            pause.stop();
            pause.setDuration(time);
        }
        restart();
    }

    /// Does it now, and not once more later.
    public void now() {
        stop();
        run.run();
    }

    /// It is not wanted any more.
    public void stop() {
        if (pending.remove(this)) {
            pause.stop();
        }
    }

    /// Whether it is still to be done.
    public boolean pending() {
        return pending.contains(this);
    }
}
