package barton.steward.dao;

import barton.steward.dao.query.Sql;
import barton.steward.db.Database;
import barton.steward.model.Run;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;

final class JdbiLogDao implements LogDao {
    private static final String LATEST = """
            SELECT validation_run_id::text, source_table::text, target_table::text, total_records::integer, passed_records::integer,
                   failed_records::integer, executed_by::text, executed_at::timestamptz, notes::text
            FROM public.shq_validation_log
            ORDER BY executed_at DESC NULLS LAST, validation_run_id DESC
            LIMIT ?""";

    private final Database database;

    JdbiLogDao(Database database) {
        this.database = database;
    }

    @Override
    public List<Run> latest(int limit) {
        return database.read(Database.inPortions(handle -> handle.createQuery(LATEST).bind(0, limit).setFetchSize(Sql.PORTION)
                .map((result, context) -> run(result)).list()));
    }

    private static Run run(ResultSet result) throws SQLException {
        var executedAt = result.getObject(8, OffsetDateTime.class);
        return new Run(result.getString(1), result.getString(2), result.getString(3), result.getObject(4, Integer.class),
                result.getObject(5, Integer.class), result.getObject(6, Integer.class), result.getString(7),
                executedAt == null ? null : executedAt.toInstant(), result.getString(9));
    }
}
