package barton.steward.dao;

import barton.steward.model.StewardException;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/// Keeps promotions away until the transaction ends, so that what is said to be not promoted stays so. Taken before the statement
/// that looks, which otherwise would not see a promotion that it had to wait for.
final class PromotionLock {
    /// In one round trip: the limit counts for this lock alone.
    private static final String SOON = """
            WITH usual AS MATERIALIZED (SELECT current_setting('lock_timeout') AS limit_before)
            SELECT set_config('lock_timeout', '3s', true)
                   || pg_advisory_xact_lock_shared(hashtextextended('shq.promote_company_records', 0))::text
                   || set_config('lock_timeout', limit_before, true)
            FROM usual""";

    private PromotionLock() {
    }

    /// Where a promotion runs, waits for it only a moment.
    /// @throws StewardException of kind REFUSED where it did not end
    static void shareSoon(Handle handle) {
        try {
            handle.createQuery(SOON).mapTo(String.class).one();
        } catch (JdbiException e) {
            if (e.getCause() instanceof SQLException sql && "55P03".equals(sql.getSQLState())) {
                throw StewardException.refused("A promotion is running, so nothing was saved; what you typed is kept. "
                        + "Save again when it has ended.", "");
            }
            throw e;
        }
    }

    static void share(Handle handle) {
        handle.createQuery("SELECT 1 FROM pg_advisory_xact_lock_shared(hashtextextended('shq.promote_company_records', 0))")
                .mapTo(Integer.class).one();
    }

    /// For what runs rules in the same transaction, which need it alone: whoever shares it first could wait for ever.
    static void take(Handle handle) {
        handle.createQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('shq.promote_company_records', 0))")
                .mapTo(Integer.class).one();
    }
}
