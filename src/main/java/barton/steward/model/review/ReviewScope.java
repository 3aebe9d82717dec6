package barton.steward.model.review;

/// Which of a question's records are reviewed: those that are not validated, those of them that rules found wrong, those edited since they
/// were validated, those that rules alone validated, or all. What was rejected by hand, or reviewed and not changed since, is none of them.
public enum ReviewScope {
    OPEN, FAILED, EDITED, VALIDATED, ALL
}
