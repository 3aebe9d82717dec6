package barton.steward.dao.query;

import barton.steward.catalog.Field;
import barton.steward.catalog.FieldType;
import barton.steward.model.query.Condition;
import barton.steward.model.query.FacetCounts;
import barton.steward.model.query.FacetValue;
import barton.steward.model.query.Query;
import org.jdbi.v3.core.Handle;

/// Counts the values that a field takes within a query; of an array, its elements. Blank text counts as NULL, as in a filter.
/// Where that takes longer than the limit, a sample of the table's blocks is counted instead.
public final class Facets {
    private static final int SAMPLE = 50_000;

    private final Query query;
    private final Field field;
    private final int most;
    private final FieldType type;
    private final Source source;
    private final Sql where;

    public Facets(Query query, Field field, int most) {
        this.query = query;
        this.field = field;
        this.most = most;
        this.type = field.type() == FieldType.TEXT_ARRAY ? FieldType.TEXT : field.type();
        this.source = Source.of(query.table());
        if (field.type() == FieldType.JSON) {
            throw new IllegalArgumentException("the values of " + field + " are not counted");
        }
        this.where = Predicates.of(query.having(query.conditions().stream()
                .filter(filter -> !(filter instanceof Condition c && c.field().equals(field))).toList()));
    }

    public FacetCounts read(Handle handle, TimeLimit limit) {
        SqlColumn column = source.column(field).ofEveryRow();
        Sql all = statement(column, Sql.of(source.from() + " " + column.join()));
        return limit.answer(stop -> new FacetCounts(TimeLimit.on(all.query(handle), stop)
                .map((result, context) -> new FacetValue(SqlValues.read(type, result, "v"), result.getLong("n"))).list(), false))
                .orElseGet(() -> sampled(handle));
    }

    private FacetCounts sampled(Handle handle) {
        double share = Math.min(1, SAMPLE / Math.max(1, TableSize.rows(handle, query.table())));
        var values = statement(source.column(field), Sql.of(source.fromSample()).bind("percent", 100 * share)).query(handle)
                .map((result, context) -> new FacetValue(SqlValues.read(type, result, "v"), Math.round(result.getLong("n") / share)))
                .list();
        return new FacetCounts(values, share < 1);
    }

    private Sql statement(SqlColumn column, Sql from) {
        String value = switch (field.type()) {
            case TEXT -> "nullif(" + column.read() + ", '')";
            case TEXT_ARRAY -> "nullif(e.element, '')";
            default -> column.read();
        };
        Sql rows = field.type() != FieldType.TEXT_ARRAY ? from
                : from.then("LEFT JOIN LATERAL unnest(" + column.expression() + ") AS e (element) ON true");
        return Sql.of("SELECT " + value + " AS v, count(*) AS n").then(rows).then("WHERE").then(where)
                .then("GROUP BY 1 ORDER BY n DESC, v NULLS LAST LIMIT :most").bind("most", most);
    }
}
