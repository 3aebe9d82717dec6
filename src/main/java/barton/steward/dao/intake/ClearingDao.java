package barton.steward.dao.intake;

import barton.steward.catalog.Entity;
import barton.steward.model.history.RunResult;
import java.util.OptionalLong;
import java.util.UUID;

/// Clears promoted rows from intake, where copies of them are kept, and restores them. The request is stored with the run, so that
/// after a lost reply the same request finds what it did. Announced: refuses where it would be another number of rows.
public interface ClearingDao {
    /// How many rows of the batch are promoted, and can be cleared.
    long countToClear(Entity entity, String batch);

    RunResult clear(Entity entity, String batch, OptionalLong announced, String executor, UUID request);

    /// How many rows a clearing run cleared that were not restored yet.
    long countToRestore(String run);

    /// Puts the rows of a clearing run back, all or none.
    RunResult restore(String run, OptionalLong announced, String executor, UUID request);
}
