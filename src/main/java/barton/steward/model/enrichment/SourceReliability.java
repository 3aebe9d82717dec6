package barton.steward.model.enrichment;

import java.math.BigDecimal;

/// How far the sidecars of companies from one source can be relied on: how many there are, their average confidence (null where none has
/// one), and how many have 90 and more, or less than 70. The source is null where nobody knows.
public record SourceReliability(String source, long sidecars, BigDecimal confidence, long high, long low) {
}
