package barton.steward.model.suppression;

import java.time.Instant;

/// Whom nobody contacts, and why: a person by the Barton ID, an e-mail address, or a domain with all below it. `by` and `at` are null for
/// one that is not kept yet.
public record Suppression(SuppressionKind kind, String value, String reason, String by, Instant at) {
    /// One that is not kept yet.
    public static Suppression of(SuppressionKind kind, String value, String reason) {
        return new Suppression(kind, value, reason, null, null);
    }
}
