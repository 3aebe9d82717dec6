package barton.steward.db;

import barton.steward.model.StewardException;
import barton.steward.model.StewardException.Kind;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Whether a database answered when it was last asked, and who wants to know. Thread-safe.
final class Answering {
    private final List<Consumer<Optional<StewardException>>> sinks = new CopyOnWriteArrayList<>();
    private volatile boolean answers = true;

    Runnable watch(Consumer<Optional<StewardException>> sink) {
        sinks.add(sink);
        return () -> sinks.remove(sink);
    }

    void answered() {
        if (!answers) {
            answers = true;
            sinks.forEach(sink -> sink.accept(Optional.empty()));
        }
    }

    /// Only what tells of the way to the database counts; passes the failure on.
    StewardException failed(StewardException failure) {
        if (failure.kind() == Kind.NO_DATABASE || failure.kind() == Kind.OUTCOME_UNKNOWN) {
            answers = false;
            sinks.forEach(sink -> sink.accept(Optional.of(failure)));
        }
        return failure;
    }
}
