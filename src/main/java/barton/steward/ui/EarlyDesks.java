package barton.steward.ui;

import barton.steward.model.StewardException;
import barton.steward.service.Desks;
import barton.steward.service.OpenDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Function;

/// Opens the first desk while the toolkit is still starting, and keeps what is said meanwhile until somebody listens. Whoever asks
/// first gets that desk; all others are opened when they are asked for.
final class EarlyDesks implements Desks {
    private final List<String> said = new ArrayList<>();
    private final Desks desks;
    private Consumer<String> listener;
    private Future<OpenDesk> first;

    /// Begins at once.
    EarlyDesks(Function<Consumer<String>, Desks> desks, Optional<String> uri, Optional<String> executor) {
        this.desks = desks.apply(this::say);
        var opening = new FutureTask<>(() -> this.desks.open(uri, executor));
        first = opening;
        Thread.ofVirtual().name("steward-opening").start(opening);
    }

    /// The same for somebody who listens now.
    synchronized Desks heardBy(Consumer<String> progress) {
        listener = progress;
        said.forEach(progress);
        return this;
    }

    @Override
    public OpenDesk open(Optional<String> uri, Optional<String> executor) {
        Future<OpenDesk> opening = takeFirst();
        if (opening == null) {
            return desks.open(uri, executor);
        }
        try {
            return opening.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StewardException(StewardException.Kind.CANCELLED, "Cancelled; nothing was changed.", "", e);
        }
    }

    private synchronized Future<OpenDesk> takeFirst() {
        Future<OpenDesk> taken = first;
        first = null;
        return taken;
    }

    private synchronized void say(String step) {
        if (listener == null) {
            said.add(step);
        } else {
            listener.accept(step);
        }
    }
}
