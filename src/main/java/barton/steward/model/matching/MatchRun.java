package barton.steward.model.matching;

import java.time.Instant;

/// A search for pairs: so many rows of the batch were compared with so many of master and, where `withinBatch`, with each other.
public record MatchRun(long id, String batch, boolean withinBatch, long compared, long comparedWith, long candidates, String executor,
                       Instant at) {
}
