package barton.steward.dao.overview;

import barton.steward.catalog.Entity;
import barton.steward.catalog.QualityBand;
import barton.steward.db.Database;
import barton.steward.model.Overview;
import barton.steward.model.enrichment.SourceReliability;
import java.util.List;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

public final class JdbiOverviewDao implements OverviewDao {
    private static final String INTAKE = """
            SELECT count(*) AS rows, count(*) FILTER (WHERE t.validated IS NOT TRUE AND m.source_record_id IS NULL) AS not_validated
            FROM %s t
            LEFT JOIN (SELECT DISTINCT source_record_id FROM %s
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
                         count(*) FILTER (WHERE last_enriched_at::timestamptz >= now() - interval '90 days' IS NOT TRUE) AS stale,
                         count(*) FILTER (WHERE confidence_score < %d) AS low,
                         count(*) FILTER (WHERE confidence_score >= %d) AS high
                  FROM marketing.company_sidecar) s,
                 (SELECT count(*) AS rows, count(*) FILTER (WHERE failed_records >= 1) AS failed FROM public.shq_validation_log) l"""
            .formatted(intake(Entity.COMPANY), intake(Entity.PERSON), QualityBand.GOOD.least(), QualityBand.BEST.least());

    private static final String RELIABILITY = """
            SELECT nullif(enrichment_source::text, '') AS source, count(*) AS sidecars,
                   round(avg(confidence_score::numeric), 2) AS confidence, count(*) FILTER (WHERE confidence_score >= %d) AS high,
                   count(*) FILTER (WHERE confidence_score < %d) AS low
            FROM marketing.company_sidecar
            GROUP BY 1 ORDER BY 2 DESC, 1""".formatted(QualityBand.BEST.least(), QualityBand.GOOD.least());

    private final Database database;

    public JdbiOverviewDao(Database database) {
        this.database = database;
    }

    @Override
    public Overview overview() {
        return database.read(handle -> handle.createQuery(FIGURES).map(ConstructorMapper.of(Overview.class)).one());
    }

    @Override
    public List<SourceReliability> reliability() {
        return database.read(handle -> handle.createQuery(RELIABILITY).map(ConstructorMapper.of(SourceReliability.class)).list());
    }

    private static String intake(Entity entity) {
        return INTAKE.formatted(entity.intake().qualifiedName(), entity.master().qualifiedName());
    }
}
