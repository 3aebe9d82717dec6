package barton.steward.dao.query;

import barton.steward.model.Condition;
import barton.steward.model.FacetValue;
import barton.steward.model.Field;
import barton.steward.model.FieldType;
import barton.steward.model.Query;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Counts the values that a field takes within a query; of an array, its elements. Blank text counts as NULL, as in a filter.
public final class Facets {
    private final FieldType type;
    private final Sql statement;

    public Facets(Query query, Field field, int limit) {
        Source source = Source.of(query.table());
        Column column = source.column(field).ofEveryRow();
        this.type = field.type() == FieldType.TEXT_ARRAY ? FieldType.TEXT : field.type();
        List<Condition> others = query.conditions().stream().filter(c -> !c.field().equals(field)).toList();
        String from = source.from() + " " + column.join();
        String value = switch (field.type()) {
            case TEXT -> "nullif(" + column.read() + ", '')";
            case TEXT_ARRAY -> {
                from += " LEFT JOIN LATERAL unnest(" + column.expression() + ") AS e (element) ON true";
                yield "nullif(e.element, '')";
            }
            case JSON -> throw new IllegalArgumentException("the values of " + field + " are not counted");
            default -> column.read();
        };
        this.statement = Sql.of("SELECT " + value + " AS v, count(*) AS n" + from + " WHERE")
                .then(Predicates.of(new Query(query.table(), others, query.search(), query.sort())))
                .then("GROUP BY 1 ORDER BY n DESC, v NULLS LAST LIMIT ?", limit);
    }

    public List<FacetValue> read(Handle handle) {
        return statement.query(handle).map((result, context) -> new FacetValue(Values.read(type, result, 1), result.getLong(2))).list();
    }
}
