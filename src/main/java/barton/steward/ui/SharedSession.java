package barton.steward.ui;

import barton.steward.service.OpenSession;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// A session that several windows have. It is closed when the last of them lets go; any thread.
final class SharedSession {
    private final OpenSession opened;
    private final AtomicInteger users = new AtomicInteger();

    SharedSession(OpenSession opened) {
        this.opened = opened;
    }

    /// The session for one more window, until that closes it.
    OpenSession use() {
        users.incrementAndGet();
        var left = new AtomicBoolean();
        return new OpenSession(opened.session(), Optional.empty(), () -> {
            if (!left.getAndSet(true) && users.decrementAndGet() == 0) {
                opened.close();
            }
        });
    }
}
