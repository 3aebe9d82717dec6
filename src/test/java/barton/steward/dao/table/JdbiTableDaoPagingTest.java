package barton.steward.dao.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.catalog.Field;
import barton.steward.catalog.FieldType;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.MasterFields;
import barton.steward.catalog.Table;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.query.Condition;
import barton.steward.model.query.PageIndex;
import barton.steward.model.query.PageKey;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import barton.steward.model.query.Sort;
import barton.steward.support.TestDatabases;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JdbiTableDaoPagingTest {
    private static final List<HikariDataSource> POOLS = new ArrayList<>();
    private static final int PAGE = 60;
    private static final Map<TableDao, Map<Query, List<Row>>> READ = new HashMap<>();
    private static TableDao dao;
    private static TableDao adopted;

    @BeforeAll
    static void fill() {
        dao = filled(TestDatabases.migrated());
        DataSource other = TestDatabases.migrated();
        SampleRows.useTypesOfAnAdoptedDatabase(other);
        adopted = filled(other);
    }

    private static TableDao filled(DataSource source) {
        SampleRows.fill(source, 150);
        var pool = new HikariDataSource();
        pool.setDataSource(source);
        pool.setMaximumPoolSize(1);
        POOLS.add(pool);
        return JdbiDaos.over(Database.over(pool)).tables();
    }

    @AfterAll
    static void close() {
        POOLS.forEach(HikariDataSource::close);
    }

    @ParameterizedTest
    @EnumSource
    void pagesGiveEveryRowOnceInTheFullOrder(Table table) {
        everyOrder(table).forEach(query -> assertThat(paged(dao, query)).as("%s", query).isEqualTo(all(dao, query)).hasSizeGreaterThan(45));
    }

    @ParameterizedTest
    @EnumSource
    void pagesGiveEveryRowOnceWhateverTypesAnAdoptedDatabaseHas(Table table) {
        everyOrder(table).forEach(query -> assertThat(paged(adopted, query)).as("%s", query).isEqualTo(all(adopted, query)));
    }

    @ParameterizedTest
    @EnumSource
    void theDirectoryKnowsHowManyRowsThereAreAndWhereEachPageEnds(Table table) {
        everyOrder(table).forEach(query -> {
            List<Row> rows = all(dao, query);
            var ends = new ArrayList<PageKey>();
            for (int i = PAGE; i <= rows.size(); i += PAGE) {
                ends.add(PageKey.of(rows.get(i - 1), query.sort()));
            }
            var expected = new PageIndex(rows.size(), PAGE, ends, true, Map.of());
            assertThat(dao.pageIndex(query, PAGE, Set.of())).as("%s", query).isEqualTo(expected);
            assertThat(dao.estimate(query, PAGE)).as("%s", query).isEqualTo(expected);
        });
    }

    @ParameterizedTest
    @EnumSource
    void theDirectoryKnowsWhereTheRowsInSightAre(Table table) {
        everyOrder(table).forEach(query -> {
            List<Row> rows = all(dao, query);
            Map<Object, Long> positions = IntStream.of(0, 1, 7, PAGE - 1 - 20, rows.size() - 1).boxed()
                    .collect(Collectors.toMap(i -> rows.get(i).key(), i -> (long) i));
            Set<Object> anchors = new HashSet<>(positions.keySet());
            anchors.add(table.isIntake() ? (Object) (-5L) : "gone");
            var pageIndex = dao.pageIndex(query, PAGE, anchors);
            assertThat(pageIndex.positions()).as("%s", query).isEqualTo(positions);
            assertThat(pageIndex.pageEnds()).as("%s", query).isEqualTo(dao.pageIndex(query, PAGE, Set.of()).pageEnds());
            assertThat(pageIndex.count()).as("%s", query).isEqualTo(rows.size());
        });
    }

    @ParameterizedTest
    @EnumSource
    void nullsComeLastAndNumbersAreSorted(Table table) {
        everyOrder(table).forEach(query -> {
            List<Object> values = all(dao, query).stream().map(r -> r.get(query.sort().field())).toList();
            int first = values.contains(null) ? values.indexOf(null) : values.size();
            assertThat(values.subList(first, values.size())).as("%s", query).allMatch(v -> v == null);
            if (query.sort().field().type() == FieldType.INTEGER) {
                List<Integer> numbers = values.subList(0, first).stream().map(Integer.class::cast).toList();
                assertThat(numbers).as("%s", query)
                        .isSortedAccordingTo(query.sort().ascending() ? Integer::compare : (a, b) -> Integer.compare(b, a));
            }
        });
    }

    /// Texts and lists are left out, whose order is the database's own.
    @ParameterizedTest
    @EnumSource
    void rowsThatAreTheSameByOneFieldAreInTheOrderOfTheNext(Table table) {
        Set<FieldType> unordered = EnumSet.of(FieldType.TEXT, FieldType.TEXT_ARRAY, FieldType.JSON);
        List<Field> fields = table.fields().stream().filter(f -> !unordered.contains(f.type())).toList();
        for (int i = 0; i < fields.size(); i++) {
            // Each comes first, and next after others and after itself.
            for (int apart : new int[] {0, 1, 2, 5}) {
                Field second = fields.get((i + apart) % fields.size());
                Sort sort = Sort.descending(fields.get(i)).then(second, true).then(table.key(), false);
                List<Row> rows = all(dao, Query.all(table).sortedBy(sort));
                Comparator<Row> order = (a, b) -> 0;
                for (Table.Order by : sort.orders().stream().filter(o -> !unordered.contains(o.field().type())).toList()) {
                    order = order.thenComparing((a, b) -> compared(by, a, b));
                }
                assertThat(rows).as("%s", sort).isSortedAccordingTo(order).hasSizeGreaterThan(45);
            }
        }
    }

    @Test
    void aFieldBehindTheKeyDecidesNothing() {
        Sort sort = Sort.ascending(IntakeFields.ID).then(IntakeFields.COMPANY, false);
        assertThat(all(dao, Query.all(Table.INTAKE).sortedBy(sort))).isEqualTo(all(dao, Query.all(Table.INTAKE)));
        assertThat(sort.endingWith(IntakeFields.ID)).isEqualTo(Sort.descending(IntakeFields.COMPANY).then(IntakeFields.ID, true));
    }

    @Test
    void aNameTooLongForAnIndexComesAfterAllThatFit() {
        DataSource source = TestDatabases.migrated();
        TestDatabases.run(source, """
                INSERT INTO intake.company_raw_intake (company)
                VALUES ('Beta'), (repeat('A', 601)), (NULL), ('Alpha'), (repeat('Z', 600))""");
        TableDao tables = JdbiDaos.over(Database.over(source)).tables();
        for (Sort sort : List.of(Sort.ascending(IntakeFields.COMPANY), Sort.descending(IntakeFields.COMPANY))) {
            Query query = Query.all(Table.INTAKE).sortedBy(sort);
            List<Row> rows = paged(tables, query, 1);
            assertThat(rows).extracting(Row::key).isEqualTo(sort.ascending() ? List.of(4L, 1L, 5L, 2L, 3L) : List.of(5L, 1L, 4L, 3L, 2L));
            assertThat(rows).isEqualTo(all(tables, query));
            assertThat(tables.pageIndex(query, 1, Set.of()).pageEnds()).isEqualTo(rows.stream().map(r -> PageKey.of(r, sort)).toList());
        }
    }

    @Test
    void aPageEndIsWhereTheNextPageBegins() {
        Query query = Query.all(Table.INTAKE).sortedBy(Sort.descending(IntakeFields.INDUSTRY));
        List<Row> rows = all(dao, query);
        var ends = dao.pageIndex(query, 30, Set.of()).pageEnds();
        assertThat(dao.page(query, Optional.of(ends.get(2)), 30)).isEqualTo(rows.subList(90, 120));
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
            if (!seen.containsAll(before)) {
                TestDatabases.run(source, """
                        INSERT INTO intake.company_raw_intake (company_city)
                        VALUES (NULL), ('alpha'), ('beta'), (''), ('zeta'), ('Beta')""");
            }
            after = Optional.of(PageKey.of(page.getLast(), query.sort()));
            page = tables.page(query, after, 20);
        }
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen.stream().filter(before::contains).toList()).isEqualTo(before);
    }

    @Test
    void anEmptyTableHasAnEmptyDirectory() {
        TableDao tables = JdbiDaos.over(TestDatabases.database()).tables();
        assertThat(tables.pageIndex(Query.all(Table.MASTER).sortedBy(Sort.descending(MasterFields.INDUSTRY)), 10, Set.of("x")))
                .isEqualTo(new PageIndex(0, 10, List.of(), true, Map.of()));
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

    private static List<Query> everyOrder(Table table) {
        return Stream.concat(table.fields().stream().flatMap(field -> Stream.of(Sort.ascending(field), Sort.descending(field))),
                severalFields(table)).map(Query.all(table)::sortedBy).toList();
    }

    /// Orders by two and three fields, whose directions differ.
    private static Stream<Sort> severalFields(Table table) {
        var random = new Random(table.ordinal());
        return IntStream.range(0, 24).mapToObj(i -> {
            Sort sort = new Sort(any(table, random), random.nextBoolean());
            for (int more = 1 + i % 2; more > 0; more--) {
                sort = sort.then(any(table, random), random.nextBoolean());
            }
            return sort;
        });
    }

    private static Field any(Table table, Random random) {
        return table.fields().get(random.nextInt(table.fields().size()));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int compared(Table.Order order, Row one, Row other) {
        Object a = one.get(order.field());
        Object b = other.get(order.field());
        if (a == null || b == null) {
            return Boolean.compare(a == null, b == null);
        }
        int found = ((Comparable) a).compareTo(b);
        return order.ascending() ? found : -found;
    }

    private static List<Row> paged(TableDao tables, Query query) {
        return paged(tables, query, PAGE);
    }

    private static List<Row> paged(TableDao tables, Query query, int size) {
        var rows = new ArrayList<Row>();
        List<Row> page = tables.page(query, Optional.empty(), size);
        while (!page.isEmpty()) {
            rows.addAll(page);
            page = tables.page(query, Optional.of(PageKey.of(page.getLast(), query.sort())), size);
        }
        return rows;
    }

    /// In one go and in the order that the database itself gives.
    private static List<Row> all(TableDao tables, Query query) {
        return READ.computeIfAbsent(tables, t -> new HashMap<>()).computeIfAbsent(query, q -> {
            var rows = new ArrayList<Row>();
            tables.stream(Selection.all(q), rows::add);
            return rows;
        });
    }
}
