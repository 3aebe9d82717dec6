package barton.steward.service;

/// A desk that stands open until it is closed, which lets go of its database.
public record OpenDesk(Desk desk, Runnable leave) implements AutoCloseable {
    @Override
    public void close() {
        leave.run();
    }
}
