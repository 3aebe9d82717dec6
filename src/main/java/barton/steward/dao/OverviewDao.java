package barton.steward.dao;

import barton.steward.model.Overview;

/// The figures of the overview beside the batches.
public interface OverviewDao {
    Overview overview();
}
