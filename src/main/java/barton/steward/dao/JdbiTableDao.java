package barton.steward.dao;

import barton.steward.dao.query.Estimate;
import barton.steward.dao.query.Facets;
import barton.steward.dao.query.Paging;
import barton.steward.dao.query.Predicates;
import barton.steward.dao.query.Source;
import barton.steward.dao.query.Sql;
import barton.steward.dao.query.TimeLimit;
import barton.steward.db.Database;
import barton.steward.model.Condition;
import barton.steward.model.Directory;
import barton.steward.model.EditResult;
import barton.steward.model.FacetCounts;
import barton.steward.model.Field;
import barton.steward.model.PageKey;
import barton.steward.model.Query;
import barton.steward.model.Row;
import barton.steward.model.Selection;
import barton.steward.model.Table;
import barton.steward.model.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/// What shows many rows may come from a standby; the one row that is opened comes from where it would be changed.
final class JdbiTableDao implements TableDao {
    /// The longest that a search may walk along an order before it looks the text up instead, and that all rows are counted.
    private static final Patience USUAL = new Patience(new TimeLimit(Duration.ofMillis(60)), new TimeLimit(Duration.ofMillis(400)),
            new TimeLimit(Duration.ofMillis(1500)));
    private static final String WALK = "SET LOCAL enable_bitmapscan = off; SET LOCAL jit = off";
    /// The planner takes it that rows with a text are spread evenly over an order. Where they are not (all names with that text begin
    /// with the same letter) a walk along the order finds the first of them very late.
    static final String NO_WALK =
            "SET LOCAL enable_indexscan = off; SET LOCAL enable_indexonlyscan = off; SET LOCAL enable_seqscan = off; SET LOCAL jit = off";

    private final Database database;
    private final Patience patience;

    JdbiTableDao(Database database) {
        this(database, USUAL);
    }

    JdbiTableDao(Database database, Patience patience) {
        this.database = database;
        this.patience = patience;
    }

    record Patience(TimeLimit glance, TimeLimit walk, TimeLimit count) {
    }

    @Override
    public List<Row> page(Query query, Optional<PageKey> after, int limit) {
        if (limit < 1 || limit > MAX_PAGE) {
            throw new IllegalArgumentException("a page has 1 to " + MAX_PAGE + " rows, not " + limit);
        }
        Source source = Source.of(query.table());
        List<Sql> statements = new Paging(query).statements(after);
        if (query.search().isEmpty()) {
            return database.browse(handle -> rows(handle, source, statements, limit, UnaryOperator.identity()));
        }
        return database.browse(handle -> walked(handle, query, source, statements, limit)
                .orElseGet(() -> rows(handle, NO_WALK, source, statements, limit, UnaryOperator.identity())));
    }

    /// The rows as the planner finds them, unless that takes too long. What is found at the beginnings of words is too much for the planner
    /// to estimate: it is looked for along the order before, but not for long.
    private Optional<List<Row>> walked(Handle handle, Query query, Source source, List<Sql> statements, int limit) {
        Optional<List<Row>> seen = !Predicates.findsBeginnings(query.search()) ? Optional.empty()
                : patience.glance().answer(stop -> rows(handle, WALK, source, statements, limit, s -> TimeLimit.on(s, stop)));
        return seen.isPresent() ? seen
                : patience.walk().answer(stop -> rows(handle, source, statements, limit, s -> TimeLimit.on(s, stop)));
    }

    private static List<Row> rows(Handle handle, String settings, Source source, List<Sql> statements, int limit,
                                  UnaryOperator<org.jdbi.v3.core.statement.Query> limited) {
        return handle.inTransaction(h -> {
            h.execute(settings);
            return rows(h, source, statements, limit, limited);
        });
    }

    private static List<Row> rows(Handle handle, Source source, List<Sql> statements, int limit,
                                  UnaryOperator<org.jdbi.v3.core.statement.Query> limited) {
        var rows = new ArrayList<Row>();
        for (Sql statement : statements) {
            if (rows.size() < limit) {
                limited.apply(statement.then("LIMIT ?", limit - rows.size()).query(handle))
                        .map((result, context) -> source.row(result)).forEach(rows::add);
            }
        }
        return rows;
    }

    @Override
    public Directory directory(Query query, int pageSize, Set<Object> anchors) {
        checkPage(pageSize);
        var paging = new Paging(query);
        return database.browse(Database.inPortions(handle -> paging.directory(handle, pageSize, anchors)));
    }

    @Override
    public Directory estimate(Query query, int pageSize) {
        checkPage(pageSize);
        var estimate = new Estimate(query, pageSize);
        var paging = new Paging(query);
        return database.browse(Database.inPortions(
                handle -> estimate.read(handle).orElseGet(() -> paging.directory(handle, pageSize, Set.of()))));
    }

    private static void checkPage(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("no page has " + size + " rows");
        }
    }

    @Override
    public long count(Selection selection) {
        Sql statement = Sql.of("SELECT count(*)" + Source.of(selection.table()).from() + " WHERE").then(Predicates.of(selection));
        return database.browse(handle -> statement.query(handle).mapTo(Long.class).one());
    }

    @Override
    public Optional<Row> row(Table table, Object key) {
        Source source = Source.of(table);
        Sql statement = source.byKey(key);
        return database.read(handle -> statement.query(handle).map((result, context) -> source.row(result)).findOne());
    }

    @Override
    public FacetCounts facet(Query query, Field field, int limit) {
        var facets = new Facets(query, field, limit);
        return database.browse(handle -> facets.read(handle, patience.count()));
    }

    @Override
    public void stream(Selection selection, Consumer<Row> sink) {
        Source source = Source.of(selection.table());
        stream(selection, source.select(), (result, context) -> source.row(result), sink);
    }

    @Override
    public void stream(Selection selection, List<Field> fields, Consumer<List<Object>> sink) {
        Source source = Source.of(selection.table());
        stream(selection, source.select(fields), (result, context) -> source.values(fields, result), sink);
    }

    private <T> void stream(Selection selection, String select, RowMapper<T> mapper, Consumer<T> sink) {
        Query order = selection instanceof Selection.Matching all ? all.query() : Query.all(selection.table());
        var paging = new Paging(order);
        Sql statement = Sql.of(select + paging.from() + " WHERE").then(Predicates.of(selection)).then(paging.ordered());
        database.longRead(handle -> {
            statement.query(handle).setFetchSize(MAX_PAGE).map(mapper).forEach(row -> {
                Work.checkCancelled();
                sink.accept(row);
            });
            return null;
        });
    }

    @Override
    public EditResult edit(Row original, Map<Field, Object> changes, String executor) {
        return new RowEdit(original, changes, executor).run(database);
    }

    @Override
    public List<Field> searched(Table table) {
        return Source.of(table).searched();
    }

    @Override
    public List<Condition.Op> operators(Field field) {
        return Predicates.operators(field);
    }
}
