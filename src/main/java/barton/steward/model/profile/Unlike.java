package barton.steward.model.profile;

/// In what a column is not as it was in the batches before.
/// @param what   the shape or the value that it is about, of SWAPPED and RESEMBLES the other column; null for EMPTY and PLACEHOLDER
/// @param now    the share of the rows, 0 to 1; of SWAPPED and RESEMBLES how much the column is like the other one before, 0 to 1
/// @param before the same of the batches before; of SWAPPED and RESEMBLES how much it is like itself
public record Unlike(Kind kind, String column, String what, double now, double before) {
    /// What is another.
    public enum Kind {
        /// Two columns have what the other one had.
        SWAPPED,
        /// The column has what another one had.
        RESEMBLES,
        EMPTY, PLACEHOLDER,
        /// How values look, and how many rows have the most frequent value.
        SHAPE, VALUE
    }
}
