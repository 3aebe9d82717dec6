package barton.steward.db;

/// The connection broke after COMMIT was sent, so nobody here knows whether it was done.
final class LostReply extends RuntimeException {
    LostReply(Throwable cause) {
        super(cause);
    }
}
