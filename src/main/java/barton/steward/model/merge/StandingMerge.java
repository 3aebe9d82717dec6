package barton.steward.model.merge;

import java.time.Instant;
import java.util.List;

/// A merge that stands: which records went into the survivor by it, with their names, in the same order.
public record StandingMerge(String run, Instant at, String executor, List<String> ids, List<String> names) {
}
