package barton.steward.service.intake;

import barton.steward.catalog.Entity;
import barton.steward.dao.intake.ClearingDao;
import barton.steward.model.history.RunResult;
import java.util.OptionalLong;
import java.util.UUID;

/// Clears promoted rows from intake, and puts them back. Announced: refuses where it would be another number of rows.
public final class Clearing {
    private final ClearingDao dao;
    private final String executor;

    public Clearing(ClearingDao dao, String executor) {
        this.dao = dao;
        this.executor = executor;
    }

    public long countToClear(Entity entity, String batch) {
        return dao.countToClear(entity, batch);
    }

    public RunResult clear(Entity entity, String batch, long announced) {
        return clear(entity, batch, announced, UUID.randomUUID());
    }

    /// @param request the same one where the reply was lost: it finds what it did
    public RunResult clear(Entity entity, String batch, long announced, UUID request) {
        return dao.clear(entity, batch, OptionalLong.of(announced), executor, request);
    }

    public long countToRestore(String run) {
        return dao.countToRestore(run);
    }

    /// Puts the rows of a clearing run back, all or none.
    public RunResult restore(String run) {
        return dao.restore(run, OptionalLong.empty(), executor, UUID.randomUUID());
    }

    public RunResult restore(String run, long announced, UUID request) {
        return dao.restore(run, OptionalLong.of(announced), executor, request);
    }
}
