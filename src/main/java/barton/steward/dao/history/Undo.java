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
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// Takes an action back in one statement, which looks at all its rows and changes either all of them or none.
/// An added row is removed, a removed one added again. The records of a page of the history have the same fields, which the first of them
/// tells.
public final class Undo {
    private static final String ACTION = """
            SELECT a.table_name, a.kind, a.summary, u.action_id AS undone_by, f.names, f.known, coalesce(f.added, false) AS added,
                   coalesce(f.removed, false) AS removed, coalesce(f.edited, false) AS edited,
                   ARRAY(SELECT t.attname || ' ' || format_type(t.atttypid, NULL) FROM pg_attribute t
                         WHERE t.attrelid = to_regclass(a.table_name) AND t.attnum > 0 AND NOT t.attisdropped) AS types
            FROM shq.action a
            CROSS JOIN LATERAL (
                SELECT coalesce(array_agg(n.name), '{}') AS names,
                       coalesce(array_agg(n.name) FILTER (WHERE n.pages = n.most), '{}') AS known,
                       bool_or(n.added) AS added, bool_or(n.removed) AS removed,
                       bool_or(n.edited) AS edited
                FROM (SELECT f.name, count(*) AS pages, max(count(*)) OVER () AS most, bool_or(jsonb_typeof(p.before) = 'null') AS added,
                             bool_or(jsonb_typeof(p.after) = 'null') AS removed,
                             bool_or(jsonb_typeof(p.before) = 'object' AND jsonb_typeof(p.after) = 'object') AS edited
                      FROM (SELECT c.before[1] AS before, c.after[1] AS after FROM shq.change c WHERE c.action_id = a.action_id) p,
                           LATERAL jsonb_object_keys(CASE jsonb_typeof(p.after) WHEN 'object' THEN p.after ELSE p.before END) AS f (name)
                      GROUP BY f.name) n) f
            LEFT JOIN shq.action u ON u.undoes = a.action_id
            WHERE a.action_id = :action""";
    private static final String STATEMENT = """
            WITH changed AS MATERIALIZED (
                SELECT c.change_id, k.key::<keyType> AS key, k.before AS kept, k.after AS made
                FROM shq.change c CROSS JOIN LATERAL unnest(c.keys, c.before, c.after) AS k (key, before, after)
                WHERE c.action_id = :undone),
            old AS MATERIALIZED (
                SELECT <key> AS key, c.change_id, c.kept, c.made<was>, (<same>) AS same, (<depended>) AS depended
                FROM <rows> t JOIN changed c ON c.key = <key>
                ORDER BY <key> FOR UPDATE OF t),
            sum AS (
                SELECT (SELECT count(*) FROM changed) AS wanted, (SELECT count(*) FROM changed WHERE <gone>) AS gone,
                       count(*) FILTER (WHERE <gone>) AS returned, count(*) FILTER (WHERE NOT <gone>) AS found,
                       count(*) FILTER (WHERE NOT <gone> AND NOT same) AS changed, count(*) FILTER (WHERE depended) AS depended
                FROM old),
            <act>,
            <changing>,
            <kept>
            SELECT wanted - gone AS standing, wanted, returned, found, changed, depended, (SELECT action_id FROM act) AS action FROM sum""";

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
    /// Whether rows were changed, where others were added or removed by the same action.
    private final boolean mixed;
    /// Of each column of the table, as the database calls it.
    private final Map<String, String> types;

    private record Found(String tableName, String kind, String summary, Long undoneBy, List<String> names, List<String> known,
                         boolean added, boolean removed, boolean edited, List<String> types) {
        Table table() {
            return Arrays.stream(Table.values()).filter(t -> t.qualifiedName().equals(tableName)).findFirst().orElseThrow();
        }
    }

    /// `standing` of the `wanted` rows should be there, and none should have `returned`.
    private record Looked(long standing, long wanted, long returned, long found, long changed, long depended, long action) {
    }

    private Undo(Found action, long actionId, String executor) {
        this.recorded = new AuditedChange(action.table(), kind(action.kind()), summary(action.kind(), action.summary()), executor,
                actionId);
        this.source = Source.of(recorded.table());
        this.fields = source.storedFields().stream().filter(f -> action.names().contains(f.name())).toList();
        this.known = action.known();
        this.added = action.added();
        this.removed = action.removed();
        this.mixed = action.edited() && (added || removed);
        this.types = action.types().stream().map(t -> t.split(" ", 2)).collect(Collectors.toMap(t -> t[0], t -> t[1]));
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
        String was = AuditedChange.was(source, following());
        return outcome(Sql.of(STATEMENT).with("keyType", keyType()).with("was", was.isEmpty() ? "" : ", " + was)
                .with("same", same()).with("depended", depended()).with("act", recorded.action("wanted FROM sum", Sql.of(possible())))
                .with("changing", changing())
                .with("gone", gone()).with("key", source.key().expression()).with("rows", recorded.table().qualifiedName())
                .with("kept", AuditedChange.KEEP).bind("undone", recorded.undoes())
                .query(handle).map(ConstructorMapper.of(Looked.class)).one());
    }

    private UndoResult outcome(Looked at) {
        if (at.action() != 0) {
            return new UndoResult.Undone(at.wanted(), at.action());
        }
        var reasons = new ArrayList<String>();
        if (at.returned() > 0) {
            reasons.add(rows(at.returned(), "is", "are") + " there again already.");
        }
        if (at.found() < at.standing()) {
            reasons.add(rows(at.standing() - at.found(), "is", "are") + " not there any more.");
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
        return "(SELECT returned = 0 AND found = wanted - gone AND changed = 0 AND depended = 0 FROM sum)";
    }

    /// Whether the action removed a row.
    private String gone() {
        return mixed && removed ? is("made", "null") : Boolean.toString(removed);
    }

    private static String is(String record, String type) {
        return "jsonb_typeof(" + record + ") = '" + type + "'";
    }

    /// What changes the rows back, giving key, before, after and shape of each.
    private String changing() {
        if (!mixed) {
            return "new AS (" + (added ? taking("") : removed ? addingAgain("") : changingBack("")) + ")";
        }
        String others = added ? taking(" AND " + is("old.kept", "null")) : addingAgain(" AND " + is("c.made", "null"));
        return "whole AS (" + others + "), edited AS (" + changingBack(" AND " + is("old.kept", "object") + " AND "
                + is("old.made", "object")) + "), new AS (SELECT w.key, w.before, w.after, w.shape FROM whole w"
                + " UNION ALL SELECT e.key, e.before, e.after, e.shape FROM edited e)";
    }

    private String taking(String which) {
        return "DELETE FROM " + table() + " t USING old WHERE " + key() + " = old.key AND EXISTS (SELECT FROM act)" + which + " RETURNING "
                + key() + "::text AS key, old.made AS before, 'null'::jsonb AS after, 0 AS shape";
    }

    private String addingAgain(String which) {
        return "INSERT INTO " + table() + " AS t (" + each(Field::name) + ") SELECT " + each(f -> typed(f, "c", "kept"))
                + " FROM changed c WHERE EXISTS (SELECT FROM act)" + which + " RETURNING " + key()
                + "::text AS key, 'null'::jsonb AS before, " + AuditedChange.json(source, fields) + " AS after, 0 AS shape";
    }

    private String changingBack(String which) {
        return "UPDATE " + table() + " t SET " + each(f -> f.name() + " = " + value(f, "old", "kept")) + " FROM old WHERE " + key()
                + " = old.key AND EXISTS (SELECT FROM act)" + which + " RETURNING " + key() + "::text AS key, "
                + andFollowing("old.made", " || " + AuditedChange.wasJson(following())) + " AS before, "
                + andFollowing(now(), " || " + AuditedChange.json(source, following())) + " AS after, "
                + andFollowing("old.change_id * 2", " + 1") + " AS shape";
    }

    private String table() {
        return recorded.table().qualifiedName();
    }

    private String key() {
        return source.key().expression();
    }

    private String andFollowing(String text, String more) {
        return AuditedChange.ifFollowed(source, following(), text + more, text);
    }

    /// The fields that the history has of a row, as they are now.
    private String now() {
        Map<Boolean, List<Field>> byKnown = fields.stream().collect(Collectors.partitioningBy(f -> known.contains(f.name())));
        return byKnown.get(false).stream().map(f -> " || CASE WHEN " + kept("old", f.name()) + " THEN "
                + AuditedChange.json(source, List.of(f)) + " ELSE '{}' END").reduce(AuditedChange.json(source, byKnown.get(true)),
                String::concat);
    }

    /// Whether a row of `t` is as the action left it; by value, since the same instant is written in many ways.
    private String same() {
        if (removed && !mixed) {
            return "false";
        }
        String same = "ROW(" + each(f -> value(f, "c", "made")) + ") IS NOT DISTINCT FROM ROW(" + each(f -> "t." + f.name()) + ")";
        // Naming how a row is validated would be a validation, so one that was validated since by others is as good as changed.
        return known.contains(VALIDATED) || fields.stream().noneMatch(f -> f.name().equals(VALIDATED)) ? same
                : same + " AND (" + kept("c", VALIDATED) + " OR t.validated IS NOT TRUE)";
    }

    /// The value of a field in the history; where that has none for the row, what the row has.
    private String value(Field field, String alias, String record) {
        String value = typed(field, alias, record);
        return known.contains(field.name()) ? value
                : "CASE WHEN jsonb_exists(" + alias + "." + record + ", '" + field.name() + "') THEN " + value
                + " ELSE t." + field.name() + " END";
    }

    /// The value of a field in the history, in the type of its column.
    private String typed(Field field, String alias, String record) {
        String from = alias + "." + record;
        String name = "'" + field.name() + "'";
        return switch (field.type()) {
            case TEXT_ARRAY, JSON -> "(jsonb_populate_record(NULL::" + recorded.table().qualifiedName() + ", jsonb_build_object(" + name
                    + ", " + from + " -> " + name + ")))." + field.name();
            default -> "(" + from + " ->> " + name + ")::" + types.get(field.name());
        };
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

    private String keyType() {
        return SqlValues.sqlType(recorded.table().key().type());
    }

    private String each(Function<Field, String> text) {
        return fields.stream().map(text).collect(Collectors.joining(", "));
    }
}
