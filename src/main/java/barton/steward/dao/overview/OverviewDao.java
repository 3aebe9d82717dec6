package barton.steward.dao.overview;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Limits;
import barton.steward.model.Overview;
import barton.steward.model.enrichment.EnrichmentCounts;
import barton.steward.model.enrichment.SourceReliability;
import barton.steward.model.history.Decisions;
import java.util.List;

/// The figures of the overview beside the batches.
public interface OverviewDao {
    Overview overview();

    EnrichmentCounts enrichment();

    /// The sources of company sidecars, the one with the most first.
    List<SourceReliability> reliability();

    /// What stewards decided by hand about the companies, or people, of intake on the newest days on which anybody did, the oldest first.
    List<Decisions> pace(Entity entity, int days);

    /// By which the figures are counted, and rows found.
    Limits limits();

    void set(Limits limits, String executor);
}
