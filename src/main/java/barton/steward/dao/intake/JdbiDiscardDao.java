package barton.steward.dao.intake;

import barton.steward.catalog.Entity;
import barton.steward.dao.change.AuditedChange;
import barton.steward.dao.change.ExpectedCount;
import barton.steward.dao.change.IdempotencyKey;
import barton.steward.dao.change.IntakeRemoval;
import barton.steward.dao.change.PromotionLock;
import barton.steward.dao.change.Statistics;
import barton.steward.db.Database;
import barton.steward.model.intake.DiscardedBatch;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

public final class JdbiDiscardDao implements DiscardDao {
    private static final String KIND = "discard";

    private final Database database;

    public JdbiDiscardDao(Database database) {
        this.database = database;
    }

    @Override
    public DiscardedBatch preview(Entity entity, String batch) {
        return database.longWrite(handle -> {
            var removal = IntakeRemoval.ofBatch(handle, entity, batch);
            return look(removal, batch, removal.count());
        });
    }

    private static DiscardedBatch look(IntakeRemoval removal, String batch, long rows) {
        removal.look();
        long kept = removal.tied().values().stream().mapToLong(n -> n).sum();
        return new DiscardedBatch(batch, rows - kept, kept, removal.named(DiscardedBatch.MOST_NAMED), 0);
    }

    @Override
    public DiscardedBatch discard(Entity entity, String batch, OptionalLong announced, String executor, UUID request) {
        return IdempotencyKey.write(database, handle -> {
            PromotionLock.share(handle, "discarding", executor);
            var earlier = IdempotencyKey.action(handle, request);
            var removal = IntakeRemoval.ofBatch(handle, entity, batch);
            DiscardedBatch found = look(removal, batch, removal.hold());
            if (earlier.isPresent()) {
                return new DiscardedBatch(batch, earlier.get().rows(), found.kept() + found.discarded(), found.staying(),
                        earlier.get().action());
            }
            ExpectedCount.check(announced, found.discarded(), "row", "rows", "discarded");
            return found.discarded() == 0 ? found : discard(handle, removal, found, entity, executor, request);
        });
    }

    private static DiscardedBatch discard(Handle handle, IntakeRemoval removal, DiscardedBatch found, Entity entity, String executor,
                                          UUID request) {
        long action = new AuditedChange(entity.intake(), KIND, "Discarded batch " + found.batch(), executor, request)
                .alone(handle, found.discarded());
        removal.remove(action);
        Statistics.refresh(handle, found.discarded(), List.of(entity.intake().qualifiedName()));
        return new DiscardedBatch(found.batch(), found.discarded(), found.kept(), found.staying(), action);
    }
}
