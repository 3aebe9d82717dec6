package barton.steward.dao.history;

import barton.steward.catalog.RunKind;
import barton.steward.catalog.Table;
import barton.steward.catalog.Word;
import barton.steward.dao.change.IdempotencyKey;
import barton.steward.dao.change.PromotionLock;
import barton.steward.dao.query.Sql;
import barton.steward.db.Database;
import barton.steward.model.history.Action;
import barton.steward.model.history.Change;
import barton.steward.model.history.Past;
import barton.steward.model.history.UndoResult;
import barton.steward.model.query.Row;
import barton.steward.model.validation.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

public final class JdbiHistoryDao implements HistoryDao {
    private static final String ACTION = """
            SELECT a.action_id AS id, a.kind, a.summary, a.row_count AS rows, a.executor, a.happened_at AS at, u.action_id AS undone_by
            FROM shq.action a
            LEFT JOIN shq.action u ON u.undoes = a.action_id
            """;
    private static final String LATEST = ACTION + "ORDER BY a.action_id DESC LIMIT :limit";
    private static final String STANDING = ACTION + """
            WHERE a.executor = :executor AND a.kind <> 'undo' AND u.action_id IS NULL
              AND NOT EXISTS (SELECT FROM shq.checked_after c WHERE c.check_action = a.action_id)
            ORDER BY a.action_id DESC
            LIMIT 1""";
    private static final String UNDONE = ACTION + """
            WHERE a.executor = :executor AND a.kind = 'undo' AND u.action_id IS NULL
              AND NOT EXISTS (SELECT FROM shq.action l
                              WHERE l.executor = :executor AND l.action_id > a.action_id AND l.kind NOT IN ('undo', 'redo'))
            ORDER BY a.action_id DESC
            LIMIT 1""";
    private static final String BY_RUN = ACTION + """
            JOIN shq.run_detail d ON d.action_id = a.action_id
            WHERE d.validation_run_id = :run""";
    private static final String OF_RECORD = """
            SELECT a.action_id AS id, a.kind, a.summary, a.row_count AS rows, a.executor, a.happened_at AS at, u.action_id AS undone_by,
                   f.name, f.before, f.after
            FROM shq.change c
            JOIN shq.action a ON a.action_id = c.action_id
            LEFT JOIN shq.action u ON u.undoes = a.action_id
            CROSS JOIN LATERAL (SELECT array_position(c.keys, :key::text) AS place) p
            CROSS JOIN LATERAL (SELECT c.before[p.place] AS before, c.after[p.place] AS after) r
            CROSS JOIN LATERAL (
                SELECT name, b.value AS before, n.value AS after
                FROM jsonb_each_text(CASE jsonb_typeof(r.before) WHEN 'object' THEN r.before ELSE '{}' END) AS b (name, value)
                FULL JOIN jsonb_each_text(CASE jsonb_typeof(r.after) WHEN 'object' THEN r.after ELSE '{}' END) AS n (name, value)
                     USING (name)
                WHERE b.value IS DISTINCT FROM n.value) f
            WHERE shq.key_span(c.keys) @> shq.key_place(:key::text) AND p.place IS NOT NULL AND a.table_name = :table
            ORDER BY a.action_id DESC, f.name
            LIMIT :limit""";

    private static final String OF_RUN = "SELECT d.kind, d.action_id AS action FROM shq.run_detail d WHERE d.validation_run_id = :run";

    private static final RowMapper<Action> READ = ConstructorMapper.of(Action.class);

    private final Database database;

    public JdbiHistoryDao(Database database) {
        this.database = database;
    }

    @Override
    public List<Action> latest(int limit) {
        return database.read(Database.inPortions(handle -> handle.createQuery(LATEST).bind("limit", limit).setFetchSize(Sql.PORTION)
                .map(READ).list()));
    }

    @Override
    public Optional<Action> latestStanding(String executor) {
        return database.read(handle -> handle.createQuery(STANDING).bind("executor", executor).map(READ).findOne());
    }

    @Override
    public Optional<Action> latestUndone(String executor) {
        return database.read(handle -> handle.createQuery(UNDONE).bind("executor", executor).map(READ).findOne());
    }

    @Override
    public Optional<Action> ofRun(String run) {
        return database.read(handle -> handle.createQuery(BY_RUN).bind("run", run).map(READ).findOne());
    }

    @Override
    public List<Change> of(Table table, Object key, int limit) {
        return changes(table.qualifiedName(), key.toString(), limit);
    }

    @Override
    public Past past(Table table, Object key) {
        return database.read(Database.inPortions(handle -> PastSql.past(handle, table, key)));
    }

    @Override
    public Row row(Table table, Map<String, String> fields) {
        return database.read(handle -> PastSql.row(handle, table, fields));
    }

    @Override
    public List<Change> ofRule(Rule rule, int limit) {
        return changes(RuleChange.TABLE, RuleChange.key(rule.set(), rule.code()), limit);
    }

    private List<Change> changes(String table, String key, int limit) {
        return database.read(handle -> handle.createQuery(OF_RECORD).bind("key", key).bind("table", table).bind("limit", limit)
                .map((result, context) -> new Change(READ.map(result, context), result.getString("name"), result.getString("before"),
                        result.getString("after"))).list());
    }

    @Override
    public UndoResult undo(long actionId, String executor) {
        return IdempotencyKey.keptLong(database, handle -> undo(handle, actionId, executor));
    }

    private static UndoResult undo(Handle handle, long actionId, String executor) {
        PromotionLock.share(handle, "taking back", executor);
        return RuleChange.undo(handle, actionId, executor).or(() -> PlaceholderChange.undo(handle, actionId, executor))
                .or(() -> BroughtRows.undo(handle, actionId, executor))
                .or(() -> MergeUndo.undo(handle, actionId, executor))
                .orElseGet(() -> Undo.of(handle, actionId, executor));
    }

    @Override
    public UndoResult undoRun(String run, String executor) {
        record RunAction(Optional<RunKind> kind, Long action) {
        }

        return IdempotencyKey.keptLong(database, handle -> {
            Optional<RunAction> found = handle.createQuery(OF_RUN).bind("run", run)
                    .map((result, context) -> new RunAction(Word.of(RunKind.class, result.getString("kind")),
                            result.getObject("action", Long.class))).findOne();
            return found.isPresent() && found.get().action() != null ? undo(handle, found.get().action(), executor)
                    : new UndoResult.Refused(List.of(found.isEmpty() ? "There is no run " + run + " of rules."
                            : whyNot(run, found.get().kind())));
        });
    }

    private static String whyNot(String run, Optional<RunKind> kind) {
        return switch (kind.orElse(null)) {
            case VALIDATION -> "Of run " + run + " nothing is kept that could be taken back: it changed no record, or it was before"
                    + " runs could be.";
            case PROMOTION, PEOPLE_PROMOTION -> "Run " + run + " is a promotion, which `steward take-back` takes back.";
            case CLEARING -> "Run " + run + " cleared rows from intake, which `steward restore` puts back.";
            case AUDIT -> "Run " + run + " is an audit, which is kept; whoever judged can judge again.";
            case null, default -> "Run " + run + " is no run of rules, and cannot be taken back.";
        };
    }
}
