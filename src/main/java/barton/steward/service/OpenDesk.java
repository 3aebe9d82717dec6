package barton.steward.service;

import java.util.Optional;

/// A desk that stands open until it is closed, which lets go of its database.
/// @param news what whoever opened it should know, in a sentence; empty as a rule
public record OpenDesk(Desk desk, Optional<String> news, Runnable leave) implements AutoCloseable {
    public OpenDesk(Desk desk, Runnable leave) {
        this(desk, Optional.empty(), leave);
    }

    @Override
    public void close() {
        leave.run();
    }
}
