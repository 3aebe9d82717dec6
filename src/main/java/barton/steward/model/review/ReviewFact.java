package barton.steward.model.review;

import java.time.Instant;

/// That somebody looked at a record and decided about it.
/// @param reason null where none was given
/// @param current whether the record has the content still that was looked at
public record ReviewFact(ReviewVerdict verdict, String reason, String by, Instant at, boolean current) {
}
