package barton.steward.dao.intake;

import barton.steward.catalog.Entity;
import barton.steward.dao.query.Source;
import barton.steward.dao.query.Sql;
import barton.steward.dao.validation.JdbiValidationDao;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// Checks the records that a fix changed and that rules had found wrong, in its transaction, by the rules that judged their batch last:
/// what is mended does not go on as failed. Whoever takes the fix back takes these checks back with it.
final class CheckAgain {
    private static final String FAULTY = "t.validated IS NOT TRUE AND t.import_batch_id IS NOT NULL AND EXISTS"
            + " (SELECT FROM shq.finding f WHERE f.entity = :entity AND f.record_id = t.id)";
    private static final String NEEDED = """
            SELECT has_function_privilege('shq.<function>(text, bigint[], text, text)', 'EXECUTE')
                   AND EXISTS (SELECT <from> WHERE <where>)""";
    private static final String BATCHES = """
            SELECT t.import_batch_id::text AS batch, r.rules
            FROM (SELECT DISTINCT t.import_batch_id FROM <rows> t WHERE t.id IN (<changed>) AND <faulty>) t
            CROSS JOIN LATERAL (
                SELECT d.rule_set AS rules FROM shq.run_detail d
                JOIN public.shq_validation_log l ON l.validation_run_id = d.validation_run_id
                WHERE d.kind = 'validation' AND d.batch = t.import_batch_id AND l.source_table = :table
                  AND EXISTS (SELECT FROM shq.validation_rule v WHERE v.rule_set = d.rule_set AND v.entity = :entity)
                ORDER BY d.run_no DESC LIMIT 1) r""";
    private static final String CHANGED = """
            SELECT k.key::bigint FROM shq.change c CROSS JOIN LATERAL unnest(c.keys) AS k (key) WHERE c.action_id = :action""";
    private static final String KEEP = """
            INSERT INTO shq.checked_after (fix_action, check_action)
            SELECT :action, d.action_id FROM shq.run_detail d WHERE d.validation_run_id = :run AND d.action_id IS NOT NULL""";

    private final Handle handle;
    private final Entity entity;
    private final String executor;

    private record Batch(String batch, String rules) {
    }

    CheckAgain(Handle handle, Entity entity, String executor) {
        this.handle = handle;
        this.entity = entity;
        this.executor = executor;
    }

    /// Whether there is a record among those that rules found wrong, and whether whoever fixes it may run rules.
    boolean isNeeded(Sql where) {
        return Sql.of(NEEDED).with("function", entity.functions().validateSome()).with("from", Source.of(entity.intake()).from())
                .with("where", where.and(Sql.of(FAULTY).bind("entity", entity))).query(handle).mapTo(Boolean.class).one();
    }

    /// After an action that changed records, of which those still not validated are checked.
    void after(long action) {
        Sql changed = Sql.of(CHANGED).bind("action", action);
        List<Batch> batches = Sql.of(BATCHES).with("rows", entity.intake().qualifiedName()).with("changed", changed)
                .with("faulty", Sql.of(FAULTY)).bind("entity", entity).bind("table", entity.intake().qualifiedName()).query(handle)
                .map(ConstructorMapper.of(Batch.class)).list();
        for (Batch of : batches) {
            Sql ids = Sql.of("SELECT t.id FROM <rows> t WHERE t.id IN (<changed>) AND t.import_batch_id = :of AND <faulty>")
                    .with("rows", entity.intake().qualifiedName()).with("changed", changed).with("faulty", Sql.of(FAULTY))
                    .bind("of", of.batch()).bind("entity", entity);
            String run = JdbiValidationDao.records(handle, entity, of.batch(), ids, executor, of.rules()).run();
            handle.createUpdate(KEEP).bindMap(Map.of("action", action, "run", run)).execute();
        }
    }
}
