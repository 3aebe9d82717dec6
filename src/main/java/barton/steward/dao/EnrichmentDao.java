package barton.steward.dao;

/// Plays the enrichment service that writes people and sidecars beside the desk.
public interface EnrichmentDao {
    /// Gives companies that were promoted from a batch one of the people in people intake each, in the default slot, and both of
    /// them a sidecar.
    void enrich(String batch);
}
