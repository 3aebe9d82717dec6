package barton.steward.model.intake;

import java.time.Instant;

/// Why a record of intake is rejected, and by whom and when; both null where nobody knows, as of a note that was there before.
public record Rejection(String why, String by, Instant at) {
}
