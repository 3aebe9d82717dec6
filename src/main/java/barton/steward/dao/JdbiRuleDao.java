package barton.steward.dao;

import barton.steward.db.Database;
import barton.steward.model.Rule;
import barton.steward.model.RuleCount;
import barton.steward.model.RuleEntity;
import barton.steward.model.RuleKind;
import barton.steward.model.RuleTrial;
import barton.steward.model.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

final class JdbiRuleDao implements RuleDao {
    private static final String RULES = """
            SELECT r.rule_set, r.code, r.entity, r.field, r.kind, r.parameters::text, r.severity, r.message, r.enabled, r.position
            FROM shq.validation_rule r""";
    private static final String SAVE = """
            INSERT INTO shq.validation_rule AS r (rule_set, code, entity, field, kind, parameters, severity, message, enabled, position)
            VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)
            ON CONFLICT (rule_set, code) DO UPDATE
            SET entity = EXCLUDED.entity, field = EXCLUDED.field, kind = EXCLUDED.kind, parameters = EXCLUDED.parameters,
                severity = EXCLUDED.severity, message = EXCLUDED.message, enabled = EXCLUDED.enabled, position = EXCLUDED.position""";
    private static final String ATTEMPT = "SELECT t.id, t.fails FROM shq.try_rule(?, ?, ?, ?::jsonb, ?) t ORDER BY t.id";
    private static final String COUNTS = """
            SELECT f.rule_set, f.rule_code, f.field, f.severity, f.message, count(*) AS n
            FROM shq.finding f JOIN %s i ON i.id = f.record_id
            WHERE f.entity = :entity AND (CAST(:batch AS text) IS NULL OR i.import_batch_id = :batch)
            GROUP BY 1, 2, 3, 4, 5
            ORDER BY n DESC, f.rule_set, f.rule_code""";

    private final Database database;

    JdbiRuleDao(Database database) {
        this.database = database;
    }

    @Override
    public List<Rule> rules() {
        return database.read(handle -> handle.createQuery(RULES + " ORDER BY r.entity, r.rule_set, r.position, r.code")
                .map((result, context) -> rule(result)).list());
    }

    @Override
    public Optional<Rule> rule(String set, String code) {
        return database.read(handle -> handle.createQuery(RULES + " WHERE r.rule_set = ? AND r.code = ?").bind(0, set).bind(1, code)
                .map((result, context) -> rule(result)).findOne());
    }

    private static Rule rule(ResultSet r) throws SQLException {
        return new Rule(r.getString(1), r.getString(2), named(RuleEntity.class, r.getString(3)), r.getString(4),
                named(RuleKind.class, r.getString(5)), r.getString(6), named(Severity.class, r.getString(7)), r.getString(8),
                r.getBoolean(9), r.getInt(10));
    }

    @Override
    public void save(Rule rule) {
        database.write(handle -> handle.createUpdate(SAVE).bind(0, rule.set()).bind(1, rule.code()).bind(2, name(rule.entity()))
                .bind(3, rule.field()).bind(4, name(rule.kind())).bind(5, rule.parameters()).bind(6, name(rule.severity()))
                .bind(7, rule.message()).bind(8, rule.enabled()).bind(9, rule.position()).execute());
    }

    @Override
    public boolean enable(String set, String code, boolean enabled) {
        return database.write(handle -> handle.createUpdate(
                "UPDATE shq.validation_rule SET enabled = ? WHERE rule_set = ? AND code = ?")
                .bind(0, enabled).bind(1, set).bind(2, code).execute()) == 1;
    }

    @Override
    public boolean delete(String set, String code) {
        return database.write(handle -> handle.createUpdate("DELETE FROM shq.validation_rule WHERE rule_set = ? AND code = ?")
                .bind(0, set).bind(1, code).execute()) == 1;
    }

    @Override
    public RuleTrial attempt(Rule rule, String batch) {
        return database.longRead(handle -> {
            var failing = new ArrayList<Long>();
            long checked = handle.createQuery(ATTEMPT).bind(0, name(rule.entity())).bind(1, rule.field()).bind(2, name(rule.kind()))
                    .bind(3, rule.parameters()).bind(4, batch).map((result, context) -> {
                        if (result.getBoolean(2)) {
                            failing.add(result.getLong(1));
                        }
                        return result.getLong(1);
                    }).stream().count();
            return new RuleTrial(batch, checked, failing);
        });
    }

    @Override
    public List<RuleCount> counts(RuleEntity entity, Optional<String> batch) {
        String intake = entity == RuleEntity.COMPANY ? "intake.company_raw_intake" : "intake.people_raw_intake";
        return database.read(handle -> handle.createQuery(COUNTS.formatted(intake))
                .bind("entity", name(entity)).bind("batch", batch.orElse(null))
                .map((r, context) -> new RuleCount(r.getString(1), r.getString(2), r.getString(3), named(Severity.class, r.getString(4)),
                        r.getString(5), r.getLong(6))).list());
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> E named(Class<E> type, String name) {
        return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
    }
}
