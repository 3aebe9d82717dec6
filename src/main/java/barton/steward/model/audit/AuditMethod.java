package barton.steward.model.audit;

/// How the size of a sample is found.
public enum AuditMethod {
    /// Somebody said so many records.
    SIZE,
    /// As many as show that no more than a share of the batch is wrong.
    BOUND,
    /// By a plan of ISO 2859-1.
    AQL
}
