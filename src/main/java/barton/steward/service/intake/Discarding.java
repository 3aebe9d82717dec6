package barton.steward.service.intake;

import barton.steward.catalog.Entity;
import barton.steward.dao.intake.DiscardDao;
import barton.steward.model.intake.DiscardedBatch;
import java.util.OptionalLong;
import java.util.UUID;

/// Discards batches from intake: all rows of which nothing depends; taken back like any action.
public final class Discarding {
    private final DiscardDao dao;
    private final String executor;

    public Discarding(DiscardDao dao, String executor) {
        this.dao = dao;
        this.executor = executor;
    }

    /// What would go and what would stay.
    public DiscardedBatch preview(Entity entity, String batch) {
        return dao.preview(entity, batch);
    }

    /// @param request the same one where the reply was lost: it finds what it did
    public DiscardedBatch discard(Entity entity, String batch, long announced, UUID request) {
        return dao.discard(entity, batch, OptionalLong.of(announced), executor, request);
    }
}
