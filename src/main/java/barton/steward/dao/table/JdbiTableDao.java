package barton.steward.dao.table;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.dao.query.Estimate;
import barton.steward.dao.query.Facets;
import barton.steward.dao.query.Paging;
import barton.steward.dao.query.Predicates;
import barton.steward.dao.query.Source;
import barton.steward.dao.query.Sql;
import barton.steward.dao.query.TimeLimit;
import barton.steward.db.Database;
import barton.steward.model.Work;
import barton.steward.model.history.BulkResult;
import barton.steward.model.history.EditResult;
import barton.steward.model.history.RowChange;
import barton.steward.model.query.Condition;
import barton.steward.model.query.FacetCounts;
import barton.steward.model.query.PageIndex;
import barton.steward.model.query.PageKey;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/// What shows many rows may come from a standby; the one row that is opened comes from where it would be changed.
public final class JdbiTableDao implements TableDao {
    private static final TimeLimit COUNT = new TimeLimit(Duration.ofMillis(1500));

    private final Database database;
    private final SearchWays ways;
    private final TimeLimit count;

    public JdbiTableDao(Database database) {
        this(database, new SearchWays(), COUNT);
    }

    /// @param count the longest that all rows are counted
    public JdbiTableDao(Database database, SearchWays ways, TimeLimit count) {
        this.database = database;
        this.ways = ways;
        this.count = count;
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
        return database.browse(handle -> ways.rows(handle, query, (settings, limited) -> settings.isEmpty()
                ? rows(handle, source, statements, limit, limited)
                : handle.inTransaction(h -> {
                    h.execute(settings);
                    return rows(h, source, statements, limit, limited);
                })));
    }

    private static List<Row> rows(Handle handle, Source source, List<Sql> statements, int limit,
                                  UnaryOperator<org.jdbi.v3.core.statement.Query> limited) {
        var rows = new ArrayList<Row>();
        for (Sql statement : statements) {
            if (rows.size() < limit) {
                limited.apply(statement.then("LIMIT :most").bind("most", limit - rows.size()).query(handle))
                        .map((result, context) -> source.row(result)).forEach(rows::add);
            }
        }
        return rows;
    }

    @Override
    public List<List<Object>> first(Query query, List<Field> fields, int limit) {
        Source source = Source.of(query.table());
        var paging = new Paging(query);
        Sql statement = Sql.of("<select> <from> WHERE <where> <order> LIMIT :most").with("select", source.select(fields))
                .with("from", paging.from()).with("where", Predicates.of(query)).with("order", paging.ordered()).bind("most", limit);
        return database.browse(handle -> statement.query(handle).map((result, context) -> source.values(fields, result)).list());
    }

    @Override
    public PageIndex pageIndex(Query query, int pageSize, Set<Object> anchors) {
        checkPage(pageSize);
        var paging = new Paging(query);
        return database.browse(Database.inPortions(handle -> paging.pageIndex(handle, pageSize, anchors)));
    }

    @Override
    public PageIndex estimate(Query query, int pageSize) {
        checkPage(pageSize);
        var estimate = new Estimate(query, pageSize);
        var paging = new Paging(query);
        return database.browse(Database.inPortions(
                handle -> estimate.read(handle).orElseGet(() -> paging.pageIndex(handle, pageSize, Set.of()))));
    }

    private static void checkPage(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("no page has " + size + " rows");
        }
    }

    @Override
    public long count(Selection selection) {
        Sql statement = Sql.of("SELECT count(*) <from> WHERE <where>").with("from", Source.of(selection.table()).from())
                .with("where", Predicates.of(selection));
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
        return database.browse(handle -> facets.read(handle, count));
    }

    @Override
    public void stream(Selection selection, Consumer<Row> sink) {
        Source source = Source.of(selection.table());
        var paging = new Paging(ordered(selection));
        stream(selection, source.select(), paging.from(), paging, (result, context) -> source.row(result), sink);
    }

    /// What is computed of each row is joined where a query finds them, and looked up where they are chosen one by one.
    @Override
    public void stream(Selection selection, List<Field> fields, Consumer<List<Object>> sink) {
        Source source = Source.of(selection.table());
        var paging = new Paging(ordered(selection));
        boolean many = selection instanceof Selection.Matching;
        stream(selection, many ? source.selectOfEveryRow(fields) : source.select(fields),
                many ? paging.fromOfEveryRow(fields) : paging.from(), paging, (result, context) -> source.values(fields, result), sink);
    }

    private static Query ordered(Selection selection) {
        return selection instanceof Selection.Matching all ? all.query() : Query.all(selection.table());
    }

    private <T> void stream(Selection selection, String select, String from, Paging paging, RowMapper<T> mapper, Consumer<T> sink) {
        Sql statement = Sql.of("<select> <from> WHERE <where> <order>").with("select", select).with("from", from)
                .with("where", Predicates.of(selection)).with("order", paging.ordered());
        database.longRead(handle -> {
            statement.query(handle).setFetchSize(MAX_PAGE).map(mapper).forEach(row -> {
                Work.checkCancelled();
                sink.accept(row);
            });
            return null;
        });
    }

    @Override
    public List<String> keptHeaders(Selection selection, int most) {
        Sql statement = Sql.of("""
                SELECT k.header FROM (SELECT jsonb_object_keys(x.cells) AS header <from>
                                      JOIN shq.intake_extra x ON x.entity = :entity AND x.intake_id = t.id WHERE <where>) k
                GROUP BY k.header ORDER BY count(*) DESC, k.header LIMIT :most""").with("from", Source.of(selection.table()).from())
                .with("where", Predicates.of(selection)).bind("entity", Entity.ofIntake(selection.table()).orElseThrow().word())
                .bind("most", most);
        return database.longRead(handle -> statement.query(handle).mapTo(String.class).list());
    }

    @Override
    public EditResult edit(Row original, Map<Field, Object> changes, String executor) {
        return new RowEdit(original, changes, executor).run(database);
    }

    @Override
    public BulkResult edit(List<RowChange> changes, String executor, UUID request) {
        return new RowsEdit(changes, executor).run(database, request);
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
