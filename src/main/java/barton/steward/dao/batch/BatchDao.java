package barton.steward.dao.batch;

import barton.steward.catalog.Entity;
import barton.steward.model.batch.BatchStory;

/// Reads what became of a batch.
public interface BatchDao {
    /// In one state of the database. Nothing was imported, and no run is known, where there is no such batch.
    BatchStory story(Entity entity, String batch);
}
