package barton.steward.model;

import java.time.Instant;

/// One field of one record that an action changed, from what to what, as text; null for NULL.
public record Change(long actionId, String kind, String field, String before, String after, String executor, Instant at) {
}
