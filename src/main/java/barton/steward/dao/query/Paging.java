package barton.steward.dao.query;

import barton.steward.catalog.Field;
import barton.steward.model.query.PageIndex;
import barton.steward.model.query.PageKey;
import barton.steward.model.query.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Reads a query's rows in its order by key. Sorted first by a column that can be NULL, it reads in two phases, first the rows that have
/// a value, then those that have none, or a name too long for an index: so each statement is one that an index on (column, key)
/// serves, in both directions.
public final class Paging {
    private final Source source;
    private final Ordering order;
    private final SqlColumn key;
    private final Sql where;

    public Paging(Query query) {
        this(query, Predicates.of(query));
    }

    /// @param where the condition for the rows, in the place of the query's own
    private Paging(Query query, Sql where) {
        this(query, where, SqlColumn::ofEveryRow);
    }

    /// @param where the condition for the rows, in the place of the query's own
    /// @param form how a column stands in the order
    public Paging(Query query, Sql where, UnaryOperator<SqlColumn> form) {
        this.source = Source.of(query.table());
        this.order = new Ordering(query.sort(), source, form);
        this.key = source.key();
        this.where = where;
    }

    /// The statements that, one after the other, read the rows after a place, or all.
    public List<Sql> statements(Optional<PageKey> after) {
        return statements(source.select(), after);
    }

    /// The same for the places of the rows alone, each read by [#place(ResultSet)].
    public List<Sql> places(Optional<PageKey> after) {
        return statements("SELECT " + order.readHere() + ", " + key.read() + " AS key", after);
    }

    public PageKey place(ResultSet result) throws SQLException {
        return order.place(result);
    }

    private List<Sql> statements(String select, Optional<PageKey> after) {
        return phases().stream().filter(phase -> after.map(phase::reaches).orElse(true)).map(phase -> {
            Sql place = after.filter(phase::holds).map(phase::after).orElse(Sql.of("true"));
            return Sql.of(select + from() + " WHERE").then(where.and(phase.where()).and(place))
                    .then("ORDER BY " + phase.order());
        }).toList();
    }

    /// The statement that numbers the rows and gives the last one of each page and of each phase (sort values, key, number).
    /// The rows with the keys of `anchors` are among them.
    public Sql pageIndex(int pageSize, Set<Object> anchors) {
        var phases = phases();
        Sql wanted = Sql.of("n % ? = 0 OR last", pageSize).then(anchors.isEmpty() ? Sql.of("")
                : Sql.of("OR k = ANY(").then(SqlValues.parameters(key.field(), anchors)).then(")"));
        Sql first = Sql.of("WITH first AS (").then(ends(phases.getFirst(), "0", wanted)).then(")");
        String names = order.names() + ", key, n";
        if (phases.size() == 1) {
            return first.then("SELECT " + names + " FROM first ORDER BY n");
        }
        return first.then(", second AS (").then(ends(phases.getLast(), "(SELECT coalesce(max(n), 0) FROM first)", wanted))
                .then(") SELECT " + names + " FROM first UNION ALL SELECT " + names + " FROM second ORDER BY n");
    }

    /// How many rows there are, where the pages end and where the anchors are, in one statement that sees one state of the table.
    /// In a transaction the answer comes in portions.
    public PageIndex pageIndex(Handle handle, int pageSize, Set<Object> anchors) {
        var ends = new ArrayList<PageKey>();
        var positions = new HashMap<Object, Long>();
        var numbers = pageIndex(pageSize, anchors).query(handle).setFetchSize(Sql.PORTION).map((result, context) -> {
            long n = result.getLong("n");
            PageKey at = order.place(result);
            if (n % pageSize == 0) {
                ends.add(at);
            }
            if (anchors.contains(at.key())) {
                positions.put(at.key(), n - 1);
            }
            return n;
        }).list();
        return new PageIndex(numbers.isEmpty() ? 0 : numbers.getLast(), pageSize, ends, true, positions);
    }

    /// The source with what the order needs.
    public String from() {
        return source.from() + " " + order.joins();
    }

    /// The source with what the order and these fields need where every row is read.
    public String fromOfEveryRow(List<Field> fields) {
        return source.from() + " " + Stream.concat(order.joined(), fields.stream().map(f -> source.column(f).join())).distinct()
                .collect(Collectors.joining(" "));
    }

    /// `ORDER BY` of the whole query in one go, NULLs last.
    public Sql ordered() {
        return Sql.of("ORDER BY " + order.ofAll());
    }

    private Sql ends(Phase phase, String offset, Sql wanted) {
        Sql numbered = Sql.of("SELECT " + order.values() + ", " + key.expression() + " AS k, row_number() OVER w + " + offset
                + " AS n, lead(1) OVER w IS NULL AS last" + from() + " WHERE").then(where.and(phase.where()))
                .then("WINDOW w AS (ORDER BY " + phase.order() + ")");
        return Sql.of("SELECT " + order.read() + ", " + key.read("k") + " AS key, n FROM (").then(numbered).then(") r WHERE")
                .then(wanted);
    }

    private List<Phase> phases() {
        var valued = new Phase(true);
        return order.first().filter(SqlColumn::nullable).isPresent() ? List.of(valued, new Phase(false)) : List.of(valued);
    }

    /// The rows that have a value in the first column of the order, or those that have none.
    private final class Phase {
        private final boolean valued;

        Phase(boolean valued) {
            this.valued = valued;
        }

        Sql where() {
            return Sql.of(order.first().filter(SqlColumn::nullable).map(first -> first.placed(valued)).orElse("true"));
        }

        String order() {
            return order.ofPhase(valued);
        }

        /// Whether rows of this phase can come after the place.
        boolean reaches(PageKey place) {
            return !valued || order.isValued(place);
        }

        boolean holds(PageKey place) {
            return valued == order.isValued(place);
        }

        Sql after(PageKey place) {
            return order.after(place, valued);
        }
    }
}
