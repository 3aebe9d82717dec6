package barton.steward.catalog;

/// How a table shows the values of a field; `ui.virtual.CellRenderers` has a cell for each.
public enum Display {
    /// As the type is written, at the right where it is a number.
    PLAIN,
    /// Where a row of intake stands, with an icon.
    STATUS,
    /// Notes, one a line: the first of them, and how many more there are.
    NOTES,
    /// From 0 to 100, as a bar and a number.
    SCORE,
    /// A yes or no that matters, with an icon.
    VERDICT,
    /// How long ago, in words.
    AGE,
    /// Whether an enrichment is fresh, with an icon.
    FRESHNESS,
    /// The percentage of a run's records that passed, as a bar with both numbers.
    SHARE,
    /// How many records of a run failed; more than none stands out.
    FAILURES
}
