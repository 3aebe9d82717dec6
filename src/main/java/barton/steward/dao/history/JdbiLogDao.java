package barton.steward.dao.history;

import barton.steward.catalog.LogFields;
import barton.steward.catalog.Table;
import barton.steward.dao.query.Predicates;
import barton.steward.dao.query.Source;
import barton.steward.dao.query.Sql;
import barton.steward.db.Database;
import barton.steward.model.history.Run;
import barton.steward.model.history.RunPeriod;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

public final class JdbiLogDao implements LogDao {
    private static final String LATEST = """
            SELECT l.validation_run_id::text AS run, l.source_table::text AS source, l.target_table::text AS target,
                   l.total_records::integer AS total, l.passed_records::integer AS passed, l.failed_records::integer AS failed,
                   l.executed_by::text AS executor, l.executed_at::timestamptz AS executed_at, l.notes::text AS notes
            FROM public.shq_validation_log l
            ORDER BY l.executed_at DESC NULLS LAST, l.validation_run_id DESC
            LIMIT :limit""";
    private static final String PROMOTED = """
            SELECT <batch> AS batch, sum(t.passed_records) AS passed
            <from> WHERE <batch> IS NOT NULL AND <promotions> GROUP BY 1""";

    private static final String PERIODS = """
            SELECT begin, begin AS end, runs, failed_runs, records, passed
            FROM (SELECT date_trunc(:unit, t.executed_at::timestamptz, :zone) AS begin, count(*) AS runs,
                         count(*) FILTER (WHERE t.failed_records > 0) AS failed_runs, coalesce(sum(t.total_records), 0) AS records,
                         coalesce(sum(t.passed_records), 0) AS passed
                  <from> WHERE <where> AND t.executed_at IS NOT NULL
                  GROUP BY 1 ORDER BY 1 DESC LIMIT :most) p
            ORDER BY begin""";

    private static final Query PROMOTIONS = Query.all(Table.LOG).where(Condition.is(LogFields.ROUTE, LogFields.PROMOTION));

    private final Database database;

    public JdbiLogDao(Database database) {
        this.database = database;
    }

    @Override
    public List<Run> latest(int limit) {
        return database.read(Database.inPortions(handle -> handle.createQuery(LATEST).bind("limit", limit).setFetchSize(Sql.PORTION)
                .map(ConstructorMapper.of(Run.class)).list()));
    }

    @Override
    public List<RunPeriod> periods(Query runs, ChronoUnit unit, int most) {
        ZoneId zone = ZoneId.systemDefault();
        String name = unit.name().toLowerCase(Locale.ROOT).replaceFirst("s$", "");
        Sql statement = Sql.of(PERIODS).with("from", Source.of(Table.LOG).from()).with("where", Predicates.of(runs))
                .bind("unit", name).bind("zone", zone.getId()).bind("most", most);
        return database.read(handle -> statement.query(handle).map(ConstructorMapper.of(RunPeriod.class)).list()).stream()
                .map(p -> new RunPeriod(p.begin(), p.begin().atZone(zone).plus(1, unit).toInstant(), p.runs(), p.failedRuns(),
                        p.records(), p.passed())).toList();
    }

    @Override
    public Map<String, Long> promotedByBatch() {
        Source log = Source.of(Table.LOG);
        Sql statement = Sql.of(PROMOTED).with("batch", log.column(LogFields.BATCH).expression()).with("from", log.from())
                .with("promotions", Predicates.of(PROMOTIONS));
        return database.read(handle -> statement.query(handle).reduceRows(new HashMap<>(), (passed, row) -> {
            passed.put(row.getColumn("batch", String.class), row.getColumn("passed", Long.class));
            return passed;
        }));
    }
}
