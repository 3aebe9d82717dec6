package barton.steward.dao.change;

import barton.steward.catalog.Entity;
import barton.steward.dao.query.Sql;
import barton.steward.model.intake.TiedRow;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// Rows of intake that leave it without having been promoted: of a batch, or those that an action brought. Each is kept whole, and what
/// something depends on stays. Whoever removes rows holds them first, and looks then, so that nothing comes to depend on them meanwhile.
public final class IntakeRemoval {
    private static final String COUNT = "SELECT count(*) FROM <intake> t <rows>";
    private static final String HOLD = """
            WITH held AS MATERIALIZED (SELECT t.id FROM <intake> t <rows> ORDER BY t.id FOR UPDATE OF t) SELECT count(*) FROM held""";
    private static final String TIED = """
            CREATE TEMPORARY TABLE IF NOT EXISTS steward_tied (entity TEXT, id BIGINT, why TEXT, PRIMARY KEY (entity, id))
            ON COMMIT DROP""";
    private static final String FIND = """
            INSERT INTO pg_temp.steward_tied (entity, id, why)
            SELECT '<entity>', k.intake_id, k.why FROM shq.tied_intake('<entity>', :batch::text, :ids::int8multirange) k""";
    private static final String NAMED = """
            SELECT t.id, coalesce(nullif(btrim(concat_ws(' ', <title>)), ''), '') AS name, k.why AS because
            FROM pg_temp.steward_tied k JOIN <intake> t ON t.id = k.id
            WHERE k.entity = '<entity>' ORDER BY t.id LIMIT :most""";
    private static final String TALLY = "SELECT k.why, count(*) AS rows FROM pg_temp.steward_tied k WHERE k.entity = '<entity>' GROUP BY 1";
    private static final String REMOVE = """
            WITH gone AS (
                DELETE FROM <intake> t <rows>
                    AND NOT EXISTS (SELECT FROM pg_temp.steward_tied k WHERE k.entity = '<entity>' AND k.id = t.id)
                RETURNING t.id, t.import_batch_id::text AS batch, to_jsonb(t) AS whole)
            INSERT INTO shq.discarded_intake (entity, intake_id, import_batch_id, row_data, action_id)
            SELECT '<entity>', g.id, g.batch, g.whole, :action FROM gone g""";
    /// In the words of a sentence about a row: “was …”.
    private static final Map<String, String> WORDS = Map.of("promoted", "promoted", "matched", "decided about as a match",
            "reviewed", "reviewed", "audited", "drawn for an audit", "enriched", "enriched", "decided", "marked or rejected by hand",
            "edited", "edited");

    private final Handle handle;
    private final Entity entity;
    private final String batch;
    private final String ids;

    private IntakeRemoval(Handle handle, Entity entity, String batch, String ids) {
        this.handle = handle;
        this.entity = entity;
        this.batch = batch;
        this.ids = ids;
    }

    /// Of the rows of a batch.
    public static IntakeRemoval ofBatch(Handle handle, Entity entity, String batch) {
        return new IntakeRemoval(handle, entity, batch, null);
    }

    /// Of the rows with these numbers, as the text of an `int8multirange`.
    public static IntakeRemoval ofRows(Handle handle, Entity entity, String ids) {
        return new IntakeRemoval(handle, entity, null, ids);
    }

    public long count() {
        return statement(COUNT).with("rows", rows("JOIN", "ON")).query(handle).mapTo(Long.class).one();
    }

    /// Keeps others from changing the rows until the transaction ends.
    /// @return how many there are
    public long hold() {
        return statement(HOLD).with("rows", rows("JOIN", "ON")).query(handle).mapTo(Long.class).one();
    }

    /// Finds out which of the rows have to stay.
    public void look() {
        handle.execute(TIED);
        statement(FIND).bind("batch", batch).bind("ids", ids).execute(handle);
    }

    /// How many have to stay, by the reason in words.
    public Map<String, Long> tied() {
        return statement(TALLY).query(handle).reduceRows(new TreeMap<>(), (tally, row) -> {
            tally.put(WORDS.get(row.getColumn("why", String.class)), row.getColumn("rows", Long.class));
            return tally;
        });
    }

    /// The first of those that have to stay, by their numbers.
    public List<TiedRow> named(int most) {
        String title = entity.intake().title().stream().map(f -> "t." + f.name() + "::text").collect(Collectors.joining(", "));
        return statement(NAMED).with("title", title).bind("most", most).query(handle).map(ConstructorMapper.of(TiedRow.class)).stream()
                .map(row -> new TiedRow(row.id(), row.name(), WORDS.get(row.because()))).toList();
    }

    /// Removes the others, as rows of an action.
    /// @return how many
    public long remove(long action) {
        return statement(REMOVE).with("rows", rows("USING", "WHERE")).bind("action", action).execute(handle);
    }

    private Sql statement(String text) {
        return Sql.of(text.replace("<entity>", entity.word()).replace("<intake>", entity.intake().qualifiedName()));
    }

    /// Which rows `t` it is about.
    private Sql rows(String join, String on) {
        return batch != null ? Sql.of("WHERE t.import_batch_id = :batch").bind("batch", batch)
                : Sql.of(join + " unnest(:ids::int8multirange) AS b (ids) " + on + " t.id >= lower(b.ids) AND t.id < upper(b.ids)")
                        .bind("ids", ids);
    }
}
