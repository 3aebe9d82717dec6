package barton.steward.model.matching;

/// Which pairs of a batch are asked for.
public enum PairFilter {
    /// Those that nobody decided about, or that were left for later, or whose decision is to be taken anew.
    UNDECIDED,
    /// Those that are the same, or different.
    DECIDED,
    ALL
}
