package barton.steward.dao.overview;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Limits;
import barton.steward.dao.change.IdempotencyKey;
import barton.steward.dao.query.DecisionsSql;
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
    private static final String FIGURES = """
            SELECT v.intake, v.not_validated, v.master, v.slots, v.people, v.emails_verified, v.unverified_decision_makers,
                   v.company_sidecars, v.stale_sidecars, v.low_confidence, v.high_confidence, v.runs, v.failed_runs,
                   v.people_intake, v.people_not_validated
            FROM shq.v_overview v""";

    private static final String ENRICHMENT = """
            SELECT v.without_sidecar AS without, v.fresh, v.stale, v.never, v.high, v.middle, v.low, v.unknown
            FROM shq.v_enrichment v WHERE v.entity = 'company'""";

    private static final String RELIABILITY = """
            SELECT v.source, v.sidecars, v.confidence, v.high, v.low, v.latest
            FROM shq.v_enrichment_sources v WHERE v.entity = 'company' ORDER BY v.sidecars DESC, v.source""";

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
        return database.read(handle -> handle.createQuery(ENRICHMENT).map(ConstructorMapper.of(EnrichmentCounts.class)).one());
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
        IdempotencyKey.kept(database, handle -> handle.createUpdate("""
                UPDATE shq.limit_setting SET best = :best, good = :good, fair = :fair, stale_days = :staleDays, set_by = :executor,
                       set_at = now()""").bind("best", limits.best()).bind("good", limits.good()).bind("fair", limits.fair())
                .bind("staleDays", limits.staleDays()).bind("executor", executor).execute());
    }
}
