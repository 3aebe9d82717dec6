package barton.steward.model.audit;

/// How an audit ended.
public enum Outcome {
    /// No more were wrong than may be, also if all that is unsure were.
    ACCEPTED,
    /// More were wrong than may be.
    REJECTED,
    /// It depends on the records of which somebody was unsure or two judges said different things.
    UNSETTLED,
    /// Nothing was asked but the rate.
    MEASURED,
    /// Somebody let the batch go all the same.
    LIFTED
}
