package barton.steward.model.enrichment;

import java.math.BigDecimal;
import java.time.Instant;

/// How far the sidecars of companies from one source can be relied on: how many there are, their average confidence (null where none has
/// one), for how many it is high or low by the team's limits, and when one was last enriched (null: never). The source is null where
/// nobody knows.
public record SourceReliability(String source, long sidecars, BigDecimal confidence, long high, long low, Instant latest) {
}
