package barton.steward.model.audit;

/// What somebody says of a record of a sample.
public enum Verdict {
    RIGHT, WRONG, UNSURE
}
