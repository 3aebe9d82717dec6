package barton.steward.dao;

import barton.steward.model.Tally;

/// Counts facts by statements of their own, which share nothing with those behind the window's filters and figures.
public interface TallyDao {
    /// @param of what the fact is counted of, in the order that [Tally] names
    long count(Tally fact, String... of);
}
