package barton.steward.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;

/// Tells when a window shows something: the condition holds after a layout, and the frame of that layout was handed over and the next
/// one begins.
final class Painted {
    private final CompletableFuture<Long> at = new CompletableFuture<>();
    private final Scene scene;
    private final BooleanSupplier condition;
    private final Runnable afterLayout = this::look;
    private final AnimationTimer frames = new AnimationTimer() {
        @Override
        public void handle(long now) {
            if (laidOut) {
                stop();
                at.complete(System.nanoTime());
            }
        }
    };
    private boolean laidOut;

    /// On the FX thread, before what makes the condition true.
    Painted(Scene scene, BooleanSupplier condition) {
        this.scene = scene;
        this.condition = condition;
        scene.addPostLayoutPulseListener(afterLayout);
        frames.start();
    }

    private void look() {
        if (!laidOut && condition.getAsBoolean()) {
            laidOut = true;
            Platform.runLater(() -> scene.removePostLayoutPulseListener(afterLayout));
        }
    }

    /// When it was; not on the FX thread.
    long nanoTime() {
        try {
            return at.get(60, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the window does not show within a minute what it should", e);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
