package barton.steward.dao;

import barton.steward.model.Overview;
import barton.steward.model.SourceReliability;
import java.util.List;

/// The figures of the overview beside the batches.
public interface OverviewDao {
    Overview overview();

    /// The sources of company sidecars, the one with the most first.
    List<SourceReliability> reliability();
}
