package barton.steward.dao.intake;

import barton.steward.catalog.Entity;
import barton.steward.model.intake.DiscardedBatch;
import java.util.OptionalLong;
import java.util.UUID;

/// Discards batches: their rows leave intake and are kept whole, so that whoever takes the action back puts them back. What something
/// depends on stays.
public interface DiscardDao {
    /// What discarding the batch would do now.
    DiscardedBatch preview(Entity entity, String batch);

    /// The request is stored with the action, so that after a lost reply the same one finds what it did.
    /// @throws barton.steward.model.StewardException of kind REFUSED where another number of rows would go than was announced
    DiscardedBatch discard(Entity entity, String batch, OptionalLong announced, String executor, UUID request);
}
