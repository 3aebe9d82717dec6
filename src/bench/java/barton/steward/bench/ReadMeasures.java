package barton.steward.bench;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.dao.query.Predicates;
import barton.steward.dao.query.Source;
import barton.steward.dao.query.Sql;
import barton.steward.dao.table.TableDao;
import barton.steward.model.query.PageKey;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.model.query.Sort;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Pages, jumps and searches of intake, against statements over JDBC that do nothing else: the same columns, every value read.
final class ReadMeasures {
    private static final int PAGE = 100;
    private static final Sort BY_NAME = Sort.ascending(IntakeFields.COMPANY);
    private static final Query BY_ID = Query.all(Table.INTAKE);
    private static final Source SOURCE = Source.of(Table.INTAKE);
    private static final String SELECT = SOURCE.select() + SOURCE.from();
    private static final String BARE_BY_NAME = " ORDER BY t.company, t.id";

    private final TableDao dao;
    private final long rows;
    private final Report report;
    private final boolean last;
    private final Duration enough;

    /// @param last whether this is the table that the goals are about
    /// @param enough how long to repeat each
    ReadMeasures(BenchHome home, long rows, Report report, boolean last, Duration enough) {
        this.dao = home.session().tables();
        this.rows = rows;
        this.report = report;
        this.last = last;
        this.enough = enough;
    }

    void run(Connection bare) throws Exception {
        Query byName = BY_ID.sortedBy(BY_NAME);
        say(Measure.FIRST_PAGE_BY_ID, Timing.quick(enough, () -> page(BY_ID), () -> read(bare, SELECT + " ORDER BY t.id LIMIT 100")));
        say(Measure.FIRST_PAGE_BY_NAME, Timing.quick(enough, () -> page(byName), () -> read(bare, SELECT + BARE_BY_NAME + " LIMIT 100")));
        PageKey deep = keyAt(bare, rows * 9 / 10);
        say(Measure.DEEP_PAGE, Timing.quick(enough, () -> dao.page(byName, Optional.of(deep), PAGE), () -> page(byName)));
        long start = System.nanoTime();
        PageKey middle = dao.pageIndex(byName, PAGE, Set.of()).pageEnds().get((int) (rows / 2 / PAGE) - 1);
        report.grows("directory of all pages, by name", rows, System.nanoTime() - start);
        if (!middle.equals(keyAt(bare, rows / 2 / PAGE * PAGE))) {
            throw new IllegalStateException("the jump does not lead to the middle, but to " + middle);
        }
        say(Measure.JUMP, Timing.quick(enough, () -> dao.page(byName, Optional.of(middle), PAGE),
                () -> read(bare, SELECT + BARE_BY_NAME + " LIMIT 100 OFFSET " + rows / 2)));
        Handle bareHandle = Jdbi.open(bare);
        search(bareHandle, Measure.SEARCH_RARE, BenchData.RARE);
        search(bareHandle, Measure.SEARCH_FREQUENT, BenchData.FREQUENT);
    }

    private void search(Handle bare, Measure measure, String text) throws Exception {
        Query query = BY_ID.searching(text);
        Sql found = Predicates.of(query);
        if (page(query).isEmpty()) {
            throw new IllegalStateException("nothing was found for " + text);
        }
        say(measure, Timing.quick(enough, () -> page(query),
                () -> read(bare, Sql.of(SELECT + " WHERE").then(found).then("ORDER BY t.id LIMIT 100"))));
    }

    private List<Row> page(Query query) {
        return dao.page(query, Optional.empty(), PAGE);
    }

    private void say(Measure measure, Timing.Medians medians) {
        if (last) {
            report.add(measure, medians.ours(), medians.limit());
        }
        report.grows(measure.text.replaceAll(",? against.*", ""), rows, medians.ours());
    }

    /// The row at a place, from 1, in the order by name.
    private static PageKey keyAt(Connection bare, long place) throws SQLException {
        try (PreparedStatement statement = bare.prepareStatement(
                "SELECT t.company, t.id FROM " + BenchData.INTAKE + " t" + BARE_BY_NAME + " LIMIT 1 OFFSET " + (place - 1));
                ResultSet result = statement.executeQuery()) {
            result.next();
            return PageKey.at(result.getString(1), result.getLong(2));
        }
    }

    private static void read(Connection bare, String sql) throws SQLException {
        try (PreparedStatement statement = bare.prepareStatement(sql); ResultSet result = statement.executeQuery()) {
            read(result);
        }
    }

    private static void read(Handle bare, Sql sql) {
        sql.query(bare).scanResultSet((result, _) -> {
            read(result.get());
            return null;
        });
    }

    private static void read(ResultSet result) throws SQLException {
        int columns = result.getMetaData().getColumnCount();
        while (result.next()) {
            for (int column = 1; column <= columns; column++) {
                result.getString(column);
            }
        }
    }
}
