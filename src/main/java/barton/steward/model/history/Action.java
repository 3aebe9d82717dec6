package barton.steward.model.history;

import java.time.Instant;

/// Something a steward did that is kept in the history and can be taken back once.
/// `undoneBy` is the action that took it back, or null.
public record Action(long id, String kind, String summary, long rows, String executor, Instant at, Long undoneBy) {
}
