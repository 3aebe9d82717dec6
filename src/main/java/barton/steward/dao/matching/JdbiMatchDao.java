package barton.steward.dao.matching;

import barton.steward.catalog.Entity;
import barton.steward.dao.change.IdempotencyKey;
import barton.steward.dao.query.KnownRecordsSql;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.model.matching.DecideResult;
import barton.steward.model.matching.Judged;
import barton.steward.model.matching.MatchCounts;
import barton.steward.model.matching.MatchField;
import barton.steward.model.matching.MatchPair;
import barton.steward.model.matching.MatchRun;
import barton.steward.model.matching.MatchThresholds;
import barton.steward.model.matching.MatchVerdict;
import barton.steward.model.matching.PairFilter;
import barton.steward.model.matching.ScoredPair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

public final class JdbiMatchDao implements MatchDao {
    private static final String LAST_RUN = """
            SELECT r.match_run_id AS id, r.batch, r.within_batch, r.compared, r.compared_with, r.candidates, r.executor, r.found_at AS at
            FROM shq.match_run r WHERE r.batch = :batch AND r.entity = :entity ORDER BY r.match_run_id DESC LIMIT 1""";
    private static final String COUNTS = """
            SELECT count(*) FILTER (WHERE p.state = 'open') AS open, count(*) FILTER (WHERE p.state = 'later') AS later,
                   count(*) FILTER (WHERE p.state = 'same') AS same, count(*) FILTER (WHERE p.state = 'different') AS different,
                   (SELECT count(*) FROM <intake> t WHERE t.import_batch_id = :batch
                       AND EXISTS (SELECT FROM <hold> h WHERE h.intake_id = t.id)
                       AND NOT EXISTS (SELECT FROM <known> m WHERE m.source_record_id = t.id::text)) AS held
            FROM <pairs> p
            WHERE p.batch = :batch AND <shown>""";
    private static final String OPEN = """
            SELECT r.batch, (SELECT count(*) FROM <pairs> p WHERE p.batch = r.batch AND p.state = 'open' AND <shown>) AS open
            FROM shq.match_run r
            WHERE r.entity = :entity
            GROUP BY r.batch
            ORDER BY max(r.match_run_id) DESC""";

    private final Database database;
    private final MatchedRecords kind;

    public JdbiMatchDao(Database database) {
        this(database, MatchedRecords.COMPANIES);
    }

    private JdbiMatchDao(Database database, MatchedRecords kind) {
        this.database = database;
        this.kind = kind;
    }

    @Override
    public MatchDao of(Entity entity) {
        return new JdbiMatchDao(database, MatchedRecords.of(entity));
    }

    /// A statement about this kind of records.
    private Query ask(Handle handle, String statement) {
        return handle.createQuery(statement.replace("<intake>", kind.entity().intake().qualifiedName()).replace("<hold>", kind.hold())
                .replace("<known>", KnownRecordsSql.of(kind.entity())).replace("<pairs>", kind.pairs()).replace("<shown>", kind.shown())
                .replace("<name>", kind.name()).replace("<from>", kind.fromIntake()));
    }

    @Override
    public MatchRun find(String batch, boolean withinBatch, String executor) {
        return IdempotencyKey.keptLong(database, handle -> new MatchSearch(handle, kind, batch, withinBatch).run(executor));
    }

    @Override
    public Optional<MatchRun> lastRun(String batch) {
        return database.read(handle -> handle.createQuery(LAST_RUN).bind("batch", batch).bind("entity", kind.entity())
                .map(ConstructorMapper.of(MatchRun.class)).findOne());
    }

    @Override
    public Map<String, Long> open() {
        return database.read(handle -> {
            var open = new LinkedHashMap<String, Long>();
            ask(handle, OPEN).bind("entity", kind.entity())
                    .map((result, context) -> open.put(result.getString("batch"), result.getLong("open"))).list();
            return open;
        });
    }

    @Override
    public List<MatchPair> pairs(String batch, PairFilter filter, Optional<MatchPair> after, int limit) {
        return database.read(handle -> MatchPairs.page(handle, kind, batch, filter, after, Math.min(limit, MAX_PAGE)));
    }

    @Override
    public Optional<MatchPair> pair(long id) {
        return database.read(handle -> MatchPairs.one(handle, kind, id));
    }

    @Override
    public DecideResult decide(MatchPair pair, MatchVerdict verdict, Set<MatchField> taken, String executor) {
        var deciding = new MatchDecisionWriter(pair, verdict, taken, executor);
        try {
            return IdempotencyKey.kept(database, deciding::run);
        } catch (StewardException e) {
            if (e.kind() == StewardException.Kind.REFUSED) {
                return new DecideResult.Refused((e.getMessage() + " " + e.advice()).strip());
            }
            throw e;
        }
    }

    @Override
    public List<DecideResult> decide(List<Judged> judged, String executor) {
        try {
            return database.write(handle -> {
                handle.savepoint("before");
                var results = new ArrayList<DecideResult>();
                for (Judged each : judged) {
                    DecideResult result = new MatchDecisionWriter(each.pair(), each.verdict(), Set.of(), executor).run(handle);
                    if (!(result instanceof DecideResult.Decided)) {
                        handle.rollbackToSavepoint("before");
                        return List.of(result);
                    }
                    results.add(result);
                }
                return results;
            });
        } catch (StewardException e) {
            if (e.kind() == StewardException.Kind.REFUSED) {
                return List.of(new DecideResult.Refused((e.getMessage() + " " + e.advice()).strip()));
            }
            throw e;
        }
    }

    @Override
    public MatchCounts counts(String batch) {
        return database.read(handle -> ask(handle, COUNTS).bind("batch", batch)
                .map(ConstructorMapper.of(MatchCounts.class)).one());
    }

    @Override
    public List<ScoredPair> scored(String batch) {
        return database.read(handle -> handle.createQuery("""
                SELECT p.score, p.intake_id::text AS intake, coalesce(p.master_id, p.other_intake_id::text) AS other,
                       CASE WHEN p.master_id IS NOT NULL THEN p.other_intake_id::text END AS origin
                FROM shq.match_pair p WHERE p.batch = :batch AND p.entity = :entity""").bind("batch", batch)
                .bind("entity", kind.entity()).map(ConstructorMapper.of(ScoredPair.class)).list());
    }

    @Override
    public List<String> rows(String batch) {
        return database.read(handle -> ask(handle, """
                SELECT i.id::text FROM <intake> i WHERE i.import_batch_id = :batch ORDER BY i.id""")
                .bind("batch", batch).mapTo(String.class).list());
    }

    @Override
    public Map<String, String> names(Set<String> records) {
        return database.read(handle -> ask(handle, """
                SELECT r.id::text AS record, <name> AS name
                FROM <from>
                WHERE r.id IN (SELECT k.id::bigint FROM unnest(:records::text[]) AS k (id) WHERE k.id ~ '^[0-9]{1,18}$')
                UNION ALL
                SELECT m.company_unique_id, m.company_name FROM marketing.company_master m
                WHERE m.company_unique_id = ANY (:records::text[])
                UNION ALL
                SELECT m.unique_id, m.full_name FROM marketing.people_master m WHERE m.unique_id = ANY (:records::text[])""")
                .bind("records", records.toArray(String[]::new)).reduceRows(new LinkedHashMap<>(), (names, row) -> {
                    names.put(row.getColumn("record", String.class), row.getColumn("name", String.class));
                    return names;
                }));
    }

    @Override
    public MatchThresholds thresholds() {
        return database.read(handle -> handle.createQuery("SELECT s.shown, s.held FROM shq.match_limits(:entity) s")
                .bind("entity", kind.entity())
                .map(ConstructorMapper.of(MatchThresholds.class)).one());
    }

    @Override
    public void set(MatchThresholds thresholds, String executor) {
        IdempotencyKey.kept(database, handle -> handle.createUpdate("""
                UPDATE shq.match_setting
                SET shown = CASE :entity WHEN 'company' THEN :shown ELSE shown END,
                    held = CASE :entity WHEN 'company' THEN :held ELSE held END,
                    people_shown = CASE :entity WHEN 'person' THEN :shown ELSE people_shown END,
                    people_held = CASE :entity WHEN 'person' THEN :held ELSE people_held END, set_by = :executor, set_at = now()""")
                .bind("shown", thresholds.shown()).bind("held", thresholds.held()).bind("entity", kind.entity())
                .bind("executor", executor).execute());
    }
}
