package barton.steward.dao.overview;

import barton.steward.catalog.CompanySidecarFields;
import barton.steward.catalog.Entity;
import barton.steward.catalog.Limits;
import barton.steward.catalog.Table;
import barton.steward.dao.query.DecisionsSql;
import barton.steward.dao.query.KnownRecordsSql;
import barton.steward.dao.query.Source;
import barton.steward.dao.query.Sql;
import barton.steward.db.Database;
import barton.steward.model.Overview;
import barton.steward.model.enrichment.EnrichmentCounts;
import barton.steward.model.enrichment.SourceReliability;
import barton.steward.model.history.Decisions;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

public final class JdbiOverviewDao implements OverviewDao {
    private static final String INTAKE = """
            SELECT count(*) AS rows, count(*) FILTER (WHERE t.validated IS NOT TRUE AND m.source_record_id IS NULL) AS not_validated
            FROM %s t
            LEFT JOIN (SELECT DISTINCT source_record_id FROM %s k
                       WHERE source_system = 'intake_promotion') m ON m.source_record_id = t.id::text""";

    private static final String FIGURES = """
            SELECT i.rows AS intake, i.not_validated, (SELECT count(*) FROM marketing.company_master) AS master,
                   (SELECT count(*) FROM marketing.company_slots) AS slots, p.rows AS people, p.verified AS emails_verified,
                   p.deciding AS unverified_decision_makers, s.rows AS company_sidecars, s.stale AS stale_sidecars,
                   s.low AS low_confidence, s.high AS high_confidence, l.rows AS runs, l.failed AS failed_runs,
                   j.rows AS people_intake, j.not_validated AS people_not_validated
            FROM (%s) i, (%s) j,
                 (SELECT count(*) AS rows, count(*) FILTER (WHERE t.email_verified) AS verified,
                         count(*) FILTER (WHERE t.seniority IN ('C-Level', 'VP', 'Director') AND t.email <> ''
                                            AND t.email_verified IS NOT TRUE) AS deciding
                  FROM marketing.people_master t) p,
                 (SELECT count(*) AS rows,
                         count(*) FILTER (WHERE last_enriched_at::timestamptz >= now() - make_interval(days => l.stale_days)
                                                IS NOT TRUE) AS stale,
                         count(*) FILTER (WHERE confidence_score < l.good) AS low,
                         count(*) FILTER (WHERE confidence_score >= l.best) AS high
                  FROM marketing.company_sidecar CROSS JOIN shq.limit_setting l) s,
                 (SELECT count(*) AS rows, count(*) FILTER (WHERE failed_records >= 1) AS failed FROM public.shq_validation_log) l"""
            .formatted(intake(Entity.COMPANY), intake(Entity.PERSON));

    private static final String ENRICHMENT = """
            SELECT (SELECT count(*) FROM marketing.company_master m
                    WHERE NOT EXISTS (SELECT FROM marketing.company_sidecar s WHERE s.company_unique_id = m.company_unique_id)) AS without,
                   count(*) FILTER (WHERE <freshness> = 'fresh') AS fresh, count(*) FILTER (WHERE <freshness> = 'stale') AS stale,
                   count(*) FILTER (WHERE <freshness> = 'never') AS never, count(*) FILTER (WHERE <confidence> = 'high') AS high,
                   count(*) FILTER (WHERE <confidence> = 'middle') AS middle, count(*) FILTER (WHERE <confidence> = 'low') AS low,
                   count(*) FILTER (WHERE <confidence> = 'none') AS unknown
            FROM marketing.company_sidecar t""";

    private static final String RELIABILITY = """
            SELECT nullif(s.enrichment_source::text, '') AS source, count(*) AS sidecars,
                   round(avg(s.confidence_score::numeric), 2) AS confidence, count(*) FILTER (WHERE s.confidence_score >= l.best) AS high,
                   count(*) FILTER (WHERE s.confidence_score < l.good) AS low, max(s.last_enriched_at)::timestamptz AS latest
            FROM marketing.company_sidecar s CROSS JOIN shq.limit_setting l
            GROUP BY 1 ORDER BY 2 DESC, 1""";

    private static final String PACE = """
            SELECT day, steward, coalesce(validated, 0) AS validated, coalesce(rejected, 0) AS rejected
            FROM (SELECT day, steward, sum(records) FILTER (WHERE validated) AS validated,
                         sum(records) FILTER (WHERE NOT validated) AS rejected,
                         dense_rank() OVER (ORDER BY day DESC) AS place
                  FROM (SELECT (a.happened_at AT TIME ZONE :zone)::date AS day, a.executor::text AS steward,
                               (c.after[1] ->> 'validated')::boolean AS validated, cardinality(c.keys) AS records
                        FROM shq.action a JOIN shq.change c ON c.action_id = a.action_id
                        WHERE <made> AND a.table_name = :table) m
                  GROUP BY 1, 2) d
            WHERE place <= :most ORDER BY day, steward""";

    private final Database database;

    public JdbiOverviewDao(Database database) {
        this.database = database;
    }

    @Override
    public Overview overview() {
        return database.read(handle -> handle.createQuery(FIGURES).map(ConstructorMapper.of(Overview.class)).one());
    }

    @Override
    public EnrichmentCounts enrichment() {
        Source sidecars = Source.of(Table.COMPANY_SIDECARS);
        Sql statement = Sql.of(ENRICHMENT).with("freshness", sidecars.column(CompanySidecarFields.FRESHNESS).expression())
                .with("confidence", sidecars.column(CompanySidecarFields.CONFIDENCE_BAND).expression());
        return database.read(handle -> statement.query(handle).map(ConstructorMapper.of(EnrichmentCounts.class)).one());
    }

    @Override
    public List<SourceReliability> reliability() {
        return database.read(handle -> handle.createQuery(RELIABILITY).map(ConstructorMapper.of(SourceReliability.class)).list());
    }

    @Override
    public List<Decisions> pace(Entity entity, int days) {
        Sql statement = Sql.of(PACE).with("made", DecisionsSql.MADE).bind("zone", ZoneId.systemDefault().getId())
                .bind("table", entity.intake().qualifiedName()).bind("most", days);
        return database.read(handle -> statement.query(handle).map(ConstructorMapper.of(Decisions.class)).list());
    }

    @Override
    public Limits limits() {
        return database.read(handle -> handle.createQuery("SELECT l.best, l.good, l.fair, l.stale_days FROM shq.limit_setting l")
                .map(ConstructorMapper.of(Limits.class)).one());
    }

    @Override
    public void set(Limits limits, String executor) {
        database.write(handle -> handle.createUpdate("""
                UPDATE shq.limit_setting SET best = :best, good = :good, fair = :fair, stale_days = :staleDays, set_by = :executor,
                       set_at = now()""").bind("best", limits.best()).bind("good", limits.good()).bind("fair", limits.fair())
                .bind("staleDays", limits.staleDays()).bind("executor", executor).execute());
    }

    private static String intake(Entity entity) {
        return INTAKE.formatted(entity.intake().qualifiedName(), KnownRecordsSql.of(entity));
    }
}
