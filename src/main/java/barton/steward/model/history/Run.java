package barton.steward.model.history;

import java.time.Instant;

/// A row of the validation log. Every component but the run may be null in rows that other clients wrote.
public record Run(String run, String source, String target, Integer total, Integer passed, Integer failed, String executor,
                  Instant executedAt, String notes) {
}
