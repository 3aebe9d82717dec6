package barton.steward.dao.history;

import barton.steward.catalog.LogFields;
import barton.steward.catalog.Table;
import barton.steward.dao.query.Predicates;
import barton.steward.dao.query.Source;
import barton.steward.dao.query.Sql;
import barton.steward.db.Database;
import barton.steward.model.history.Run;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public final class JdbiLogDao implements LogDao {
    private static final String LATEST = """
            SELECT validation_run_id::text, source_table::text, target_table::text, total_records::integer, passed_records::integer,
                   failed_records::integer, executed_by::text, executed_at::timestamptz, notes::text
            FROM public.shq_validation_log
            ORDER BY executed_at DESC NULLS LAST, validation_run_id DESC
            LIMIT ?""";

    private static final Query PROMOTIONS = Query.all(Table.LOG).where(Condition.is(LogFields.ROUTE, LogFields.PROMOTION));

    private final Database database;

    public JdbiLogDao(Database database) {
        this.database = database;
    }

    @Override
    public List<Run> latest(int limit) {
        return database.read(Database.inPortions(handle -> handle.createQuery(LATEST).bind(0, limit).setFetchSize(Sql.PORTION)
                .map((result, context) -> run(result)).list()));
    }

    @Override
    public Map<String, Long> promotedByBatch() {
        Source log = Source.of(Table.LOG);
        String batch = log.column(LogFields.BATCH).expression();
        Sql statement = Sql.of("SELECT " + batch + ", sum(t.passed_records)" + log.from() + " WHERE " + batch + " IS NOT NULL AND")
                .then(Predicates.of(PROMOTIONS)).then("GROUP BY 1");
        return database.read(handle -> statement.query(handle).reduceRows(new HashMap<>(), (passed, row) -> {
            passed.put(row.getColumn(1, String.class), row.getColumn(2, Long.class));
            return passed;
        }));
    }

    private static Run run(ResultSet result) throws SQLException {
        var executedAt = result.getObject(8, OffsetDateTime.class);
        return new Run(result.getString(1), result.getString(2), result.getString(3), result.getObject(4, Integer.class),
                result.getObject(5, Integer.class), result.getObject(6, Integer.class), result.getString(7),
                executedAt == null ? null : executedAt.toInstant(), result.getString(9));
    }
}
