package barton.steward.ui.support;

import java.time.Instant;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

/// The time as what says how long ago something was reads it: it goes on every half minute. To be used on the FX thread only.
public final class Clock {
    private static final ReadOnlyObjectWrapper<Instant> NOW = new ReadOnlyObjectWrapper<>(Instant.now());
    private static final Timeline TICKS = new Timeline(new KeyFrame(Duration.seconds(30), e -> tick(Instant.now())));

    private Clock() {
    }

    public static ReadOnlyObjectProperty<Instant> now() {
        if (TICKS.getStatus() != Animation.Status.RUNNING) {
            TICKS.setCycleCount(Animation.INDEFINITE);
            TICKS.play();
            tick(Instant.now());
        }
        return NOW.getReadOnlyProperty();
    }

    /// It is this late now.
    public static void tick(Instant now) {
        NOW.set(now);
    }
}
