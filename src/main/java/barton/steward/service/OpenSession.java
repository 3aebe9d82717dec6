package barton.steward.service;

import java.util.Optional;

/// A session that stands open until it is closed, which lets go of its database.
/// @param news what whoever opened it should know, in a sentence; empty as a rule
public record OpenSession(Session session, Optional<String> news, Runnable leave) implements AutoCloseable {
    public OpenSession(Session session, Runnable leave) {
        this(session, Optional.empty(), leave);
    }

    @Override
    public void close() {
        leave.run();
    }
}
