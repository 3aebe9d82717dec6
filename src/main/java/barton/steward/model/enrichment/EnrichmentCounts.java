package barton.steward.model.enrichment;

/// How companies in master are enriched by the team's limits: those without a sidecar, and of the sidecars how many were enriched lately,
/// too long ago or never, and for how many the confidence is high, middle, low or not known.
public record EnrichmentCounts(long without, long fresh, long stale, long never, long high, long middle, long low, long unknown) {
}
