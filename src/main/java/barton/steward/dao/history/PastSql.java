package barton.steward.dao.history;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Table;
import barton.steward.dao.query.Source;
import barton.steward.dao.query.Sql;
import barton.steward.model.history.Moment;
import barton.steward.model.history.Past;
import barton.steward.model.query.Row;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.SqlStatements;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/// Finds what became of one record: in the history, and in what is kept of promotions, of merges and of rows that left intake.
/// Actions about one record wait for each other, so they are in the order of their numbers even where a later one began earlier.
final class PastSql {
    /// Keeps every digit of a number.
    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

    private static final String CHANGED = """
            SELECT a.action_id AS action, c.change_id AS place, a.happened_at AS at, a.summary AS what, a.executor,
                   c.before[p.place] AS before, c.after[p.place] AS after, false AS returns
            FROM shq.change c
            JOIN shq.action a ON a.action_id = c.action_id
            CROSS JOIN LATERAL (SELECT array_position(c.keys, :key::text) AS place) p
            WHERE shq.key_span(c.keys) @> shq.key_place(:key::text) AND p.place IS NOT NULL AND a.table_name = :table
            UNION ALL
            SELECT a.action_id, 0, a.happened_at, a.summary, a.executor, s.before, s.after, false
            FROM shq.merge_step s JOIN shq.merge m ON m.merge_no = s.merge_no JOIN shq.action a ON a.action_id = m.action_id
            WHERE s.table_name = :table AND s.key = :key::text AND a.table_name <> :table
            UNION ALL
            SELECT a.action_id, -s.step_no, a.happened_at, a.summary, a.executor, s.after, s.before, s.after IS NOT NULL
            FROM shq.merge_step s JOIN shq.merge m ON m.merge_no = s.merge_no
            JOIN shq.run_detail d ON d.of_run = m.validation_run_id AND d.kind = 'unmerge'
            JOIN shq.action a ON a.action_id = d.action_id
            WHERE s.table_name = :table AND s.key = :key::text AND (a.table_name <> :table OR s.after IS NOT NULL)""";
    private static final String BROUGHT = """
            UNION ALL
            SELECT a.action_id, 0, a.happened_at, a.summary, a.executor, NULL, '{}', false
            FROM shq.import_file f JOIN shq.action a ON a.action_id = f.action_id
            WHERE f.table_name = :table AND f.intake_ids @> :key::bigint
            UNION ALL
            SELECT a.action_id, 0, a.happened_at, a.summary, a.executor, d.row_data, NULL, false
            FROM shq.discarded_intake d JOIN shq.action a ON a.action_id = d.action_id
            WHERE d.entity = :entity AND d.intake_id = :key::bigint
            UNION ALL
            SELECT a.action_id, 0, a.happened_at, a.summary, a.executor, NULL, d.row_data, false
            FROM shq.discarded_intake d JOIN shq.action a ON a.undoes = d.action_id
            WHERE d.entity = :entity AND d.intake_id = :key::bigint""";
    private static final String CLEARED = """
            UNION ALL
            SELECT NULL, NULL, c.cleared_at, 'Cleared from intake in run ' || c.validation_run_id, c.executor, c.row_data, NULL, false
            FROM shq.cleared_intake c WHERE c.entity = :entity AND c.intake_id = :key::bigint
            UNION ALL
            SELECT NULL, NULL, d.created_at, 'Restored to intake in run ' || d.validation_run_id, l.executed_by, NULL, c.row_data, false
            FROM shq.cleared_intake c JOIN shq.run_detail d ON d.of_run = c.validation_run_id AND d.kind = 'restoring'
            JOIN public.shq_validation_log l ON l.validation_run_id = d.validation_run_id
            WHERE c.entity = :entity AND c.intake_id = :key::bigint""";
    private static final String TAKEN_BACK = """
            UNION ALL
            SELECT NULL, NULL, b.taken_back_at, 'Taken back in run ' || b.validation_run_id, b.executor, b.row_data, NULL, false
            FROM shq.taken_back b WHERE b.table_name = :table AND b.key = :key::text""";
    private static final String PROMOTED = """
            UNION ALL
            SELECT NULL, NULL, d.created_at, 'Promoted in run ' || d.validation_run_id, l.executed_by, NULL, '{}', false
            FROM <table> t JOIN shq.run_detail d ON d.run_no = t.promotion_audit_log_id AND d.kind IN ('promotion', 'people-promotion')
            JOIN public.shq_validation_log l ON l.validation_run_id = d.validation_run_id
            WHERE <key> = :key AND t.source_system = 'intake_promotion'""";
    private static final String MOMENTS = """
            WITH acted AS (<acted>), run AS (<run>)
            SELECT n.now, m.action, m.at, m.what, m.executor, nullif(m.before, 'null')::text AS before,
                   nullif(m.after, 'null')::text AS after, m.returns
            FROM (SELECT (SELECT to_jsonb(t)::text FROM <table> t WHERE <key> = :key) AS now) n
            LEFT JOIN (
                  SELECT a.action, a.place, max(a.at) OVER (ORDER BY a.action, a.place) AS at, a.what, a.executor, a.before, a.after,
                         a.returns
                  FROM acted a
                  UNION ALL
                  SELECT r.action, r.place, r.at, r.what, r.executor, r.before, r.after, r.returns FROM run r) m ON true
            ORDER BY m.at, m.action NULLS FIRST, m.place""";
    private static final String NONE = """
            SELECT NULL::bigint AS action, NULL::bigint AS place, NULL::timestamptz AS at, NULL::text AS what, NULL::text AS executor,
                   NULL::jsonb AS before, NULL::jsonb AS after, false AS returns WHERE false""";

    private record Read(String now, Long action, OffsetDateTime at, String what, String executor, String before, String after,
                        boolean returns) {
        Moment moment() {
            return new Moment(at.toInstant(), action, what, executor, cells(before), cells(after), returns);
        }
    }

    private PastSql() {
    }

    static Past past(Handle handle, Table table, Object key) {
        Optional<Entity> entity = table.entity();
        boolean master = entity.filter(e -> e.master() == table).isPresent();
        String acted = CHANGED + (table.isIntake() ? "\n" + BROUGHT : "");
        String run = NONE + (table.isIntake() ? "\n" + CLEARED : "\n" + TAKEN_BACK) + (master ? "\n" + PROMOTED : "");
        List<Read> read = handle.createQuery(placed(MOMENTS.replace("<acted>", acted).replace("<run>", run), table))
                .configure(SqlStatements.class, s -> s.setUnusedBindingAllowed(true)).setFetchSize(Sql.PORTION)
                .bind("key", key).bind("table", table.qualifiedName()).bind("entity", entity.map(Entity::word).orElse(null))
                .map(ConstructorMapper.of(Read.class)).list();
        return new Past(read.stream().filter(r -> r.at() != null).map(Read::moment).toList(), cells(read.getFirst().now()));
    }

    /// Fields given as JSON as a row; what is computed, and what they lack, is null.
    static Row row(Handle handle, Table table, Map<String, String> fields) {
        Source source = Source.of(table);
        var stored = source.storedFields();
        String json = fields.entrySet().stream().map(f -> JSON.writeValueAsString(f.getKey()) + ":" + f.getValue())
                .collect(Collectors.joining(",", "{", "}"));
        return handle.createQuery(source.select(stored)
                + " FROM jsonb_populate_record(NULL::" + table.qualifiedName() + ", :json::jsonb) t")
                .bind("json", json).map((result, context) -> {
                    List<Object> read = source.values(stored, result);
                    var values = new ArrayList<>();
                    table.fields().forEach(f -> values.add(stored.contains(f) ? read.get(stored.indexOf(f)) : null));
                    return new Row(table, Collections.unmodifiableList(values), 0);
                }).one();
    }

    private static String placed(String statement, Table table) {
        return statement.replace("<table>", table.qualifiedName()).replace("<key>", Source.of(table).key().expression());
    }

    private static Map<String, String> cells(String json) {
        if (json == null) {
            return null;
        }
        var cells = new LinkedHashMap<String, String>();
        JSON.readTree(json).forEachEntry((name, value) -> cells.put(name, JSON.writeValueAsString(value)));
        return cells;
    }
}
