package barton.steward.ui;

import barton.steward.model.StewardException;
import barton.steward.service.OpenSession;
import barton.steward.service.SessionFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Function;

/// Opens the first session while the toolkit is still starting, and keeps what is said meanwhile until somebody listens. Whoever asks
/// first gets that session; all others are opened when they are asked for.
final class EarlySessionFactory implements SessionFactory {
    private final List<String> said = new ArrayList<>();
    private final SessionFactory sessions;
    private Consumer<String> listener;
    private Future<OpenSession> first;

    /// Begins at once.
    EarlySessionFactory(Function<Consumer<String>, SessionFactory> sessions, Optional<String> uri, Optional<String> executor) {
        this.sessions = sessions.apply(this::say);
        var opening = new FutureTask<>(() -> this.sessions.open(uri, executor));
        first = opening;
        Thread.ofVirtual().name("steward-opening").start(opening);
    }

    /// The same for somebody who listens now.
    synchronized SessionFactory heardBy(Consumer<String> progress) {
        listener = progress;
        said.forEach(progress);
        return this;
    }

    @Override
    public OpenSession open(Optional<String> uri, Optional<String> executor) {
        Future<OpenSession> opening = takeFirst();
        if (opening == null) {
            return sessions.open(uri, executor);
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

    private synchronized Future<OpenSession> takeFirst() {
        Future<OpenSession> taken = first;
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
