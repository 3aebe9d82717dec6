package barton.steward.model.enrichment;

import java.math.BigDecimal;
import java.time.Instant;

/// What an enrichment found for the sidecar of a record of intake, which waits for the record's promotion.
/// `payload` is JSON; `source` and `confidence` (0 to 100) are null where the file did not say them.
public record WaitingEnrichment(String payload, String source, BigDecimal confidence, Instant at) {
}
