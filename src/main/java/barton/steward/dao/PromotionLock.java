package barton.steward.dao;

import org.jdbi.v3.core.Handle;

/// Keeps promotions away until the transaction ends, so that what is said to be not promoted stays so. Taken before the statement
/// that looks, which otherwise would not see a promotion that it had to wait for.
final class PromotionLock {
    private PromotionLock() {
    }

    static void share(Handle handle) {
        handle.createQuery("SELECT 1 FROM pg_advisory_xact_lock_shared(hashtextextended('shq.promote_company_records', 0))")
                .mapTo(Integer.class).one();
    }
}
