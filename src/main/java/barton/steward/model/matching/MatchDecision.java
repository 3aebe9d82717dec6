package barton.steward.model.matching;

import java.time.Instant;

/// The decision about a pair that counts now.
public record MatchDecision(long id, MatchVerdict verdict, String executor, Instant at) {
}
