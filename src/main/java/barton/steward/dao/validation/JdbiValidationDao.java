package barton.steward.dao.validation;

import barton.steward.catalog.Entity;
import barton.steward.dao.change.IdempotencyKey;
import barton.steward.dao.change.PromotionLock;
import barton.steward.dao.change.Statistics;
import barton.steward.dao.query.Sql;
import barton.steward.db.Database;
import barton.steward.model.promotion.PromotionResult;
import barton.steward.model.validation.RuleViolation;
import barton.steward.model.validation.ValidatedAndPromoted;
import barton.steward.model.validation.ValidationResult;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

public final class JdbiValidationDao implements ValidationDao {
    private static final String COUNTS = """
             ARRAY(SELECT f.key FROM jsonb_each_text(v.findings) f ORDER BY f.key) AS codes,
             ARRAY(SELECT f.value::bigint FROM jsonb_each_text(v.findings) f ORDER BY f.key) AS records
            """;
    private static final String RUN = "SELECT v.run, v.checked, v.passed, v.failed," + COUNTS
            + "FROM shq.%s(:batch, :executor, :rules) v";
    private static final String RECORDS = "SELECT v.run, v.checked, v.passed, v.failed," + COUNTS
            + "FROM shq.%s(:batch, ARRAY(<ids>), :executor, :rules) v";
    private static final String BOTH = "SELECT v.promoted FROM shq.%s(:batch, :executor, :rules) v";
    private static final String RUN_OF_REQUEST = "SELECT v.run, v.checked, v.passed, v.failed," + COUNTS + """
            FROM (SELECT d.validation_run_id AS run, l.total_records AS checked, l.passed_records AS passed, l.failed_records AS failed,
                         d.findings
                  FROM shq.run_detail d JOIN public.shq_validation_log l ON l.validation_run_id = d.validation_run_id
                  WHERE d.request_id = shq.validation_request(:request)) v""";
    private static final String FINDINGS = """
            SELECT d.validation_run_id AS run, f.rule_set AS set, f.rule_code AS code, f.field,
                   CASE f.severity WHEN 'error' THEN 'error' ELSE 'warning' END AS severity, f.message
            FROM shq.finding f
            JOIN shq.run_detail d ON d.run_no = f.run_no
            LEFT JOIN shq.validation_rule r ON r.rule_set = f.rule_set AND r.code = f.rule_code
            WHERE f.entity = :entity AND f.record_id = :record
            ORDER BY r.position, f.rule_code""";

    private final Database database;
    private final RuleTime time;

    public JdbiValidationDao(Database database) {
        this(database, RuleTime.USUAL);
    }

    public JdbiValidationDao(Database database, RuleTime time) {
        this.database = database;
        this.time = time;
    }

    @Override
    public ValidationResult validate(Entity entity, String batch, String rules, String executor, UUID request) {
        // The function waits for a lost transaction to end and, where it was kept, answers with its run.
        return IdempotencyKey.write(database, handle -> {
            IdempotencyKey.announce(handle, request);
            time.check(handle, entity, batch, rules);
            PromotionLock.acquire(handle, "run of rules", executor);
            ValidationResult result = time.run(handle, entity, batch, rules, () -> run(handle, entity, batch, rules, executor));
            refresh(handle, result);
            return result;
        });
    }

    @Override
    public ValidatedAndPromoted validateAndPromote(Entity entity, String batch, String rules, String executor, UUID request) {
        return IdempotencyKey.write(database, handle -> {
            IdempotencyKey.announce(handle, request);
            time.check(handle, entity, batch, rules);
            PromotionLock.acquire(handle, "run of rules", executor);
            String both = BOTH.formatted(entity.functions().validateAndPromote());
            long promoted = time.run(handle, entity, batch, rules,
                    () -> handle.createQuery(both).bind("batch", batch).bind("executor", executor).bind("rules", rules)
                            .mapTo(Long.class).one());
            ValidationResult validated = handle.createQuery(RUN_OF_REQUEST).bind("request", request.toString())
                    .map((r, context) -> result(batch, r)).findOne().orElse(new ValidationResult(batch, null, 0, 0, 0, Map.of()));
            refresh(handle, validated);
            Statistics.refresh(handle, promoted, entity.madeByPromotion());
            return new ValidatedAndPromoted(validated, new PromotionResult(batch, IdempotencyKey.run(handle, request), promoted));
        });
    }

    private static void refresh(Handle handle, ValidationResult result) {
        Statistics.refresh(handle, result.findings().values().stream().mapToLong(n -> n).sum(), List.of("shq.finding"));
    }

    private static ValidationResult run(Handle handle, Entity entity, String batch, String rules, String executor) {
        return handle.createQuery(RUN.formatted(entity.functions().validate()))
                .bind("batch", batch).bind("executor", executor).bind("rules", rules)
                .map((r, context) -> result(batch, r)).one();
    }

    /// Checks a batch, in a transaction that goes on, for a request that was announced in it.
    public static ValidationResult batch(Handle handle, Entity entity, String batch, String executor, String rules) {
        return RuleTime.USUAL.run(handle, entity, batch, rules, () -> run(handle, entity, batch, rules, executor));
    }

    /// Checks some records of a batch, in a transaction that goes on, for a request that was announced in it.
    public static ValidationResult records(Handle handle, Entity entity, String batch, Sql ids, String executor, String rules) {
        Sql run = Sql.of(RECORDS.formatted(entity.functions().validateSome())).with("ids", ids)
                .bind("batch", batch).bind("executor", executor).bind("rules", rules);
        return RuleTime.USUAL.run(handle, entity, batch, rules, () -> run.query(handle).map((r, context) -> result(batch, r)).one());
    }

    private static ValidationResult result(String batch, ResultSet r) throws SQLException {
        return new ValidationResult(batch, r.getString("run"), r.getLong("checked"), r.getLong("passed"), r.getLong("failed"), counts(r));
    }

    private static Map<String, Long> counts(ResultSet result) throws SQLException {
        var counts = new LinkedHashMap<String, Long>();
        String[] codes = (String[]) result.getArray("codes").getArray();
        Long[] records = (Long[]) result.getArray("records").getArray();
        for (int i = 0; i < codes.length; i++) {
            counts.put(codes[i], records[i]);
        }
        return counts;
    }

    @Override
    public List<RuleViolation> findings(Entity entity, long record) {
        return database.read(handle -> handle.createQuery(FINDINGS).bind("entity", entity).bind("record", record)
                .map(ConstructorMapper.of(RuleViolation.class)).list());
    }
}
