package barton.steward.dao.alert;

import barton.steward.catalog.AlertLimits;
import barton.steward.catalog.Entity;
import barton.steward.dao.change.IdempotencyKey;
import barton.steward.db.Database;
import barton.steward.model.alert.Alert;
import barton.steward.model.alert.AlertKind;
import barton.steward.model.alert.Metric;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

public final class JdbiAlertDao implements AlertDao {
    private static final String ATTENTION = """
            SELECT v."check", v.entity, v.subject, v.records, v.value, v.limit_value, v.since
            FROM shq.v_attention v ORDER BY v.records DESC, v.subject""";

    private static final String RECENT = """
            SELECT f.batch
            FROM shq.import_file f JOIN shq.import_detail d USING (import_no) CROSS JOIN shq.limit_setting l
            WHERE f.table_name = '<intake>' AND d.imported_at >= now() - make_interval(days => l.recent_days)
              AND EXISTS (SELECT FROM <intake> t WHERE t.import_batch_id = f.batch)
            GROUP BY 1 ORDER BY max(f.import_no) DESC LIMIT :most""";

    private static final String METRICS = """
            SELECT m.name, m.help, m.label, m."of", m.value FROM (
                SELECT n.name, n.help, NULL AS label, NULL AS "of", n.value
                FROM shq.v_overview o CROSS JOIN LATERAL (VALUES
                    ('intake_companies', 'Companies in intake.', o.intake::numeric),
                    ('intake_companies_not_validated', 'Companies in intake that are neither validated nor promoted.', o.not_validated),
                    ('intake_people', 'People in intake.', o.people_intake),
                    ('intake_people_not_validated', 'People in intake who are neither validated nor promoted.', o.people_not_validated),
                    ('master_companies', 'Companies in master.', o.master), ('slots', 'Slots of companies.', o.slots),
                    ('master_people', 'People in master.', o.people),
                    ('emails_verified', 'People with a verified e-mail address.', o.emails_verified),
                    ('unverified_decision_makers', 'Decision-makers whose e-mail address is not verified.', o.unverified_decision_makers),
                    ('verification_ratio', 'Share of people with a verified e-mail address.', o.verification_rate / 100),
                    ('stale_sidecars', 'Sidecars of companies that are stale or were never enriched.', o.stale_sidecars),
                    ('low_confidence_sidecars', 'Sidecars of companies with a low confidence.', o.low_confidence),
                    ('high_confidence_sidecars', 'Sidecars of companies with a high confidence.', o.high_confidence),
                    ('enrichment_coverage_ratio', 'Share of companies with a sidecar.', o.enrichment_coverage / 100),
                    ('runs', 'Runs in the validation log.', o.runs),
                    ('failed_runs', 'Runs with records that failed.', o.failed_runs)) AS n (name, help, value)
                UNION ALL
                SELECT 'people_enrichment_coverage_ratio', 'Share of people with a sidecar.', NULL, NULL, e.coverage / 100
                FROM shq.v_enrichment e WHERE e.entity = 'person'
                UNION ALL
                SELECT 'quality_companies', 'Companies of master by the band of their quality score.', 'band', q.band, q.companies
                FROM shq.v_quality q
                UNION ALL
                SELECT 'source_sidecars', 'Sidecars of companies by their source.', 'source', coalesce(s.source, ''), s.sidecars
                FROM shq.v_enrichment_sources s WHERE s.entity = 'company'
                UNION ALL
                SELECT 'waiting_records', 'Records of intake that wait to be checked, decided about or promoted.', 'entity', b.entity,
                       sum(b.waiting)
                FROM shq.v_batches b GROUP BY b.entity
                UNION ALL
                SELECT 'oldest_waiting_timestamp_seconds', 'When the record that waits longest came into intake.', 'entity', b.entity,
                       extract(epoch FROM min(b.waiting_since))
                FROM shq.v_batches b GROUP BY b.entity HAVING min(b.waiting_since) IS NOT NULL
                UNION ALL
                SELECT 'last_run_timestamp_seconds', 'When the last run of a kind was.', 'kind', r.kind,
                       extract(epoch FROM max(r.executed_at))
                FROM shq.v_runs r WHERE r.kind IS NOT NULL AND r.executed_at IS NOT NULL GROUP BY r.kind
                UNION ALL
                SELECT 'drift_records', 'Records by which the log and master differ.', 'entity', e.entity,
                       coalesce((SELECT sum(abs(p.difference)) FROM shq.v_promotions p WHERE p.entity = e.entity), 0)
                FROM (VALUES ('company'), ('person')) AS e (entity)
                UNION ALL
                SELECT 'attention', 'Things that want attention.', 'check', k.kind,
                       (SELECT count(*) FROM shq.v_attention a WHERE a."check" = k.kind)
                FROM unnest(:kinds) AS k (kind)
                UNION ALL
                SELECT 'metrics_timestamp_seconds', 'When these figures were counted.', NULL, NULL, extract(epoch FROM now())) m
            WHERE m.value IS NOT NULL ORDER BY m.name, m."of\"""";

    private final Database database;

    public JdbiAlertDao(Database database) {
        this.database = database;
    }

    private record Row(String check, String entity, String subject, long records, BigDecimal value, BigDecimal limitValue, Instant since) {
        Alert alert() {
            return new Alert(AlertKind.of(check), entity, subject, records, value, limitValue, since, null);
        }
    }

    @Override
    public List<Alert> attention() {
        return database.longRead(handle -> handle.createQuery(ATTENTION).map(ConstructorMapper.of(Row.class)).list()).stream()
                .map(Row::alert).sorted(Comparator.comparing(Alert::check)).toList();
    }

    @Override
    public List<String> recentImports(Entity entity, int most) {
        return database.read(handle -> handle.createQuery(RECENT.replace("<intake>", entity.intake().qualifiedName())).bind("most", most)
                .mapTo(String.class).list());
    }

    @Override
    public List<Metric> metrics() {
        String[] kinds = Arrays.stream(AlertKind.values()).filter(k -> k != AlertKind.UNLIKE).map(AlertKind::word)
                .toArray(String[]::new);
        return database.longRead(handle -> handle.createQuery(METRICS).bind("kinds", kinds).map(ConstructorMapper.of(Metric.class)).list());
    }

    @Override
    public AlertLimits limits() {
        return database.read(handle -> handle.createQuery("""
                SELECT l.least_success, l.least_coverage, l.least_people_coverage, l.least_verified, l.most_stale, l.most_doubtful,
                       l.waiting_days, l.recent_days
                FROM shq.limit_setting l""").map(ConstructorMapper.of(AlertLimits.class)).one());
    }

    @Override
    public void set(AlertLimits limits, String executor) {
        IdempotencyKey.kept(database, handle -> handle.createUpdate("""
                UPDATE shq.limit_setting SET least_success = :leastSuccess, least_coverage = :leastCoverage,
                       least_people_coverage = :leastPeopleCoverage, least_verified = :leastVerified, most_stale = :mostStale,
                       most_doubtful = :mostDoubtful, waiting_days = :waitingDays, recent_days = :recentDays,
                       set_by = :executor, set_at = now()""")
                .bindMethods(limits).bind("executor", executor).execute());
    }
}
