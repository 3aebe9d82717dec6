package barton.steward.dao;

import barton.steward.dao.query.Values;
import barton.steward.db.Database;
import barton.steward.model.Finding;
import barton.steward.model.RuleEntity;
import barton.steward.model.Severity;
import barton.steward.model.ValidationResult;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

final class JdbiValidationDao implements ValidationDao {
    private static final String RUN = """
            SELECT v.run, v.checked, v.passed, v.failed,
                   ARRAY(SELECT f.key FROM jsonb_each_text(v.findings) f ORDER BY f.key),
                   ARRAY(SELECT f.value::bigint FROM jsonb_each_text(v.findings) f ORDER BY f.key)
            FROM shq.validate_%s_batch(?, ?, ?) v""";
    private static final String FINDINGS = """
            SELECT d.validation_run_id, f.rule_set, f.rule_code, f.field, f.severity, f.message
            FROM shq.finding f
            JOIN shq.run_detail d ON d.run_no = f.run_no
            LEFT JOIN shq.validation_rule r ON r.rule_set = f.rule_set AND r.code = f.rule_code
            WHERE f.entity = ? AND f.record_id = ?
            ORDER BY r.position, f.rule_code""";

    private final Database database;

    JdbiValidationDao(Database database) {
        this.database = database;
    }

    @Override
    public ValidationResult validate(RuleEntity entity, String batch, String rules, String executor, UUID request) {
        // The function waits for a lost transaction to end and, where it was kept, answers with its run.
        return Requests.untilKnown(() -> database.longWrite(handle -> {
            Requests.announce(handle, request);
            ValidationResult result = run(handle, entity, batch, rules, executor);
            Statistics.refresh(handle, result.findings().values().stream().mapToLong(n -> n).sum(), List.of("shq.finding"));
            return result;
        }));
    }

    private static ValidationResult run(Handle handle, RuleEntity entity, String batch, String rules, String executor) {
        return handle.createQuery(RUN.formatted(entity == RuleEntity.COMPANY ? "company" : "people"))
                .bind(0, batch).bind(1, executor).bind(2, rules)
                .map((r, context) -> new ValidationResult(batch, r.getString(1), r.getLong(2), r.getLong(3), r.getLong(4), counts(r)))
                .one();
    }

    private static Map<String, Long> counts(ResultSet result) throws SQLException {
        var counts = new LinkedHashMap<String, Long>();
        String[] codes = (String[]) result.getArray(5).getArray();
        Long[] records = (Long[]) result.getArray(6).getArray();
        for (int i = 0; i < codes.length; i++) {
            counts.put(codes[i], records[i]);
        }
        return counts;
    }

    @Override
    public List<Finding> findings(RuleEntity entity, long record) {
        return database.read(handle -> handle.createQuery(FINDINGS).bind(0, Values.word(entity)).bind(1, record)
                .map((r, context) -> new Finding(r.getString(1), r.getString(2), r.getString(3), r.getString(4),
                        JdbiRuleDao.named(Severity.class, r.getString(5)), r.getString(6))).list());
    }
}
