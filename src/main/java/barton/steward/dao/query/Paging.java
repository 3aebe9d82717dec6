package barton.steward.dao.query;

import barton.steward.model.query.PageIndex;
import barton.steward.model.query.PageKey;
import barton.steward.model.query.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Reads a query's rows in its order by key. Sorted by a column that can be NULL, it reads in two phases, first the rows that have
/// a value, then those that have none, or a name too long for an index: so each statement is one that an index on (column, key)
/// serves, in both directions.
public final class Paging {
    private final Query query;
    private final Source source;
    private final SqlColumn sort;
    private final SqlColumn key;
    private final Sql where;

    public Paging(Query query) {
        this.query = query;
        this.source = Source.of(query.table());
        this.sort = source.column(query.sort().field()).ofEveryRow();
        this.key = source.key();
        this.where = Predicates.of(query);
    }

    /// The statements that, one after the other, read the rows after a place, or all.
    public List<Sql> statements(Optional<PageKey> after) {
        return phases().stream().filter(phase -> after.map(phase::reaches).orElse(true)).map(phase -> {
            Sql place = after.filter(phase::holds).map(phase::after).orElse(Sql.of("true"));
            return Sql.of(source.select() + from() + " WHERE").then(where.and(phase.where()).and(place))
                    .then("ORDER BY " + phase.order());
        }).toList();
    }

    /// The statement that numbers the rows and gives the last one of each page and of each phase (sort value, key, number).
    /// The rows with the keys of `anchors` are among them.
    public Sql pageIndex(int pageSize, Set<Object> anchors) {
        var phases = phases();
        Sql wanted = Sql.of("n % ? = 0 OR last", pageSize).then(anchors.isEmpty() ? Sql.of("")
                : Sql.of("OR k = ANY(").then(SqlValues.parameters(key.field(), anchors)).then(")"));
        Sql first = Sql.of("WITH first AS (").then(ends(phases.getFirst(), "0", wanted)).then(")");
        if (phases.size() == 1) {
            return first.then("SELECT at, key, n FROM first ORDER BY n");
        }
        return first.then(", second AS (").then(ends(phases.getLast(), "(SELECT coalesce(max(n), 0) FROM first)", wanted))
                .then(") SELECT at, key, n FROM first UNION ALL SELECT at, key, n FROM second ORDER BY n");
    }

    /// How many rows there are, where the pages end and where the anchors are, in one statement that sees one state of the table.
    /// In a transaction the answer comes in portions.
    public PageIndex pageIndex(Handle handle, int pageSize, Set<Object> anchors) {
        var ends = new ArrayList<PageKey>();
        var positions = new HashMap<Object, Long>();
        var numbers = pageIndex(pageSize, anchors).query(handle).setFetchSize(Sql.PORTION).map((result, context) -> {
            long n = result.getLong("n");
            Object at = SqlValues.read(key.field().type(), result, "key");
            if (n % pageSize == 0) {
                ends.add(new PageKey(SqlValues.read(sort.field().type(), result, "at"), at));
            }
            if (anchors.contains(at)) {
                positions.put(at, n - 1);
            }
            return n;
        }).list();
        return new PageIndex(numbers.isEmpty() ? 0 : numbers.getLast(), pageSize, ends, true, positions);
    }

    /// The source with what the order needs.
    public String from() {
        return source.from() + " " + sort.join();
    }

    /// `ORDER BY` of the whole query in one go, NULLs last.
    public Sql ordered() {
        return sortsByKey() ? Sql.of("ORDER BY " + key.expression() + direction())
                : Sql.of("ORDER BY " + sort.place() + direction() + " NULLS LAST, " + key.expression() + direction());
    }

    private Sql ends(Phase phase, String offset, Sql wanted) {
        Sql numbered = Sql.of("SELECT " + sort.expression() + " AS v, " + key.expression() + " AS k, row_number() OVER w + " + offset
                + " AS n, lead(1) OVER w IS NULL AS last" + from() + " WHERE").then(where.and(phase.where()))
                .then("WINDOW w AS (ORDER BY " + phase.order() + ")");
        return Sql.of("SELECT " + sort.read("v") + " AS at, " + key.read("k") + " AS key, n FROM (").then(numbered).then(") r WHERE")
                .then(wanted);
    }

    private List<Phase> phases() {
        var valued = new Phase(true);
        return sort.nullable() ? List.of(valued, new Phase(false)) : List.of(valued);
    }

    private boolean sortsByKey() {
        return sort.field().equals(key.field());
    }

    private String direction() {
        return query.sort().ascending() ? "" : " DESC";
    }

    /// The rows that have a value to sort by, or those that have none.
    private final class Phase {
        private final boolean valued;

        Phase(boolean valued) {
            this.valued = valued;
        }

        Sql where() {
            return sort.nullable() ? Sql.of(sort.placed(valued)) : Sql.of("true");
        }

        String order() {
            String byKey = key.expression() + direction();
            return valued && !sortsByKey() ? sort.expression() + direction() + ", " + byKey : byKey;
        }

        /// Whether rows of this phase can come after the place.
        boolean reaches(PageKey place) {
            return !valued || sort.places(place.sortValue());
        }

        boolean holds(PageKey place) {
            return valued == sort.places(place.sortValue());
        }

        Sql after(PageKey place) {
            String beyond = query.sort().ascending() ? " > " : " < ";
            Sql keyValue = SqlValues.parameter(key.field(), place.key());
            if (!valued || sortsByKey()) {
                return Sql.of(key.expression() + beyond).then(keyValue);
            }
            return Sql.of("(" + sort.expression() + ", " + key.expression() + ")" + beyond + "(")
                    .then(SqlValues.parameter(sort.field(), place.sortValue())).then(",").then(keyValue).then(")");
        }
    }
}
