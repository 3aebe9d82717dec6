package barton.steward.dao.history;

import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.dao.change.AuditedChange;
import barton.steward.dao.change.Rejections;
import barton.steward.dao.query.IntakeStatusSql;
import barton.steward.dao.query.Source;
import barton.steward.dao.query.Sql;
import barton.steward.dao.query.SqlValues;
import barton.steward.model.Counted;
import barton.steward.model.history.UndoResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// Takes an action back in one statement, which looks at all its rows and changes either all of them or none.
/// An added row is removed, a removed one added again.
public final class Undo {
    private static final String ACTION = """
            SELECT a.table_name, a.kind, a.summary, u.action_id AS undone_by, f.names, f.known,
                   EXISTS (SELECT FROM shq.change c WHERE c.action_id = a.action_id AND jsonb_typeof(c.before) = 'null') AS added,
                   EXISTS (SELECT FROM shq.change c WHERE c.action_id = a.action_id AND jsonb_typeof(c.after) = 'null') AS removed
            FROM shq.action a
            CROSS JOIN LATERAL (
                SELECT coalesce(array_agg(n.name), '{}') AS names,
                       coalesce(array_agg(n.name) FILTER (WHERE n.changes = n.most), '{}') AS known
                FROM (SELECT f.name, count(*) AS changes, max(count(*)) OVER () AS most FROM shq.change c,
                             LATERAL jsonb_object_keys(CASE jsonb_typeof(c.after) WHEN 'object' THEN c.after ELSE c.before END) AS f (name)
                      WHERE c.action_id = a.action_id GROUP BY f.name) n) f
            LEFT JOIN shq.action u ON u.undoes = a.action_id
            WHERE a.action_id = :action""";
    private static final String STATEMENT = """
            WITH step AS MATERIALIZED (
                SELECT change_id, <was> AS was, <made> AS made, before AS kept FROM shq.change WHERE action_id = :undone),
            changed AS MATERIALIZED (
                SELECT change_id, unnest(keys)::<keyType> AS key FROM shq.change WHERE action_id = :undone),
            old AS MATERIALIZED (
                SELECT <key> AS key, <fields> AS before, s.was, s.kept<state>, (<same>) AS same, (<depended>) AS depended
                FROM <rows> t JOIN changed c ON c.key = <key> JOIN step s ON s.change_id = c.change_id
                ORDER BY <key> FOR UPDATE OF t),
            sum AS (
                SELECT (SELECT count(*) FROM changed) AS wanted, count(*) AS found, count(*) FILTER (WHERE NOT same) AS changed,
                       count(*) FILTER (WHERE depended) AS depended
                FROM old),
            <act>,
            new AS (<changing>),
            <kept>
            SELECT wanted, found, changed, depended, (SELECT action_id FROM act) AS action FROM sum""";

    private static final String CHECKS = """
            SELECT c.check_action FROM shq.checked_after c
            WHERE c.fix_action = :action AND NOT EXISTS (SELECT FROM shq.action u WHERE u.undoes = c.check_action)
            ORDER BY c.check_action DESC""";
    private static final String BEFORE_CHECKS = "before_checks";

    private static final String TOOK_BACK = "Took back: ";
    private static final String DID_AGAIN = "Did again: ";
    private static final String VALIDATED = IntakeFields.VALIDATED.name();

    private final AuditedChange recorded;
    private final Source source;
    private final List<Field> fields;
    /// Of the fields those that every row has in the history; the others are what followed from the change in some rows.
    private final List<String> known;
    private final boolean added;
    private final boolean removed;

    private record Found(String tableName, String kind, String summary, Long undoneBy, List<String> names, List<String> known,
                         boolean added, boolean removed) {
        Table table() {
            return Arrays.stream(Table.values()).filter(t -> t.qualifiedName().equals(tableName)).findFirst().orElseThrow();
        }
    }

    private record Looked(long wanted, long found, long changed, long depended, long action) {
    }

    private Undo(Found action, long actionId, String executor) {
        this.recorded = new AuditedChange(action.table(), kind(action.kind()), summary(action.kind(), action.summary()), executor,
                actionId);
        this.source = Source.of(recorded.table());
        this.fields = source.storedFields().stream().filter(f -> action.names().contains(f.name())).toList();
        this.known = action.known();
        this.added = action.added();
        this.removed = action.removed();
    }

    /// What takes back a taking back does the action again.
    static String kind(String ofUndone) {
        return isUndo(ofUndone) ? "redo" : "undo";
    }

    static String summary(String kind, String summary) {
        return isUndo(kind) ? DID_AGAIN + summary.replaceFirst("^" + TOOK_BACK + "(" + DID_AGAIN + ")?", "") : TOOK_BACK + summary;
    }

    private static boolean isUndo(String kind) {
        return kind.equals("undo");
    }

    static UndoResult of(Handle handle, long actionId, String executor) {
        Optional<Found> found = handle.createQuery(ACTION).bind("action", actionId).map(ConstructorMapper.of(Found.class)).findOne();
        if (found.isEmpty()) {
            return refused("There is no action " + actionId + ".");
        }
        if (isUndo(found.get().kind()) && found.get().names().isEmpty()) {
            return refused("What was taken back was a decision. Decide it anew.");
        }
        Long undoneBy = found.get().undoneBy();
        return undoneBy == null ? withChecks(handle, found.get(), actionId, executor) : takenBackBy(undoneBy);
    }

    /// First the checks that followed at once from the action; all of it or nothing.
    private static UndoResult withChecks(Handle handle, Found action, long actionId, String executor) {
        List<Long> checks = handle.createQuery(CHECKS).bind("action", actionId).mapTo(Long.class).list();
        if (checks.isEmpty()) {
            return new Undo(action, actionId, executor).run(handle);
        }
        handle.savepoint(BEFORE_CHECKS);
        for (long check : checks) {
            if (of(handle, check, executor) instanceof UndoResult.Refused refused) {
                handle.rollbackToSavepoint(BEFORE_CHECKS);
                return refused;
            }
        }
        UndoResult result = new Undo(action, actionId, executor).run(handle);
        if (result instanceof UndoResult.Refused) {
            handle.rollbackToSavepoint(BEFORE_CHECKS);
        }
        return result;
    }

    public static UndoResult takenBackBy(long action) {
        return refused("It was taken back already, by action " + action + ".");
    }

    private UndoResult run(Handle handle) {
        if (fields.isEmpty()) {
            // A decision: it counts no more once its action is taken back.
            return new UndoResult.Undone(0, recorded.alone(handle));
        }
        Rejections.keptByCaller(handle);
        UndoResult result = change(handle);
        if (result instanceof UndoResult.Undone undone) {
            handle.createQuery("SELECT shq.put_findings_back(:undone, :action)").bind("undone", recorded.undoes())
                    .bind("action", undone.actionId()).mapTo(String.class).one();
        }
        return result;
    }

    private UndoResult change(Handle handle) {
        return outcome(Sql.of(STATEMENT).with("was", record("before")).with("made", record("after")).with("keyType", keyType())
                .with("fields", AuditedChange.json(source, fields)).with("state", AuditedChange.state(source, following()))
                .with("same", same()).with("depended", depended()).with("act", recorded.action("wanted FROM sum", Sql.of(possible())))
                .with("changing", changing()).with("key", source.key().expression()).with("rows", recorded.table().qualifiedName())
                .with("kept", AuditedChange.KEEP).bind("undone", recorded.undoes())
                .query(handle).map(ConstructorMapper.of(Looked.class)).one());
    }

    private UndoResult outcome(Looked at) {
        if (at.action() != 0) {
            return new UndoResult.Undone(at.wanted(), at.action());
        }
        var reasons = new ArrayList<String>();
        if (removed) {
            reasons.add(rows(at.found(), "is", "are") + " there again already.");
        } else if (at.found() < at.wanted()) {
            reasons.add(rows(at.wanted() - at.found(), "is", "are") + " not there any more.");
        }
        if (at.changed() > 0) {
            reasons.add(rows(at.changed(), "was", "were") + " changed since.");
        }
        if (at.depended() > 0) {
            reasons.add(rows(at.depended(), "was", "were") + (recorded.table().isIntake() ? " promoted since." : " given people since."));
        }
        return new UndoResult.Refused(reasons);
    }

    private static String rows(long number, String one, String many) {
        return Counted.of(number, "row " + one, "rows " + many);
    }

    private static UndoResult refused(String reason) {
        return new UndoResult.Refused(List.of(reason));
    }

    private String possible() {
        return removed ? "(SELECT found = 0 FROM sum)" : "(SELECT found = wanted AND changed = 0 AND depended = 0 FROM sum)";
    }

    /// What changes the rows back, giving key, before and after of each.
    private String changing() {
        String table = recorded.table().qualifiedName();
        String key = source.key().expression();
        if (added) {
            return "DELETE FROM " + table + " t USING old WHERE " + key + " = old.key AND EXISTS (SELECT FROM act) RETURNING " + key
                    + "::text AS key, old.before, 'null'::jsonb AS after";
        }
        String now = key + "::text AS key, %s AS before, %s AS after";
        String after = AuditedChange.json(source, fields);
        if (removed) {
            return "INSERT INTO " + table + " AS t (" + each("%s") + ") SELECT " + each("(s.was).%s")
                    + " FROM step s WHERE EXISTS (SELECT FROM act) RETURNING " + now.formatted("'null'::jsonb", after);
        }
        return "UPDATE " + table + " t SET " + fields.stream().map(f -> f.name() + " = " + value(f, "old", "was"))
                .collect(Collectors.joining(", ")) + " FROM old WHERE " + key + " = old.key AND EXISTS (SELECT FROM act) RETURNING "
                + now.formatted(AuditedChange.with("old.before", "old.state", source, following()),
                        AuditedChange.with(after, AuditedChange.json(source, following()), source, following()));
    }

    /// Whether a row of `t` is as the action left it; by value, since the same instant is written in many ways.
    private String same() {
        if (removed) {
            return "false";
        }
        String made = fields.stream().map(f -> value(f, "s", "made")).collect(Collectors.joining(", "));
        String same = "ROW(" + made + ") IS NOT DISTINCT FROM ROW(" + each("t.%s") + ")";
        // Naming how a row is validated would be a validation, so one that was validated since by others is as good as changed.
        return known.contains(VALIDATED) || fields.stream().noneMatch(f -> f.name().equals(VALIDATED)) ? same
                : same + " AND (" + kept("s", VALIDATED) + " OR t.validated IS NOT TRUE)";
    }

    /// The value of a field in the history; where that has none for the row, what the row has.
    private String value(Field field, String alias, String record) {
        String value = "(" + alias + "." + record + ")." + field.name();
        return known.contains(field.name()) ? value
                : "CASE WHEN " + kept(alias, field.name()) + " THEN " + value + " ELSE t." + field.name() + " END";
    }

    private static String kept(String alias, String name) {
        return "jsonb_exists(" + alias + ".kept, '" + name + "')";
    }

    private List<Field> following() {
        return added || removed ? List.of() : AuditedChange.following(recorded.table(), fields);
    }

    /// Whether something depends on a row being as the action left it.
    private String depended() {
        return switch (recorded.table()) {
            case INTAKE, PEOPLE_INTAKE -> IntakeStatusSql.promoted(recorded.table());
            case SLOTS -> added
                    ? "EXISTS (SELECT FROM marketing.people_master p WHERE p.company_slot_unique_id = t.company_slot_unique_id)" : "false";
            default -> "false";
        };
    }

    private String record(String json) {
        return "jsonb_populate_record(NULL::" + recorded.table().qualifiedName() + ", nullif(" + json + ", 'null'))";
    }

    private String keyType() {
        return SqlValues.sqlType(recorded.table().key().type());
    }

    private String each(String pattern) {
        return fields.stream().map(f -> pattern.formatted(f.name())).collect(Collectors.joining(", "));
    }
}
