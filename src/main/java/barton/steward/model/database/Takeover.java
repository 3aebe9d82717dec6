package barton.steward.model.database;

/// Whether a database that was made by hand may be taken over.
public enum Takeover {
    /// It is left alone.
    NONE,
    /// Where it has all of our tables.
    WHOLE,
    /// Also where tables, columns or functions of the history are missing, which are made then.
    COMPLETED
}
