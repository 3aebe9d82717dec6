package barton.steward.service.promotion;

import barton.steward.dao.promotion.TakeBackDao;
import barton.steward.model.promotion.TakeBack;
import java.util.OptionalLong;
import java.util.UUID;

/// Takes promotions back: what a run brought to master leaves it, but for those on which something depends.
public final class TakeBacks {
    private final TakeBackDao dao;
    private final String executor;

    public TakeBacks(TakeBackDao dao, String executor) {
        this.dao = dao;
        this.executor = executor;
    }

    /// What taking the run back would do now; neither goes nor stays anything where the run made nothing that is still there.
    public TakeBack preview(String run) {
        return dao.preview(run);
    }

    /// Takes back what can be now.
    public TakeBack takeBack(String run) {
        return dao.takeBack(run, OptionalLong.empty(), executor, UUID.randomUUID());
    }

    /// @param announced refuses where another number of records would go
    /// @param request the same one where the reply was lost: it finds what it did
    public TakeBack takeBack(String run, long announced, UUID request) {
        return dao.takeBack(run, OptionalLong.of(announced), executor, request);
    }
}
