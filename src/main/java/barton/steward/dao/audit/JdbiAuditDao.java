package barton.steward.dao.audit;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.dao.change.ExpectedCount;
import barton.steward.dao.change.IdempotencyKey;
import barton.steward.dao.change.PromotionLock;
import barton.steward.dao.query.Source;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.model.audit.Audit;
import barton.steward.model.audit.AuditPlan;
import barton.steward.model.audit.AuditPlan.Stratum;
import barton.steward.model.audit.AuditRequest;
import barton.steward.model.audit.AuditResult;
import barton.steward.model.audit.Fault;
import barton.steward.model.audit.Judgement;
import barton.steward.model.audit.Judging;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

public final class JdbiAuditDao implements AuditDao {
    private static final String LOT = """
            SELECT %s AS value, count(*) AS records FROM %s t
            WHERE t.import_batch_id = :batch AND (t.validated OR NOT :validatedOnly) GROUP BY 1 ORDER BY 1""";
    private static final String AUDITS = """
            SELECT a.audit_no AS no, a.audit_id AS id, a.entity, a.batch, a.validated_only, a.method, a.lot_size, a.sample_size, a.accept,
                   a.bound, a.confidence, a.expected, a.aql, a.level, a.code_letter, a.stratified_by, a.seed, a.judges, a.gated,
                   a.executor AS started_by, a.started_at
            FROM shq.audit a WHERE\s""";
    private static final String START = """
            INSERT INTO shq.audit (audit_id, entity, batch, validated_only, method, lot_size, sample_size, accept, bound, confidence,
                                   expected, aql, level, code_letter, stratified_by, seed, judges, gated, executor, request_id)
            VALUES (shq.new_run_id('AUD'), :entity, :batch, :validatedOnly, :method, :lotSize, :sampleSize, :accept, :bound, :confidence,
                    :expected, :aql, :level, :codeLetter, :stratifiedBy, :seed, :judges, :gated, :executor, :request)""";
    /// Who knows the seed and the ids draws the same records again: those whose digests come first.
    private static final String DRAW = """
            INSERT INTO shq.audit_sample (audit_no, place, intake_id, stratum, stands_for, row_data)
            SELECT :no, row_number() OVER (ORDER BY d.digest), d.id, d.stratum, s.stands_for, d.whole
            FROM (SELECT r.id, r.stratum, r.digest, r.whole,
                         row_number() OVER (PARTITION BY r.stratum ORDER BY r.digest) AS n
                  FROM (SELECT t.id::bigint AS id, %s AS stratum, to_jsonb(t) AS whole,
                               sha256(convert_to(:seed || ':' || t.id, 'UTF8')) AS digest
                        FROM %s t
                        WHERE t.import_batch_id = :batch AND (t.validated OR NOT :validatedOnly)) r) d
            JOIN unnest(:strata::text[], :drawn::integer[], :standsFor::float8[]) AS s (stratum, drawn, stands_for)
              ON s.stratum IS NOT DISTINCT FROM d.stratum
            WHERE d.n <= s.drawn""";
    private static final String JUDGE = """
            INSERT INTO shq.audit_judgement (audit_no, place, verdict, fields, reasons, blind, judge)
            VALUES (:no, :place, :verdict, :fields, :reasons, :blind, :judge)""";
    private static final String LOG = "SELECT shq.log_audit(:id, :passed, :failed, :executor, :notes)";
    private static final String END = """
            INSERT INTO shq.audit_end (audit_no, outcome, wrong, doubtful, validation_run_id, why, executor)
            VALUES (:no, :outcome, :wrong, :doubtful, :run, :why, :executor)""";
    private static final String HOLD = "SELECT 'Audit ' || h.audit_id || ' has not accepted it: ' || h.because || '.' AS said"
            + " FROM shq.audit_hold(:entity, :batch) h";

    private final Database database;

    public JdbiAuditDao(Database database) {
        this.database = database;
    }

    @Override
    public Map<String, Long> lot(Entity entity, String batch, boolean validatedOnly, Field stratifiedBy) {
        return database.read(handle -> lot(handle, entity, batch, validatedOnly, stratum(entity, stratifiedBy)));
    }

    private static Map<String, Long> lot(Handle handle, Entity entity, String batch, boolean validatedOnly, String stratum) {
        var found = new LinkedHashMap<String, Long>();
        handle.createQuery(LOT.formatted(stratum, entity.intake().qualifiedName())).bind("batch", batch)
                .bind("validatedOnly", validatedOnly).map((r, context) -> found.put(r.getString("value"), r.getLong("records"))).list();
        return found;
    }

    private static String stratum(Entity entity, Field by) {
        return by == null ? "NULL::text" : "coalesce(shq.filled((" + Source.of(entity.intake()).stored(by).expression() + ")::text), '')";
    }

    @Override
    public Audit start(AuditPlan plan, String executor, UUID request) {
        return IdempotencyKey.once(database, request, handle -> audits(handle, "a.request_id = :value", request).stream().findFirst(),
                handle -> {
                    PromotionLock.share(handle, "drawing of a sample", executor);
                    return started(handle, plan, executor, request);
                });
    }

    private static Audit started(Handle handle, AuditPlan plan, String executor, UUID request) {
        AuditRequest asked = plan.request();
        String stratum = stratum(asked.entity(), asked.stratifiedBy());
        ExpectedCount.check(OptionalLong.of(plan.lotSize()), lot(handle, asked.entity(), asked.batch(), asked.validatedOnly(), stratum)
                .values().stream().mapToLong(Long::longValue).sum(), "record", "records", "drawn");
        handle.createUpdate(START).bind("entity", asked.entity()).bind("batch", asked.batch()).bind("validatedOnly", asked.validatedOnly())
                .bind("method", asked.method()).bind("lotSize", plan.lotSize()).bind("sampleSize", plan.sampleSize())
                .bind("accept", plan.accept()).bind("bound", asked.bound()).bind("confidence", asked.confidence())
                .bind("expected", asked.expected()).bind("aql", asked.aql())
                .bind("level", asked.aql() == null ? null : asked.level().name()).bind("codeLetter", plan.codeLetter())
                .bind("stratifiedBy", asked.stratifiedBy() == null ? null : asked.stratifiedBy().name()).bind("seed", asked.seed())
                .bind("judges", asked.judges()).bind("gated", asked.gated()).bind("executor", executor).bind("request", request).execute();
        Audit audit = audits(handle, "a.request_id = :value", request).getFirst();
        List<Stratum> strata = plan.strata();
        int drawn = handle.createUpdate(DRAW.formatted(stratum, asked.entity().intake().qualifiedName())).bind("no", audit.no())
                .bind("seed", asked.seed()).bind("batch", asked.batch()).bind("validatedOnly", asked.validatedOnly())
                .bindArray("strata", String.class, strata.stream().map(Stratum::value).toArray())
                .bindArray("drawn", Integer.class, strata.stream().map(Stratum::drawn).toArray())
                .bindArray("standsFor", Double.class, strata.stream().map(Stratum::standsFor).toArray()).execute();
        ExpectedCount.check(OptionalLong.of(plan.sampleSize()), drawn, "record", "records", "drawn");
        return audit;
    }

    @Override
    public List<Audit> ofBatch(Entity entity, String batch) {
        return database.read(handle -> audits(handle, "a.batch = :value AND a.entity = '" + entity.word() + "'", batch));
    }

    @Override
    public Optional<Audit> byId(String id) {
        return database.read(handle -> audits(handle, "a.audit_id = :value", id)).stream().findFirst();
    }

    private static List<Audit> audits(Handle handle, String which, Object value) {
        return handle.createQuery(AUDITS + which + " ORDER BY a.audit_no DESC").bind("value", value)
                .map(ConstructorMapper.of(Audit.class)).list();
    }

    @Override
    public Reading read(Audit audit) {
        return database.read(Database.inPortions(handle -> AuditReading.of(handle, audit)));
    }

    @Override
    public void judge(Audit audit, List<Judging> judgings, String judge, Function<Reading, Optional<AuditResult>> result) {
        IdempotencyKey.kept(database, handle -> {
            PromotionLock.share(handle, "judging of a sample", judge);
            IdempotencyKey.lock(handle, "shq.audit " + audit.no());
            List<Judgement> before = AuditReading.judgements(handle, audit, false);
            List<String> judges = before.stream().map(Judgement::judge).distinct().toList();
            if (!judges.contains(judge) && judges.size() >= audit.judges()) {
                throw StewardException.refused("Audit " + audit.id() + " is judged by " + String.join(" and ", judges) + " already.",
                        audit.judges() == 1 ? "Start an audit with two judges to have two." : "An audit has two judges at most.");
            }
            keep(handle, audit, judgings, judge, before.size() < audit.judges() * audit.sampleSize());
            if (AuditReading.judgements(handle, audit, false).size() == audit.judges() * audit.sampleSize()) {
                result.apply(AuditReading.of(handle, audit)).ifPresent(r -> end(handle, audit, r, judge));
            }
            return null;
        });
    }

    private static void keep(Handle handle, Audit audit, List<Judging> judgings, String judge, boolean blind) {
        PreparedBatch batch = handle.prepareBatch(JUDGE);
        for (Judging said : judgings) {
            batch.bind("no", audit.no()).bind("place", said.place()).bind("verdict", said.verdict())
                    .bindArray("fields", String.class, said.faults().stream().map(Fault::field).toArray())
                    .bindArray("reasons", String.class, said.faults().stream().map(Fault::reason).toArray())
                    .bind("blind", blind).bind("judge", judge).add();
        }
        batch.execute();
    }

    private static void end(Handle handle, Audit audit, AuditResult result, String executor) {
        long doubtful = result.unsure() + result.disputed();
        String run = handle.createQuery(LOG).bind("id", audit.id()).bind("passed", (int) result.right())
                .bind("failed", (int) result.wrong()).bind("executor", executor).bind("notes", AuditNotes.of(audit, result))
                .mapTo(String.class).one();
        handle.createUpdate(END).bind("no", audit.no()).bind("outcome", result.outcome()).bind("wrong", result.wrong())
                .bind("doubtful", doubtful).bind("run", run).bind("why", (String) null).bind("executor", executor).execute();
    }

    @Override
    public void lift(Audit audit, String why, String executor) {
        IdempotencyKey.kept(database, handle -> {
            PromotionLock.share(handle, "letting go of a batch", executor);
            return handle.createUpdate(END).bind("no", audit.no()).bind("outcome", "lifted").bind("wrong", (Long) null)
                    .bind("doubtful", (Long) null).bind("run", (String) null).bind("why", why).bind("executor", executor).execute();
        });
    }

    @Override
    public Optional<String> hold(Entity entity, String batch) {
        return database.read(handle -> handle.createQuery(HOLD).bind("entity", entity).bind("batch", batch).mapTo(String.class).findOne());
    }
}
