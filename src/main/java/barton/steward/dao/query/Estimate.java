package barton.steward.dao.query;

import barton.steward.model.query.PageIndex;
import barton.steward.model.query.PageKey;
import barton.steward.model.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/// An index of pages from a sample of the table's blocks, at a cost that does not grow with the table.
/// The sample's rows that the query finds, sorted, stand for as many rows each as the table has for one of the sample, so every
/// n-th of them ends a page. Where too few are found to say where pages end, the count is the planner's, as far as the sample
/// does not contradict it.
public final class Estimate {
    private static final int SMALL = 20_000;
    private static final int LEAST_SAMPLE = 10_000;
    private static final int LARGEST_SAMPLE = 100_000;
    private static final int SAMPLED_ROWS_A_PAGE = 2;
    private static final int FEW = 30;
    /// What is lost by dividing: a page that is full ends, though its last row is counted as 199.99999.
    private static final double SLACK = 1e-9;
    private static final Pattern ROWS_PLANNED = Pattern.compile("\"Plan Rows\": (\\d+)");

    private final Query query;
    private final int pageSize;
    private final Source source;
    private final Ordering order;
    private final Sql where;

    public Estimate(Query query, int pageSize) {
        this.query = query;
        this.pageSize = pageSize;
        this.source = Source.of(query.table());
        this.order = new Ordering(query.sort(), source, UnaryOperator.identity());
        this.where = Predicates.of(query);
    }

    /// Nothing where the table is so small that reading all of it costs no more. In a transaction the answer comes in portions.
    public Optional<PageIndex> read(Handle handle) {
        double rows = TableSize.rows(handle, query.table());
        int page = Math.multiplyExact(pageSize, (int) Math.ceil(SAMPLED_ROWS_A_PAGE * rows / pageSize / LARGEST_SAMPLE + 1e-9));
        double wanted = Math.max(LEAST_SAMPLE, SAMPLED_ROWS_A_PAGE * rows / page);
        if (rows < SMALL || wanted > rows / 2) {
            return Optional.empty();
        }
        return Optional.of(read(handle, rows, wanted, page));
    }

    private PageIndex read(Handle handle, double rows, double wanted, int page) {
        var ends = new ArrayList<PageKey>();
        List<SampleCount> found = sampled(rows, 100 * wanted / rows, page).query(handle).setFetchSize(Sql.PORTION)
                .map((result, context) -> {
            var now = new SampleCount(result.getLong("i"), result.getLong("n"), result.getDouble("f"));
            PageKey end = order.place(result);
            while (ends.size() < now.before(page)) {
                ends.add(end);
            }
            return now;
        }).list();
        long all = found.isEmpty() ? 0 : found.getLast().of();
        if (all >= FEW) {
            return new PageIndex(Math.round(all * found.getLast().standsFor()), page, ends, false, Map.of());
        }
        double standsFor = found.isEmpty() ? rows / wanted : found.getLast().standsFor();
        long count = Math.max(all, Math.min(planned(handle), Math.round((all + 3) * standsFor)));
        return new PageIndex(count, pageSize, List.of(), false, Map.of());
    }

    /// The sampled rows that end a page, and the last one: sort values, key, number, how many there are, and for how many rows of the
    /// table one of the sample stands.
    private Sql sampled(double rows, double percent, int page) {
        SqlColumn key = source.key();
        return Sql.of("""
                WITH found AS (
                    SELECT <values>, <key> AS k, row_number() OVER (ORDER BY <order>) AS i, count(*) OVER () AS n,
                           :rows::float8 / (SELECT greatest(count(*), 1)
                                            FROM <table> s TABLESAMPLE SYSTEM (:percent::real) REPEATABLE (0)) AS f
                    <from>
                    WHERE <where>)
                SELECT <read>, <k> AS key, i, n, f FROM found
                WHERE floor(i * f / :page + :slack) > floor((i - 1) * f / :page + :slack) OR i = n
                ORDER BY i""")
                .with("values", order.values()).with("key", key.expression()).with("order", order.ofAll())
                .with("table", query.table().qualifiedName()).with("from", source.fromSample()).with("where", where)
                .with("read", order.read()).with("k", key.read("k"))
                .bind("rows", rows).bind("percent", percent).bind("page", page).bind("slack", SLACK);
    }

    private long planned(Handle handle) {
        String plan = Sql.of("EXPLAIN (FORMAT JSON) SELECT 1" + source.from() + " WHERE").then(where).query(handle)
                .mapTo(String.class).one();
        var rows = ROWS_PLANNED.matcher(plan);
        return rows.find() ? Long.parseLong(rows.group(1)) : 0;
    }

    /// A row of the sample: its number among those that the query finds, how many these are, and for how many rows each stands.
    private record SampleCount(long number, long of, double standsFor) {
        /// How many pages end before the next one.
        long before(int page) {
            return (long) Math.floor(number * standsFor / page + SLACK);
        }
    }
}
