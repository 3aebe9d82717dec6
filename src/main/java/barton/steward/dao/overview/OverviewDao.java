package barton.steward.dao.overview;

import barton.steward.model.Overview;
import barton.steward.model.enrichment.SourceReliability;
import java.util.List;

/// The figures of the overview beside the batches.
public interface OverviewDao {
    Overview overview();

    /// The sources of company sidecars, the one with the most first.
    List<SourceReliability> reliability();
}
