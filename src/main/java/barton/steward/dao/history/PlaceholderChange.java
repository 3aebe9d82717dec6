package barton.steward.dao.history;

import barton.steward.model.history.UndoResult;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// Texts that come to the list of placeholders, as the rows of a JSON array, and others that leave it: both one action of the history.
/// `undoes` is the action that this takes back, or null.
public record PlaceholderChange(String added, List<String> removed, String kind, String summary, String executor, Long undoes) {
    private static final String TABLE = "shq.placeholder";
    private static final String CHANGE = """
            WITH gone AS (
                DELETE FROM shq.placeholder p WHERE p.value = ANY (:removed) RETURNING p.value, to_jsonb(p) AS row),
            made AS (
                INSERT INTO shq.placeholder AS p (value, unless, added_by, added_at)
                SELECT DISTINCT ON (r.value) r.value, coalesce(r.unless, '{}'), coalesce(r.added_by, :executor), coalesce(r.added_at, now())
                FROM jsonb_populate_recordset(NULL::shq.placeholder, :added::jsonb) r
                ON CONFLICT (value) DO NOTHING RETURNING p.value, to_jsonb(p) AS row),
            changed AS (
                SELECT g.value, g.row AS before, 'null'::jsonb AS after FROM gone g
                UNION ALL SELECT m.value, 'null'::jsonb, m.row FROM made m),
            act AS (
                INSERT INTO shq.told_action (kind, summary, table_name, row_count, executor, undoes)
                SELECT :kind, :summary, :table, n, :executor, :undoes::bigint FROM (SELECT count(*) FROM changed) AS c (n) WHERE n > 0
                RETURNING action_id),
            kept AS (
                INSERT INTO shq.told_change (action_id, keys, before, after)
                SELECT a.action_id, ARRAY[c.value], ARRAY[c.before], ARRAY[c.after] FROM act a, changed c)
            SELECT action_id FROM act""";
    private static final String UNDOABLE = """
            SELECT a.kind, a.summary, a.row_count AS rows, u.action_id AS undone_by,
                   (SELECT coalesce(jsonb_agg(c.before[1]), '[]') FROM shq.change c
                    WHERE c.action_id = a.action_id AND c.after[1] = 'null')::text AS gone,
                   (SELECT coalesce(array_agg(c.keys[1]), '{}') FROM shq.change c
                    WHERE c.action_id = a.action_id AND c.before[1] = 'null') AS made
            FROM shq.action a LEFT JOIN shq.action u ON u.undoes = a.action_id
            WHERE a.action_id = :action AND a.table_name = :table""";
    private static final String BEFORE = "before_placeholders";

    /// What a change says of itself.
    public static String summary(List<String> added, List<String> removed) {
        String named = added.isEmpty() ? "" : "Made placeholders of " + quoted(added);
        String others = removed.isEmpty() ? "" : (named.isEmpty() ? "Made values of " : ", and values of ") + quoted(removed);
        return named + others;
    }

    private static String quoted(List<String> texts) {
        return "“" + String.join("”, “", texts) + "”";
    }

    /// The action; empty where nothing changed.
    public OptionalLong run(Handle handle) {
        return handle.createQuery(CHANGE).bind("added", added).bindArray("removed", String.class, removed.toArray())
                .bind("kind", kind).bind("summary", summary).bind("table", TABLE).bind("executor", executor).bind("undoes", undoes)
                .mapTo(Long.class).list().stream().mapToLong(Long::longValue).findFirst();
    }

    /// Takes a change of the list back; empty where the action is about something else.
    static Optional<UndoResult> undo(Handle handle, long actionId, String executor) {
        record Undoable(String kind, String summary, long rows, Long undoneBy, String gone, List<String> made) {
        }

        return handle.createQuery(UNDOABLE).bind("action", actionId).bind("table", TABLE).map(ConstructorMapper.of(Undoable.class))
                .findOne().map(found -> found.undoneBy() != null ? Undo.takenBackBy(found.undoneBy())
                        : new PlaceholderChange(found.gone(), found.made(), Undo.kind(found.kind()),
                                Undo.summary(found.kind(), found.summary()), executor, actionId).undone(handle, found.rows()));
    }

    private UndoResult undone(Handle handle, long rows) {
        handle.savepoint(BEFORE);
        OptionalLong action = run(handle);
        long changed = action.isEmpty() ? 0 : handle.createQuery("SELECT a.row_count FROM shq.action a WHERE a.action_id = :action")
                .bind("action", action.getAsLong()).mapTo(Long.class).one();
        if (changed == rows) {
            return new UndoResult.Undone(rows, action.getAsLong());
        }
        handle.rollbackToSavepoint(BEFORE);
        return new UndoResult.Refused(List.of("The list of placeholders was changed since."));
    }
}
