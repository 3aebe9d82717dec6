package barton.steward.dao.intake;

import barton.steward.catalog.Table;
import barton.steward.dao.change.CopyStream;
import barton.steward.dao.intake.ImportDao.Producer;
import barton.steward.model.intake.Repeats;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// Counts which rows of a file are in intake already, by a table that lasts as long as the transaction.
final class RepeatedRows {
    private static final String MAKE = "CREATE TEMPORARY TABLE rows_of_file (key TEXT) ON COMMIT DROP";
    private static final String COPY = "COPY pg_temp.rows_of_file (key) FROM STDIN WITH (FORMAT text, ENCODING 'UTF8')";
    private static final String COUNT = """
            WITH ours AS MATERIALIZED (SELECT k.key, count(*) AS rows FROM pg_temp.rows_of_file k GROUP BY k.key),
            there AS (SELECT t.import_batch_id::text AS batch, o.key, max(o.rows) AS rows
                      FROM ours o JOIN %s t ON o.key = %s GROUP BY t.import_batch_id, o.key)
            SELECT d.batch, sum(d.rows)::bigint AS rows FROM there d GROUP BY d.batch
            UNION ALL
            SELECT '', (SELECT coalesce(sum(d.rows), 0)::bigint FROM (SELECT DISTINCT t.key, t.rows FROM there t) d)
            ORDER BY rows DESC, batch""";
    private static final String WITHIN = "SELECT count(*) - count(DISTINCT k.key) FROM pg_temp.rows_of_file k";
    private static final char BETWEEN = '\u001F';

    private final Handle handle;
    private final Table table;
    private final List<String> columns;
    private long rows;

    RepeatedRows(Handle handle, Table table, List<String> columns) {
        this.handle = handle;
        this.table = table;
        this.columns = columns;
    }

    Repeats count(Producer producer) {
        handle.execute(MAKE);
        CopyStream.copy(handle, COPY, sink -> producer.produce(row -> {
            rows++;
            sink.accept(new String[] {key(row)});
        }));
        long within = handle.createQuery(WITHIN).mapTo(Long.class).one();
        String key = columns.stream().map(c -> "lower(btrim(coalesce(t." + c + "::text, '')))")
                .collect(Collectors.joining(" || '" + BETWEEN + "' || "));
        List<Repeats.InBatch> found = columns.isEmpty() ? List.of() : handle.createQuery(COUNT.formatted(table.qualifiedName(), key))
                .map(ConstructorMapper.of(Repeats.InBatch.class)).list();
        long there = found.stream().filter(b -> "".equals(b.batch())).mapToLong(Repeats.InBatch::rows).sum();
        return new Repeats(rows, there, within, found.stream().filter(b -> !"".equals(b.batch())).limit(Repeats.MOST_BATCHES).toList());
    }

    private static String key(String[] row) {
        return Arrays.stream(row).map(value -> value == null ? "" : value.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(String.valueOf(BETWEEN)));
    }
}
