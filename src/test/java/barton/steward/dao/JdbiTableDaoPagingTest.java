package barton.steward.dao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.db.Database;
import barton.steward.model.Condition;
import barton.steward.model.Directory;
import barton.steward.model.Field;
import barton.steward.model.FieldType;
import barton.steward.model.IntakeFields;
import barton.steward.model.MasterFields;
import barton.steward.model.PageKey;
import barton.steward.model.Query;
import barton.steward.model.Row;
import barton.steward.model.Selection;
import barton.steward.model.Sort;
import barton.steward.model.Table;
import barton.steward.support.TestDatabases;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JdbiTableDaoPagingTest {
    private static HikariDataSource pool;
    private static TableDao dao;

    @BeforeAll
    static void fill() {
        DataSource source = TestDatabases.migrated();
        SampleRows.fill(source, 300);
        pool = new HikariDataSource();
        pool.setDataSource(source);
        pool.setMaximumPoolSize(1);
        dao = JdbiDaos.over(Database.over(pool)).tables();
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @ParameterizedTest
    @MethodSource("everyOrder")
    void pagesGiveEveryRowOnceInTheFullOrder(Query query) {
        assertThat(paged(query, 37)).isEqualTo(all(query)).hasSizeGreaterThan(80);
    }

    @ParameterizedTest
    @MethodSource("everyOrder")
    void theDirectoryKnowsHowManyRowsThereAreAndWhereEachPageEnds(Query query) {
        List<Row> rows = all(query);
        var ends = new ArrayList<PageKey>();
        for (int i = 37; i <= rows.size(); i += 37) {
            ends.add(PageKey.of(rows.get(i - 1), query.sort()));
        }
        var directory = dao.directory(query, 37);
        assertThat(directory.count()).isEqualTo(rows.size());
        assertThat(directory.pageEnds()).isEqualTo(ends);
    }

    @ParameterizedTest
    @MethodSource("everyOrder")
    void nullsComeLastAndTheRestIsSorted(Query query) {
        List<Object> values = all(query).stream().map(r -> r.get(query.sort().field())).toList();
        int first = values.contains(null) ? values.indexOf(null) : values.size();
        assertThat(values.subList(first, values.size())).allMatch(v -> v == null);
        if (query.sort().field().type() == FieldType.INTEGER) {
            List<Integer> numbers = values.subList(0, first).stream().map(Integer.class::cast).toList();
            assertThat(numbers).isSortedAccordingTo(query.sort().ascending() ? Integer::compare : (a, b) -> Integer.compare(b, a));
        }
    }

    @Test
    void aPageEndIsWhereTheNextPageBegins() {
        Query query = Query.all(Table.INTAKE).sortedBy(Sort.descending(IntakeFields.INDUSTRY));
        List<Row> rows = all(query);
        var ends = dao.directory(query, 50).pageEnds();
        assertThat(dao.page(query, Optional.of(ends.get(2)), 50)).isEqualTo(rows.subList(150, 200));
    }

    @Test
    void whatOthersInsertMeanwhileNeitherRepeatsNorSkipsARowThatStayed() {
        DataSource source = TestDatabases.migrated();
        SampleRows.fill(source, 200);
        TableDao tables = JdbiDaos.over(Database.over(source)).tables();
        Query query = Query.all(Table.INTAKE).sortedBy(Sort.ascending(IntakeFields.COMPANY_CITY));
        List<Object> before = all(tables, query).stream().map(Row::key).toList();
        var seen = new ArrayList<>();
        Optional<PageKey> after = Optional.empty();
        List<Row> page = tables.page(query, after, 20);
        while (!page.isEmpty()) {
            page.forEach(r -> seen.add(r.key()));
            TestDatabases.run(source, """
                    INSERT INTO intake.company_raw_intake (company_city)
                    VALUES (NULL), ('alpha'), ('beta'), (''), ('zeta'), ('Beta')""");
            after = Optional.of(PageKey.of(page.getLast(), query.sort()));
            page = seen.size() > 2000 ? List.of() : tables.page(query, after, 20);
        }
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen.stream().filter(before::contains).toList()).isEqualTo(before);
    }

    @Test
    void anEmptyTableHasAnEmptyDirectory() {
        TableDao tables = JdbiDaos.over(TestDatabases.database()).tables();
        assertThat(tables.directory(Query.all(Table.MASTER).sortedBy(Sort.descending(MasterFields.INDUSTRY)), 10))
                .isEqualTo(new Directory(0, 10, List.of()));
    }

    @Test
    void aFieldOfAnotherTableIsRefused() {
        Query sorted = Query.all(Table.INTAKE).sortedBy(Sort.ascending(MasterFields.SLOT_COUNT));
        Query filtered = Query.all(Table.INTAKE).where(Condition.empty(MasterFields.KEYWORDS));
        assertThatThrownBy(() -> dao.page(sorted, Optional.empty(), 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> dao.page(filtered, Optional.empty(), 10)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void moreThanAPageAtOnceIsRefused() {
        assertThatThrownBy(() -> dao.page(Query.all(Table.INTAKE), Optional.empty(), 501)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRowIsFoundByItsKey() {
        Row first = dao.page(Query.all(Table.INTAKE), Optional.empty(), 1).getFirst();
        assertThat(dao.row(Table.INTAKE, first.key())).contains(first);
        assertThat(dao.row(Table.INTAKE, -1L)).isEmpty();
        assertThatThrownBy(() -> dao.row(Table.INTAKE, "1")).isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<Query> everyOrder() {
        return Stream.of(Table.values()).flatMap(table -> table.fields().stream().flatMap(field -> Stream.of(
                Query.all(table).sortedBy(Sort.ascending(field)), Query.all(table).sortedBy(Sort.descending(field)))));
    }

    private static List<Row> paged(Query query, int size) {
        var rows = new ArrayList<Row>();
        List<Row> page = dao.page(query, Optional.empty(), size);
        while (!page.isEmpty()) {
            rows.addAll(page);
            Field by = query.sort().field();
            page = dao.page(query, Optional.of(new PageKey(page.getLast().get(by), page.getLast().key())), size);
        }
        return rows;
    }

    /// In one go and in the order that the database itself gives.
    private static List<Row> all(Query query) {
        return all(dao, query);
    }

    private static List<Row> all(TableDao tables, Query query) {
        var rows = new ArrayList<Row>();
        tables.stream(Selection.all(query), rows::add);
        return rows;
    }
}
