package barton.steward.dao.history;

import barton.steward.model.history.UndoResult;
import barton.steward.model.validation.Rule;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.SqlStatements;

/// A rule that becomes another one, kept in the history by one statement: null before where it is added, null after where it is removed.
/// `undoes` is the action that this takes back, or null.
public record RuleChange(Rule before, Rule after, String kind, String summary, String executor, Long undoes) {
    public static final String TABLE = "shq.validation_rule";
    public static final String COLUMNS = """
            r.rule_set AS set, r.code, r.entity, r.field, r.kind, r.parameters::text AS parameters, r.severity, r.message, r.enabled,
            r.position""";
    public static final RowMapper<Rule> READ = ConstructorMapper.of(Rule.class);

    private static final String KEY = "r.rule_set = :set AND r.code = :code";
    private static final String NOW = "SELECT " + COLUMNS + " FROM " + TABLE + " r WHERE " + KEY + " FOR UPDATE";
    private static final String NOTHING = "SELECT 'null'::jsonb AS rule";
    private static final String IS = "SELECT to_jsonb(r) AS rule FROM " + TABLE + " r WHERE " + KEY;
    private static final String ADD = "INSERT INTO " + TABLE + """
             AS r (rule_set, code, entity, field, kind, parameters, severity, message, enabled, position)
            VALUES (:set, :code, :entity, :field, :kind, :parameters::jsonb, :severity, :message, :enabled, :position)
            ON CONFLICT (rule_set, code) DO NOTHING RETURNING to_jsonb(r) AS rule""";
    private static final String CHANGE = "UPDATE " + TABLE + """
             r SET entity = :entity, field = :field, kind = :kind, parameters = :parameters::jsonb, severity = :severity,
                message = :message, enabled = :enabled, position = :position
            WHERE\s""" + KEY + " RETURNING to_jsonb(r) AS rule";
    private static final String REMOVE = "DELETE FROM " + TABLE + " r WHERE " + KEY + " RETURNING to_jsonb(r) AS rule";
    private static final String KEPT = """
            WITH was AS (%s), made AS (%s),
            act AS (
                INSERT INTO shq.told_action (kind, summary, table_name, row_count, executor, undoes)
                SELECT :act, :summary, :table, 1, :executor, :undoes::bigint FROM was, made
                RETURNING action_id),
            kept AS (
                INSERT INTO shq.told_change (action_id, keys, before, after)
                SELECT a.action_id, ARRAY[:key], ARRAY[w.rule], ARRAY[m.rule] FROM act a, was w, made m)
            SELECT action_id FROM act""";
    private static final String UNDOABLE = """
            SELECT a.kind, a.summary, u.action_id AS undone_by, nullif(c.before[1], 'null')::text AS before,
                   nullif(c.after[1], 'null')::text AS after
            FROM shq.action a
            JOIN shq.change c ON c.action_id = a.action_id
            LEFT JOIN shq.action u ON u.undoes = a.action_id
            WHERE a.action_id = :action AND a.table_name = :table""";

    public static RuleChange of(Rule before, Rule after, String executor) {
        Rule named = before == null ? after : before;
        String what = before == null ? "Added" : after == null ? "Removed" : after.equals(before.switched(after.enabled()))
                ? after.enabled() ? "Switched on" : "Switched off" : "Changed";
        return new RuleChange(before, after, "rule", what + " the rule " + named.code() + " of " + named.set(), executor, null);
    }

    /// The action; empty where the rule is not, or no longer, as it was before.
    public OptionalLong run(Handle handle) {
        Rule named = before == null ? after : before;
        Optional<Rule> now = handle.createQuery(NOW).bind("set", named.set()).bind("code", named.code())
                .map(READ).findOne();
        if (!now.equals(Optional.ofNullable(before))) {
            return OptionalLong.empty();
        }
        String statement = before == null ? KEPT.formatted(NOTHING, ADD)
                : after == null ? KEPT.formatted(REMOVE, NOTHING) : KEPT.formatted(IS, CHANGE);
        Rule rule = Objects.requireNonNullElse(after, named);
        return handle.createQuery(statement).configure(SqlStatements.class, s -> s.setUnusedBindingAllowed(true))
                .bind("set", named.set()).bind("code", named.code())
                .bind("entity", rule.entity()).bind("field", rule.field()).bind("kind", rule.kind())
                .bind("parameters", rule.parameters()).bind("severity", rule.severity()).bind("message", rule.message())
                .bind("enabled", rule.enabled()).bind("position", rule.position())
                .bind("act", kind).bind("summary", summary).bind("table", TABLE).bind("executor", executor)
                .bind("undoes", undoes).bind("key", key(named.set(), named.code()))
                .mapTo(Long.class).findOne().map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /// How the history names a rule.
    public static String key(String set, String code) {
        return set + " " + code;
    }

    /// Takes a change of a rule back; empty where the action is about something else.
    public static Optional<UndoResult> undo(Handle handle, long actionId, String executor) {
        record Undoable(String kind, String summary, Long undoneBy, String before, String after) {
        }

        return handle.createQuery(UNDOABLE).bind("action", actionId).bind("table", TABLE).map(ConstructorMapper.of(Undoable.class))
                .findOne().map(found -> found.undoneBy() != null ? Undo.takenBackBy(found.undoneBy())
                        : new RuleChange(read(handle, found.after()), read(handle, found.before()), Undo.kind(found.kind()),
                                Undo.summary(found.kind(), found.summary()), executor, actionId).undone(handle));
    }

    private UndoResult undone(Handle handle) {
        OptionalLong action = run(handle);
        return action.isPresent() ? new UndoResult.Undone(1, action.getAsLong())
                : new UndoResult.Refused(List.of("The rule was changed since."));
    }

    private static Rule read(Handle handle, String json) {
        return json == null ? null
                : handle.createQuery("SELECT " + COLUMNS + " FROM jsonb_populate_record(NULL::" + TABLE + ", :json::jsonb) r")
                        .bind("json", json).map(READ).one();
    }
}
