package barton.steward.dao.change;

import barton.steward.catalog.Entity;
import barton.steward.model.intake.Rejection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// The rejections of records of intake. The notes of a record say them too; each is kept as a fact of its own.
public final class Rejections {
    private static final String KEEP = """
            INSERT INTO shq.rejection (entity, intake_id, why, rejected_by, action_id)
            SELECT :entity, k.key::bigint, :why, :executor, :action
            FROM shq.change c CROSS JOIN LATERAL unnest(c.keys) AS k (key)
            WHERE c.action_id = :action""";
    private static final String STANDING = """
            SELECT r.why, coalesce(r.rejected_by, r.session_user_name) AS by, r.rejected_at AS at
            FROM shq.standing_rejections(:entity, :id) r""";

    private Rejections() {
    }

    /// Of rejections that the transaction writes into notes, or brings back there, nobody keeps a fact but the caller.
    public static void keptByCaller(Handle handle) {
        handle.createQuery("SELECT set_config('steward.keeps_rejections', 'on', true)").mapTo(String.class).one();
    }

    /// The records that the action changed were rejected by it.
    public static void keep(Handle handle, Entity entity, String why, String executor, long action) {
        handle.createUpdate(KEEP).bind("entity", entity).bind("why", why).bind("executor", executor)
                .bind("action", action).execute();
    }

    /// The rejections of a record that stand, the latest first.
    public static List<Rejection> standing(Handle handle, Entity entity, long id) {
        return handle.createQuery(STANDING).bind("entity", entity).bind("id", id).map(ConstructorMapper.of(Rejection.class)).list();
    }
}
