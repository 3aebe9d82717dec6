package barton.steward.dao.query;

import barton.steward.catalog.Entity;

/// The records that master has or had until they were merged into others, which goes on counting as promoted, as SQL.
public final class KnownRecordsSql {
    private KnownRecordsSql() {
    }

    /// A table in parentheses with the columns `source_record_id`, `source_system` and `run_no`, in which indexes are used.
    public static String of(Entity entity) {
        return "(SELECT k.source_record_id::text, k.source_system::text, k.promotion_audit_log_id AS run_no FROM "
                + entity.master().qualifiedName() + " k UNION ALL SELECT g.source_record_id, g.source_system, g.promotion_audit_log_id"
                + " FROM shq.merged g WHERE g.entity = '" + entity.word() + "')";
    }
}
