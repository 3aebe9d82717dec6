package barton.steward.model;

/// A failure that a steward is told about: the message says what happened and what was kept, the advice what to do next.
/// Neither ever holds a password. The cause is for the log.
public final class StewardException extends RuntimeException {
    /// What kind of failure it is, by which the command line chooses its exit code and the window its buttons.
    public enum Kind {
        /// The database cannot be reached, or does not let us in.
        NO_DATABASE,
        /// The request was understood and refused; nothing was written.
        REFUSED,
        /// A steward cancelled the work; nothing was written.
        CANCELLED,
        /// The connection broke while the work was being saved: whether it was, only the database can tell.
        OUTCOME_UNKNOWN,
        /// A reading ended in its middle, so that nothing of it holds; begun anew it may come to its end.
        BROKEN_OFF,
        /// What nobody foresaw.
        UNFORESEEN
    }

    private final Kind kind;
    private final String advice;

    public StewardException(Kind kind, String message, String advice, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.advice = advice;
    }

    public static StewardException refused(String message, String advice) {
        return new StewardException(Kind.REFUSED, message, advice, null);
    }

    public Kind kind() {
        return kind;
    }

    /// What to do next; blank where there is nothing to say.
    public String advice() {
        return advice;
    }
}
