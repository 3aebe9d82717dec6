package barton.steward.model.email;

import java.math.BigDecimal;
import java.time.Instant;

/// A result as the verification log keeps it: who said what of an address and when. Service, result and score may be null.
public record EmailFinding(String service, String result, BigDecimal score, Instant at) {
}
