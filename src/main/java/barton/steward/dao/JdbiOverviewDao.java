package barton.steward.dao;

import barton.steward.db.Database;
import barton.steward.model.Overview;

final class JdbiOverviewDao implements OverviewDao {
    private static final String FIGURES = """
            SELECT i.rows, i.not_validated, (SELECT count(*) FROM marketing.company_master), (SELECT count(*) FROM marketing.company_slots),
                   p.rows, p.verified, s.rows, s.stale, s.low, s.high, l.rows, l.failed
            FROM (SELECT count(*) AS rows, count(*) FILTER (WHERE t.validated IS NOT TRUE AND m.source_record_id IS NULL) AS not_validated
                  FROM intake.company_raw_intake t
                  LEFT JOIN (SELECT DISTINCT source_record_id FROM marketing.company_master
                             WHERE source_system = 'intake_promotion') m ON m.source_record_id = t.id::text) i,
                 (SELECT count(*) AS rows, count(*) FILTER (WHERE email_verified) AS verified FROM marketing.people_master) p,
                 (SELECT count(*) AS rows,
                         count(*) FILTER (WHERE last_enriched_at::timestamptz >= now() - interval '90 days' IS NOT TRUE) AS stale,
                         count(*) FILTER (WHERE confidence_score < 70) AS low,
                         count(*) FILTER (WHERE confidence_score >= 90) AS high
                  FROM marketing.company_sidecar) s,
                 (SELECT count(*) AS rows, count(*) FILTER (WHERE failed_records >= 1) AS failed FROM public.shq_validation_log) l""";

    private final Database database;

    JdbiOverviewDao(Database database) {
        this.database = database;
    }

    @Override
    public Overview overview() {
        return database.read(handle -> handle.createQuery(FIGURES).map((r, context) -> new Overview(r.getLong(1), r.getLong(2),
                r.getLong(3), r.getLong(4), r.getLong(5), r.getLong(6), r.getLong(7), r.getLong(8), r.getLong(9), r.getLong(10),
                r.getLong(11), r.getLong(12))).one());
    }
}
